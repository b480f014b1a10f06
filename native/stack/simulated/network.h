// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "stack/snapshot.h"

namespace interface_panel::simulated {

/// IANA ifType of the software loopback interface (ipifcons.h).
inline constexpr std::uint32_t kLoopbackType = 24;

/// IP interfaces of the demo: thirteen adapters, one of them with IPv6 unbound.
inline constexpr std::uint32_t kDemoSize = 25;
/// The most IP interfaces a simulated network can have.
inline constexpr std::uint32_t kMaxSize = 100'000;

/// The M and O flags that the routers of a link announce (RFC 4861 section 4.2).
struct RouterFlags {
  std::uint64_t luid = 0;
  bool managed = false;
  bool other = false;
};

/// What outside control has armed for the sets to come.
struct Faults {
  /// Win32 code the set fails with; 0 = none.
  std::uint32_t failCode = 0;
  /// Sets that still succeed before it.
  std::uint32_t failAfter = 0;
  bool hang = false;
  std::uint32_t hangAfter = 0;
};

/// The simulated computer: what a snapshot shows, and what it does not.
/// Rows hold values as Get reports them: SitePrefixLength is 64 on IPv4.
struct SimulatedNetwork {
  Snapshot present;
  /// Adapters that vanished, with everything that belonged to them, in the same shape.
  Snapshot vanished;
  std::vector<RouterFlags> routers;
  Faults faults;
  /// IP interfaces it was made with, kDemoSize to kMaxSize; an adapter that returns gets its first
  /// settings from a network made anew with this size.
  std::uint32_t size = 0;
};

const Adapter* findAdapter(const Snapshot& tables, std::uint64_t luid);
Adapter* findAdapter(Snapshot& tables, std::uint64_t luid);

const IpInterface* findIpInterface(const Snapshot& tables, const IpInterfaceKey& key);
IpInterface* findIpInterface(Snapshot& tables, const IpInterfaceKey& key);

/// Flags that routers announce on the link of this adapter; none when no router is there.
std::optional<RouterFlags> routerFlags(const SimulatedNetwork& network, std::uint64_t luid);

/// Moves an adapter and all rows of it from one set of tables to the other. False when it is not
/// there.
bool moveAdapter(std::uint64_t luid, Snapshot& from, Snapshot& to);

/// True when every key joins, no key is there twice, and every value is one its member can hold.
bool isConsistent(const SimulatedNetwork& network);

/// True when every value of the row is one its member can hold and its keys repeat the row's.
bool isConsistent(const IpInterface& row);

}  // namespace interface_panel::simulated
