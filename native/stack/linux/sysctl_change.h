// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <string>

#include "stack/linux/field_change.h"

namespace interface_panel {

/// Where a number of a link lives: "ipv4/neigh", "retrans_time_ms".
struct SysctlPlace {
  std::string base;
  std::string file;
  /// What the kernel takes there.
  std::int64_t min = 0;
  std::int64_t max = std::numeric_limits<std::int32_t>::max();
};

/// A field that is one number below /proc/sys/net and alters nothing else. The footprint is the raw
/// number.
class SysctlChange : public WholeChange {
 public:
  explicit SysctlChange(SysctlPlace place) : place_(std::move(place)) {}

  Result<Refusal> check(ChangeTarget& target, std::int64_t value) override;
  Result<Done> capture(ChangeTarget& target, FootprintWriter& body) override;
  Result<Done> set(ChangeTarget& target, std::int64_t value) override;
  [[nodiscard]] bool fits(const Undo& undo) const override;
  [[nodiscard]] std::optional<bool> similar(Bytes one, Bytes other,
                                            const IpInterfaceKey& key) const override;

 protected:
  Result<Restored> restore(ChangeTarget& target, const Undo& undo) override;

  [[nodiscard]] std::optional<std::int64_t> decode(Bytes body) const;

 private:
  SysctlPlace place_;
};

/// The IPv6 NlMtu, bounded by the link's.
class Ipv6MtuChange final : public SysctlChange {
 public:
  Ipv6MtuChange();
  Result<Refusal> check(ChangeTarget& target, std::int64_t value) override;
  /// Any MTU: an earlier operation of the plan on the link's may have led the one before along.
  [[nodiscard]] bool fits(const Undo& undo) const override;
};

}  // namespace interface_panel
