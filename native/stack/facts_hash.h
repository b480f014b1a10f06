// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <ranges>
#include <tuple>
#include <type_traits>
#include <utility>

#include "stack/snapshot.h"

namespace interface_panel {

/// Gathers a hash of the facts of a row. Good enough to find rows within one process, and for
/// nothing else.
class FactsHash {
 public:
  template <typename... Facts>
  void add(const std::tuple<Facts...>& facts) {
    std::apply([this](const auto&... fact) { (this->add(fact), ...); }, facts);
  }

  template <typename Number>
    requires(std::integral<Number> || std::is_enum_v<Number>)
  void add(Number number) {
    // As FxHash of the Rust compiler: a rotation, an exclusive or, a multiplication.
    state_ = (std::rotl(state_, 5) ^ static_cast<std::uint64_t>(number)) * 0x517CC1B727220A95U;
  }

  template <std::ranges::sized_range Items>
  void add(const Items& items) {
    add(std::ranges::size(items));
    for (const auto& item : items) add(item);
  }

  template <typename Value>
  void add(const std::optional<Value>& value) {
    add(value.has_value());
    if (value) add(*value);
  }

  template <typename First, typename Second>
  void add(const std::pair<First, Second>& pair) {
    add(pair.first);
    add(pair.second);
  }

  void add(const IpAddress& address) {
    for (const std::uint64_t half : std::bit_cast<std::array<std::uint64_t, 2>>(address.bytes)) {
      add(half);
    }
    add(address.scopeId);
  }

  void add(const IpPrefix& prefix) {
    add(prefix.address);
    add(prefix.prefixLength);
  }

  void add(const IpInterfaceKey& key) {
    add(key.luid);
    add(key.family);
  }

  void add(const FieldRefusal& refusal) {
    add(refusal.field);
    add(refusal.reason);
  }

  void add(const RouteHop& hop) {
    add(hop.luid);
    add(hop.nextHop);
    add(hop.weight);
    add(hop.flags);
  }

  /// The upper bits lowest: a multiplication mixes them best.
  [[nodiscard]] std::size_t value() const {
    return static_cast<std::size_t>(std::rotl(state_, 26));
  }

 private:
  std::uint64_t state_ = 0;
};

}  // namespace interface_panel
