// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "stack/linux/footprint_codec.h"
#include "stack/linux/route_message.h"

namespace interface_panel {

/// Routes among which the kernel keeps an order: same table, prefix, type of service and metric.
struct RouteGroupKey {
  std::uint32_t table = 0;
  IpPrefix destination;
  IpPrefix source;
  std::uint8_t tos = 0;
  std::uint32_t metric = 0;

  bool operator==(const RouteGroupKey&) const = default;
  /// Any order will do, for sets.
  bool operator<(const RouteGroupKey& other) const;
};

/// A route with every attribute it was made with, so that it can be taken away and made again.
struct RouteRecord {
  RouteGroupKey group;
  Family family = Family::ipv4;
  std::uint32_t index = 0;
  std::uint8_t protocol = 0;
  std::uint8_t scope = 0;
  std::uint8_t type = 0;
  /// RTNH_F_ONLINK or nothing.
  std::uint32_t flags = 0;
  /// Netlink attributes besides table, metric and what says how the route is doing.
  std::vector<std::uint8_t> attributes;
  /// Seconds left, or kForEver.
  std::uint32_t lifetime = kForEver;
  /// Some attribute could not be given back to the kernel, or several links share the route.
  bool movable = true;

  /// The same route, whatever its remaining lifetime.
  [[nodiscard]] bool sameAs(const RouteRecord& other) const;

  /// A unicast route to everywhere, from anywhere.
  [[nodiscard]] bool isDefault() const;

  /// The attribute of this type, or nothing.
  [[nodiscard]] Bytes attribute(std::uint16_t type) const;

  /// The same route in another table or with another metric.
  [[nodiscard]] RouteRecord in(std::uint32_t table, std::uint32_t metric) const;
};

RouteGroupKey groupOf(const RouteMessage& message);

/// The record of a route that the kernel told.
RouteRecord recordOf(const RouteMessage& message);

/// The records of a route that the kernel told: one of each hop where IPv6 routes of equal metric
/// through gateways were merged into one, which each link made for itself and can take away alone.
std::vector<RouteRecord> recordsOf(const RouteMessage& message);

/// All routes of a dump as records.
Result<std::vector<RouteRecord>> readRouteRecords(NetlinkSocket& route, Family family,
                                                  const RouteFilter& filter);

void writeRoutes(FootprintWriter& writer, const std::vector<RouteRecord>& routes);

/// At most 1,024 routes of `family`, each with none but the attributes a movable route may have.
std::vector<RouteRecord> readRoutes(FootprintReader& reader, Family family);

/// The route in `routes` that is the same, lifetimes aside, or null.
const RouteRecord* findRoute(const std::vector<RouteRecord>& routes, const RouteRecord& wanted);

/// Whether no route is there twice, lifetimes aside.
bool allDiffer(const std::vector<RouteRecord>& routes);

}  // namespace interface_panel
