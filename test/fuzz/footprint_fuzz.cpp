// SPDX-License-Identifier: MIT
// Any bytes as the footprints of a restore on Linux. What a header or a state is taken for must be
// what writing it gives back, byte by byte, and it names no other link's routes. Nothing here asks
// the kernel: all is decided before PREPARED.
#include <linux/rtnetlink.h>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>
#include <vector>

#include "choices.h"
#include "require.h"
#include "stack/ip_interface_key.h"
#include "stack/linux/default_routes_state.h"
#include "stack/linux/footprint_codec.h"
#include "stack/linux/link_mtu_state.h"
#include "stack/linux/parking_table.h"
#include "stack/linux/settable_linux_stack.h"
#include "tally.h"

using namespace interface_panel;

namespace {

constexpr std::uint32_t kIndex = 7;
// IF_TYPE_ETHERNET_CSMACD.
constexpr std::uint64_t kLuid = makeLuid(6, kIndex);

constexpr std::array<std::pair<Field, Family>, 8> kChanges{
    {{Field::DisableDefaultRoutes, Family::ipv4},
     {Field::DisableDefaultRoutes, Family::ipv6},
     {Field::NlMtu, Family::ipv4},
     {Field::NlMtu, Family::ipv6},
     {Field::RouterDiscoveryBehavior, Family::ipv6},
     {Field::LinkLocalAddressBehavior, Family::ipv6},
     {Field::ForwardingEnabled, Family::ipv4},
     {Field::BaseReachableTime, Family::ipv6}}};

/// Numbers that footprints are made of: one byte of an input stands for each.
constexpr std::array<std::int64_t, 16> kNumbers{0,
                                                1,
                                                2,
                                                4,
                                                16,
                                                64,
                                                128,
                                                254,
                                                1024,
                                                1280,
                                                7,
                                                1500,
                                                -1,
                                                parkedRoutesTable(kIndex),
                                                parkedLearntRoutesTable(kIndex),
                                                std::numeric_limits<std::uint32_t>::max()};

void append(std::vector<std::uint8_t>& body, std::int64_t number) {
  FootprintWriter writer;
  writer.number(number);
  const Footprint bytes = writer.take();
  body.insert(body.end(), bytes.begin(), bytes.end());
}

/// A footprint's bytes from fewer: mutated one by one, bytes of eight would hardly become numbers.
std::vector<std::uint8_t> expanded(Choices& choices, std::size_t length) {
  std::vector<std::uint8_t> body;
  for (; length > 0 && choices.areLeft(); --length) {
    const std::uint8_t choice = choices.byte();
    if (choice < kNumbers.size()) {
      append(body, kNumbers[choice]);
    } else if (choice < 64) {
      append(body, choices.byte());
    } else {
      // An address, or attributes.
      const std::size_t run = choice % 32;
      append(body, static_cast<std::int64_t>(run));
      for (std::size_t i = 0; i < run; ++i) body.push_back(choices.byte());
    }
  }
  return body;
}

/// Default routes that are nearly always well made.
std::vector<RouteRecord> anyRoutes(Choices& choices, Family family, std::uint32_t table) {
  std::vector<RouteRecord> routes;
  for (std::size_t count = choices.below(3); count > 0; --count) {
    RouteRecord record;
    record.family = family;
    record.group.table = choices.byte() < 250 ? table : 100;
    record.group.destination.address.family = family;
    record.group.source.address.family = family;
    record.group.metric = choices.byte();
    record.index = choices.byte() < 250 ? kIndex : kIndex + 1;
    record.protocol = choices.byte();
    record.type = RTN_UNICAST;
    AttributeWriter attributes;
    attributes.add(RTA_OIF, record.index);
    record.attributes.assign(attributes.bytes().begin(), attributes.bytes().end());
    routes.push_back(std::move(record));
  }
  return routes;
}

/// A body that the field reads, but for a byte now and then.
std::vector<std::uint8_t> wellMade(Choices& choices, const Operation& operation) {
  const Family family = operation.key.family;
  FootprintWriter writer;
  if (operation.field == Field::DisableDefaultRoutes) {
    DefaultRoutesState state;
    if (family == Family::ipv6) state.acceptRaDefrtr = choices.below(2);
    state.routes = anyRoutes(choices, family, RT_TABLE_MAIN);
    state.ahead.resize(state.routes.size());
    state.parked = anyRoutes(choices, family, parkedRoutesTable(kIndex));
    writeState(writer, state);
  } else if (operation.field == Field::NlMtu && family == Family::ipv4) {
    LinkMtuState state{.linkMtu = operation.expected, .ipv6Mtu = 1280};
    for (RouteRecord& record : anyRoutes(choices, Family::ipv6, RT_TABLE_MAIN)) {
      state.routes.push_back({std::move(record)});
      state.routes.back().mtu = choices.byte();
    }
    writeState(writer, state);
  } else {
    writer.number(choices.oneOf(kNumbers));
  }
  Footprint body = writer.take();
  if (choices.byte() >= 200) body[choices.byte() % body.size()] = choices.byte();
  return body;
}

std::vector<std::uint8_t> anyBody(Choices& choices, const Operation& operation) {
  const std::uint8_t kind = choices.byte();
  if (kind == 0) return {};
  return kind < 64 ? expanded(choices, kind) : wellMade(choices, operation);
}

Footprint withHeader(const Operation& operation, const std::vector<std::uint8_t>& body) {
  FootprintWriter writer;
  writeHeader(writer, {operation.field, operation.key.family, {.index = kIndex, .name = "e0"}});
  Footprint footprint = writer.take();
  footprint.insert(footprint.end(), body.begin(), body.end());
  return footprint;
}

void requireSame(FootprintWriter& writer, Bytes bytes, const char* what) {
  const Footprint written = writer.take();
  require(std::ranges::equal(written, bytes), what);
}

void checkHeader(Bytes bytes) {
  FootprintReader reader(bytes);
  const auto header = readHeader(reader);
  if (!header) return;
  FootprintWriter writer;
  writeHeader(writer, *header);
  requireSame(writer, bytes.first(bytes.size() - reader.rest().size()),
              "a header is written as it was read");
}

bool ofLink(const std::vector<RouteRecord>& routes) {
  return std::ranges::all_of(routes, [](const RouteRecord& one) { return one.index == kIndex; });
}

void checkStates(Bytes body, const IpInterfaceKey& key) {
  if (const auto state = decodeState(body, key)) {
    FootprintWriter writer;
    writeState(writer, *state);
    requireSame(writer, body, "default routes are written as they were read");
    require(ofLink(state->routes) && ofLink(state->parked) && ofLink(state->learnt) &&
                ofLink(state->parkedLearnt),
            "default routes are of the link alone");
  }
  if (const auto state = decodeLinkMtuState(body, key)) {
    FootprintWriter writer;
    writeState(writer, *state);
    requireSame(writer, body, "an MTU is written as it was read");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto stack = makeSettableLinuxStack();
  Choices choices({data, size});
  const auto [field, family] = choices.oneOf(kChanges);
  Operation operation{{kLuid, family}, field, 0, 0};
  operation.expected = choices.oneOf(kNumbers);
  const auto before = anyBody(choices, operation);
  const auto after = anyBody(choices, operation);
  checkHeader({data, size});
  checkStates(before, operation.key);
  const Footprint old = withHeader(operation, before);
  checkHeader(old);
  const auto refusal = stack->checkRestore(
      operation, old, after.empty() ? Footprint() : withHeader(operation, after));
  require(refusal.ok(), "whether a restore is possible is decided without the kernel");
  Tally::count(refusal.value() == Refusal::none);
  return 0;
}
