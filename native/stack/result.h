// SPDX-License-Identifier: MIT
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace interface_panel {

/// Whose numbers an Error carries: Win32 codes (iphlpapi returns them directly) or Linux errno
/// values.
enum class ErrorDomain { win32, posix };

/// A failed platform call, named and numbered as the platform does it.
struct Error {
  ErrorDomain domain = ErrorDomain::posix;
  int code = 0;
  /// The platform's own symbol: "ERROR_ACCESS_DENIED", "EPERM".
  std::string name;
  /// The call or the file that failed: "RTM_GETROUTE", "/proc/sys/net/ipv4/conf/eth0/forwarding".
  std::string call;
};

/// A value or the Error that kept it from being made (std::expected arrives only with C++23).
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& value() & { return *std::get_if<0>(&state_); }
  const T& value() const& { return *std::get_if<0>(&state_); }
  T&& value() && { return std::move(*std::get_if<0>(&state_)); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  const Error& error() const { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Error> state_;
};

/// Stands for "nothing but success" in Result<Done>.
struct Done {};

}  // namespace interface_panel
