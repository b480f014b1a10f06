// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "simulated_fixture.h"
#include "stack/simulated/demo_network.h"
#include "stack/simulated/network_codec.h"
#include "stack/simulated/outside_control.h"

namespace interface_panel::simulated {
namespace {

/// A network in which every part of the encoding is in use.
SimulatedNetwork fullNetwork() {
  SimulatedNetwork network = networkOfSize(30);
  network.faults = {1450, 3, true, 7};
  makeVanish(network, kWifi);
  network.present.adapters.front().alias = std::u16string{u'a', char16_t{0xD800}, u'b'};
  return network;
}

TEST_CASE("a network comes back as it was, an unpaired surrogate in a name too") {
  const SimulatedNetwork network = fullNetwork();
  const std::vector<std::uint8_t> bytes = encodeNetwork(network);
  const std::optional<SimulatedNetwork> decoded = decodeNetwork(bytes);
  REQUIRE(decoded);
  CHECK(encodeNetwork(*decoded) == bytes);
  CHECK(decoded->present.adapters.front().alias == network.present.adapters.front().alias);
  CHECK(decoded->vanished.adapters.size() == 1);
  CHECK(decoded->present.adapters[1].driver == u"pci\\ven_8086&dev_1a1c");
  CHECK(decoded->faults.failCode == 1450);
  CHECK(decoded->faults.hangAfter == 7);
  CHECK(decoded->routers.size() == 2);
}

TEST_CASE("bytes that are cut short are no network, wherever they are cut") {
  const std::vector<std::uint8_t> bytes = encodeNetwork(fullNetwork());
  for (std::size_t length = 0; length < bytes.size(); length += 7) {
    CAPTURE(length);
    CHECK_FALSE(decodeNetwork(std::span(bytes).first(length)));
  }
}

TEST_CASE("bytes behind the end are refused") {
  std::vector<std::uint8_t> bytes = encodeNetwork(demoNetwork());
  bytes.push_back(0);
  CHECK_FALSE(decodeNetwork(bytes));
}

TEST_CASE("a count of four billion rows asks for no memory") {
  const std::size_t behindSizeAndFaults = 4 + 13;
  std::vector<std::uint8_t> bytes = encodeNetwork(demoNetwork());
  for (std::size_t byte = 0; byte < 4; ++byte) bytes[behindSizeAndFaults + byte] = 0xFF;
  CHECK_FALSE(decodeNetwork(bytes));
}

TEST_CASE("changed rows and faults come back, a row with an impossible value does not") {
  const SimulatedNetwork network = demoNetwork();
  ChangedParts parts;
  parts.rows = {*findIpInterface(network.present, kEthernet4)};
  parts.faults = Faults{5, 1, false, 0};
  const std::vector<std::uint8_t> bytes = encodeChangedParts(parts);
  const std::optional<ChangedParts> decoded = decodeChangedParts(bytes);
  REQUIRE(decoded);
  CHECK(decoded->rows.size() == 1);
  CHECK(decoded->rows.front().values == parts.rows.front().values);
  CHECK(decoded->faults->failCode == 5);
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    CHECK_FALSE(decodeChangedParts(std::span(bytes).first(length)));
  }

  parts.rows.front().value(Field::RouterDiscoveryBehavior) = 3;
  CHECK_FALSE(decodeChangedParts(encodeChangedParts(parts)));
}

}  // namespace
}  // namespace interface_panel::simulated
