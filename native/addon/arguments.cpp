// SPDX-License-Identifier: MIT
#include "addon/arguments.h"

#include <charconv>
#include <string_view>
#include <system_error>

#include "addon/address_text.h"

namespace interface_panel {
namespace {

[[noreturn]] void refuse(Napi::Env env, const char* name, const char* expectation) {
  throw Napi::TypeError::New(env, std::string(name) + " must be " + expectation);
}

std::optional<std::uint64_t> parseLuid(std::string_view text) {
  const bool leadingZero = text.size() > 1 && text.front() == '0';
  std::uint64_t luid = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), luid);
  if (leadingZero || error != std::errc() || end != text.data() + text.size()) return {};
  return luid;
}

}  // namespace

std::string textArgument(const Napi::Value& value, const char* name) {
  if (!value.IsString()) refuse(value.Env(), name, "a string");
  std::string text = value.As<Napi::String>();
  if (text.find('\0') != std::string::npos) {
    refuse(value.Env(), name, "a string without U+0000");
  }
  return text;
}

std::uint64_t luidArgument(const Napi::CallbackInfo& info, std::size_t index, const char* name) {
  const std::optional<std::uint64_t> luid = parseLuid(textArgument(info[index], name));
  if (!luid) refuse(info.Env(), name, "a LUID in decimal digits");
  return *luid;
}

Family familyArgument(const Napi::CallbackInfo& info, std::size_t index, const char* name) {
  const std::string family = textArgument(info[index], name);
  if (family == "IPv4") return Family::ipv4;
  if (family == "IPv6") return Family::ipv6;
  refuse(info.Env(), name, "'IPv4' or 'IPv6'");
}

IpAddress addressArgument(const Napi::CallbackInfo& info, std::size_t index, const char* name) {
  const std::optional<IpAddress> address = parseAddress(textArgument(info[index], name));
  if (!address) refuse(info.Env(), name, "an IPv4 or IPv6 address");
  return *address;
}

std::optional<IpAddress> optionalAddressArgument(const Napi::CallbackInfo& info, std::size_t index,
                                                 const char* name) {
  if (info[index].IsUndefined()) return {};
  return addressArgument(info, index, name);
}

Napi::Function functionArgument(const Napi::CallbackInfo& info, std::size_t index,
                                const char* name) {
  if (!info[index].IsFunction()) refuse(info.Env(), name, "a function");
  return info[index].As<Napi::Function>();
}

}  // namespace interface_panel
