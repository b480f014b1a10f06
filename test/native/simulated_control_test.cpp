// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>

#include "simulated_fixture.h"

namespace interface_panel::simulated {
namespace {

bool mentions(const std::ostringstream& stream, const std::string& text) {
  return stream.str().find(text) != std::string::npos;
}

template <typename Rows>
auto countOf(const Rows& rows, std::uint64_t luid) {
  return std::count_if(rows.begin(), rows.end(), [&](const auto& row) { return row.luid == luid; });
}

TEST_CASE("another program edits a settable field by the rules of Set") {
  SimulatedFixture fixture;
  const auto stack = fixture.stack();
  const std::string ethernet = luidText(kEthernet);
  CHECK(fixture.control({"set", ethernet, "ipv4", "Metric", "9"}) == kDone);
  CHECK(liveValue(*stack, kEthernet4, Field::Metric) == 9);
  CHECK(liveValue(*stack, kEthernet4, Field::UseAutomaticMetric) == 0);
  CHECK(fixture.control({"set", "0x6008001000000", "23", "NlMtu", "1280"}) == kDone);
  CHECK(liveValue(*stack, kEthernet6, Field::NlMtu) == 1280);
}

TEST_CASE("the network edits a status field") {
  SimulatedFixture fixture;
  const auto stack = fixture.stack();
  CHECK(fixture.control({"set", luidText(kEthernet), "ipv4", "Connected", "0"}) == kDone);
  CHECK(liveValue(*stack, kEthernet4, Field::Connected) == 0);
}

TEST_CASE("an edit that Set would refuse fails with its code and changes nothing") {
  SimulatedFixture fixture;
  const auto stack = fixture.stack();
  const std::string ethernet = luidText(kEthernet);
  CHECK(fixture.control({"set", ethernet, "ipv4", "NlMtu", "9000"}) == kFailed);
  CHECK(mentions(fixture.err, "ERROR_INVALID_PARAMETER (87)"));
  CHECK(fixture.control({"set", ethernet, "ipv4", "Connected", "2"}) == kFailed);
  CHECK(fixture.control({"set", ethernet, "ipv4", "InterfaceLuid", "2"}) == kFailed);
  CHECK(fixture.control({"set", ethernet, "ipv4", "SitePrefixLength", "2"}) == kFailed);
  CHECK(fixture.control({"set", luidText(kUnknown), "ipv4", "Metric", "2"}) == kFailed);
  CHECK(mentions(fixture.err, "ERROR_FILE_NOT_FOUND (2)"));
  CHECK(fixture.control({"set", luidText(kIpv4Only), "ipv6", "Metric", "2"}) == kFailed);
  CHECK(mentions(fixture.err, "ERROR_NOT_FOUND (1168)"));
  CHECK(liveValue(*stack, kEthernet4, Field::NlMtu) == 1500);
}

TEST_CASE("an adapter that vanishes takes all its rows along, and returns with them") {
  SimulatedFixture fixture;
  const auto stack = fixture.stack();
  const Snapshot before = fixture.reader()->snapshot().value();
  REQUIRE(fixture.control({"vanish", luidText(kEthernet)}) == kDone);
  const Snapshot without = fixture.reader()->snapshot().value();
  CHECK(countOf(without.adapters, kEthernet) == 0);
  CHECK(countOf(without.unicastAddresses, kEthernet) == 0);
  CHECK(countOf(without.routes, kEthernet) == 0);
  CHECK(countOf(without.dnsServers, kEthernet) == 0);
  CHECK(fixture.reader()->ipInterface(kEthernet4).error().code == 2);
  CHECK(fixture.control({"vanish", luidText(kEthernet)}) == kFailed);

  REQUIRE(fixture.control({"return", luidText(kEthernet)}) == kDone);
  const Snapshot after = fixture.reader()->snapshot().value();
  CHECK(countOf(after.routes, kEthernet) == countOf(before.routes, kEthernet));
  CHECK(countOf(after.unicastAddresses, kEthernet) == countOf(before.unicastAddresses, kEthernet));
  CHECK(fixture.control({"return", luidText(kEthernet)}) == kFailed);
  CHECK(mentions(fixture.err, "ERROR_OBJECT_ALREADY_EXISTS (5010)"));
}

TEST_CASE("an adapter returns under another index, by itself without the settings it had") {
  SimulatedFixture fixture;
  const auto stack = fixture.stack();
  const std::string tunnel = luidText(kFullTunnelVpn);
  const std::int64_t index = liveValue(*stack, kTunnel4, Field::InterfaceIndex);
  const auto comeBack = [&](const std::vector<std::string>& how) {
    REQUIRE(fixture.control({"set", tunnel, "ipv4", "DisableDefaultRoutes", "1"}) == kDone);
    REQUIRE(fixture.control({"vanish", tunnel}) == kDone);
    std::vector<std::string> arguments{"return", tunnel};
    arguments.insert(arguments.end(), how.begin(), how.end());
    REQUIRE(fixture.control(arguments) == kDone);
    return liveValue(*stack, kTunnel4, Field::DisableDefaultRoutes);
  };
  CHECK(comeBack({"kept"}) == 1);
  CHECK(comeBack({}) == 0);
  CHECK(liveValue(*stack, kTunnel4, Field::Metric) == 5);
  CHECK(liveValue(*stack, kTunnel4, Field::InterfaceIndex) > index);
  CHECK(fixture.reader()->ipInterface(kTunnel4).value().index ==
        liveValue(*stack, kTunnel4, Field::InterfaceIndex));
}

TEST_CASE("resize makes a network of that size, reset the demo again") {
  SimulatedFixture fixture;
  const auto stack = fixture.stack();
  CHECK(fixture.control({"resize", "5000"}) == kDone);
  CHECK(fixture.reader()->snapshot().value().ipInterfaces.size() == 5000);
  REQUIRE(fixture.control({"set", luidText(kEthernet), "ipv4", "Metric", "9"}) == kDone);
  CHECK(fixture.control({"reset"}) == kDone);
  CHECK(fixture.reader()->snapshot().value().ipInterfaces.size() == kDemoSize);
  CHECK(liveValue(*stack, kEthernet4, Field::Metric) == 25);
}

TEST_CASE("show lists adapters, armed faults and the fields of a row") {
  SimulatedFixture fixture;
  REQUIRE(fixture.control({"fail-next-set", "5", "2"}) == kDone);
  REQUIRE(fixture.control({"hang-next-set"}) == kDone);
  REQUIRE(fixture.control({"vanish", luidText(kWifi)}) == kDone);
  REQUIRE(fixture.control({"show"}) == kDone);
  CHECK(mentions(fixture.out, "generation 4, 12 adapters, 23 IP interfaces"));
  CHECK(mentions(fixture.out, "a set fails with 5 after 2"));
  CHECK(mentions(fixture.out, "a set hangs after 0"));
  CHECK(mentions(fixture.out, luidText(kWifi) + "  vanished  Wi-Fi"));
  CHECK(mentions(fixture.out, "B\xC3\xBCro \xF0\x9F\x8F\xA2"));
  REQUIRE(fixture.control({"show", luidText(kEthernet), "ipv6"}) == kDone);
  CHECK(mentions(fixture.out, "RouterDiscoveryBehavior 1\n"));
  CHECK(mentions(fixture.out, "DisableDefaultRoutes 0\n"));
}

TEST_CASE("a failure is disarmed with 0") {
  SimulatedFixture fixture;
  REQUIRE(fixture.control({"fail-next-set", "5"}) == kDone);
  REQUIRE(fixture.control({"fail-next-set", "0"}) == kDone);
  CHECK(fixture.stack()->set({kEthernet4, Field::Metric, 25, 3}));
}

TEST_CASE("what is no command is answered with the usage and touches nothing") {
  SimulatedFixture fixture;
  const std::string ethernet = luidText(kEthernet);
  const std::vector<std::vector<std::string>> wrong = {
      {},
      {"explode"},
      {"reset", "now"},
      {"set"},
      {"set", "ethernet", "ipv4", "Metric", "1"},
      {"set", ethernet, "ipv5", "Metric", "1"},
      {"set", ethernet, "ipv4", "metric", "1"},
      {"set", ethernet, "ipv4", "Metric", "1.5"},
      {"set", ethernet, "ipv4", "Metric", ""},
      {"set", ethernet, "ipv4", "Metric", "1", "2"},
      {"vanish"},
      {"vanish", "99999999999999999999"},
      {"return", ethernet, "sometimes"},
      {"fail-next-set"},
      {"fail-next-set", "5", "soon"},
      {"hang-next-set", "-1"},
      {"resize", "24"},
      {"resize", "100001"},
      {"resize", "many"},
      {"show", ethernet},
  };
  for (const std::vector<std::string>& arguments : wrong) {
    const std::string command = arguments.empty() ? "" : arguments.front();
    CAPTURE(command);
    CAPTURE(arguments.size());
    CHECK(fixture.control(arguments) == kUsage);
    CHECK(mentions(fixture.err, "usage: simulated-control <file> <command>"));
  }
  CHECK(fixture.reader()->snapshot().value().ipInterfaces.size() == kDemoSize);
}

}  // namespace
}  // namespace interface_panel::simulated
