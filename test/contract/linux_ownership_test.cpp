// SPDX-License-Identifier: MIT
// What others do on a Linux network while a change waits: theirs stays theirs, and ours comes back.
#include <doctest/doctest.h>

#include "linux_network.h"
#include "stack/linux/default_routes_state.h"
#include "stack/linux/footprint_codec.h"
#include "stack/linux/parking_table.h"
#include "stack/linux/settable_linux_stack.h"
#include "stack_under_test.h"

namespace interface_panel {
namespace {

Applied applyTrial(SettableIpStack& stack, const Trial& trial) {
  CAPTURE(describe(trial));
  return apply(stack, operationOf(stack, trial));
}

std::string routesOf(const std::string& link, const char* family = "-4") {
  return shell(std::string("ip ") + family + " route show default dev " + link);
}

std::string parkedOf(const LinuxNetwork& network, const std::string& link,
                     const char* family = "-4") {
  return shell(std::string("ip ") + family + " route show table " +
               std::to_string(parkedRoutesTable(network.index(link))));
}

Trial offIpv4(const LinuxNetwork& network) {
  return {network.key("v0", Family::ipv4), Field::DisableDefaultRoutes, 1};
}

Trial offIpv6(const LinuxNetwork& network) {
  return {network.key("v0", Family::ipv6), Field::DisableDefaultRoutes, 1};
}

TEST_CASE("a link that goes down while another of its metric is off loses its route, not ours") {
  LinuxNetwork network;
  const auto stack = makeSettableLinuxStack();
  const std::string ours = routesOf("v0");
  const Applied applied = applyTrial(*stack, offIpv4(network));
  shell("ip link set v1 down");
  SUBCASE("taken back") { CHECK(takeBack(*stack, applied) == Restored::complete); }
  SUBCASE("restored after a crash") {
    CHECK(takeBackByJournal(*makeSettableLinuxStack(), applied) == Restored::complete);
  }
  CHECK(routesOf("v0") == ours);
  CHECK(routesOf("v1").empty());
  CHECK(parkedOf(network, "v0").empty());
}

TEST_CASE("a link that gets a default route of the metric that is off elsewhere keeps it") {
  LinuxNetwork network;
  shell("ip route del default dev v1");
  const auto stack = makeSettableLinuxStack();
  const std::string ours = routesOf("v0");
  const Applied applied = applyTrial(*stack, offIpv4(network));
  shell("ip route add default via 10.0.1.1 dev v1 metric 100");
  const std::string theirs = routesOf("v1");
  SUBCASE("taken back") { CHECK(takeBack(*stack, applied) == Restored::complete); }
  SUBCASE("restored after a crash") {
    CHECK(takeBackByJournal(*makeSettableLinuxStack(), applied) == Restored::complete);
  }
  CHECK(routesOf("v0") == ours);
  CHECK(routesOf("v1") == theirs);
  CHECK(parkedOf(network, "v0").empty());
}

TEST_CASE("the same with IPv6 default routes that have no gateway") {
  LinuxNetwork network;
  shell("ip -6 route replace default dev v0 metric 512");
  const auto stack = makeSettableLinuxStack();
  const std::string ours = routesOf("v0", "-6");
  const Applied applied = applyTrial(*stack, offIpv6(network));
  shell("ip -6 route add default dev v1 metric 512");
  const std::string theirs = routesOf("v1", "-6");
  CHECK(takeBack(*stack, applied) == Restored::complete);
  CHECK(routesOf("v0", "-6") == ours);
  CHECK(routesOf("v1", "-6") == theirs);
  CHECK(parkedOf(network, "v0", "-6").empty());
}

TEST_CASE("a route of another link that could not be made again is not touched") {
  LinuxNetwork network;
  const auto stack = makeSettableLinuxStack();
  // The gateway of v1 no longer resolves.
  shell("ip route del 10.0.1.0/24 dev v1");
  const std::string theirs = routesOf("v1");
  const std::string ours = routesOf("v0");
  const Applied applied = applyTrial(*stack, offIpv4(network));
  CHECK(routesOf("v1") == theirs);
  CHECK(takeBack(*stack, applied) == Restored::complete);
  CHECK(routesOf("v1") == theirs);
  CHECK(routesOf("v0") == ours);
}

TEST_CASE("IPv6 routes that the kernel merges with another link's are parted again") {
  LinuxNetwork network;
  const auto stack = makeSettableLinuxStack();
  applyTrial(*stack, offIpv6(network));
  shell("ip -6 route add default via fd00:1::1 dev v1 metric 512");
  const std::string witness = network.witness();
  const Applied on =
      applyTrial(*stack, {network.key("v0", Family::ipv6), Field::DisableDefaultRoutes, 0});
  CHECK(takeBack(*stack, on) == Restored::complete);
  CHECK(difference(witness, network.witness()) == "");
}

TEST_CASE("an MTU that more routes follow than a footprint holds is refused") {
  LinuxNetwork network;
  shell(
      "for i in $(seq 1 1100); do echo \"route add fd77:$(printf %x $i)::/64 dev v0 mtu 1400\"; "
      "done "
      "| ip -6 -batch -");
  const auto stack = makeSettableLinuxStack();
  const std::string witness = network.witness();
  const auto refusal = stack->check({network.key("v0", Family::ipv4), Field::NlMtu, 1500, 1300});
  REQUIRE(refusal.ok());
  CHECK(refusal.value() == Refusal::footprintTooLarge);
  CHECK(difference(witness, network.witness()) == "");
}

TEST_CASE("a link is the same under another name and with another hardware address") {
  LinuxNetwork network;
  const auto stack = makeSettableLinuxStack();
  const std::string routes = routesOf("v0");
  const Applied mtu = applyTrial(*stack, {network.key("v0", Family::ipv4), Field::NlMtu, 1400});
  const Applied off = applyTrial(*stack, offIpv4(network));
  shell("ip link set v0 address 02:00:00:00:00:77");
  shell("ip link set v0 name other");
  CHECK(takeBack(*stack, off) == Restored::complete);
  CHECK(takeBack(*stack, mtu) == Restored::complete);
  CHECK(routesOf("other") == routes);
  CHECK(shell("cat /sys/class/net/other/mtu") == "1500\n");
}

TEST_CASE("a link that was made again with the same name, index and address is another one") {
  LinuxNetwork network;
  const auto stack = makeSettableLinuxStack();
  const std::string index = std::to_string(network.index("v0"));
  const std::string address = shell("cat /sys/class/net/v0/address");
  const Applied applied = applyTrial(*stack, {network.key("v0", Family::ipv4), Field::NlMtu, 1400});
  shell("ip link del v0");
  CHECK(takeBack(*stack, applied) == Restored::gone);
  shell("ip link add v0 index " + index + " address " + address.substr(0, address.find('\n')) +
        " mtu 1400 type veth peer name q0");
  const std::string witness = network.witness();
  CHECK(takeBack(*stack, applied) == Restored::gone);
  CHECK(difference(witness, network.witness()) == "");
}

TEST_CASE("taking router discovery back leaves what others gave the link") {
  LinuxNetwork network;
  shell("sysctl -qw net.ipv6.conf.v1.accept_ra=0");
  network.startSilentRouter("AdvDefaultLifetime 1800; prefix fd00:9::/64 {};");
  const auto stack = makeSettableLinuxStack();
  const Applied applied =
      applyTrial(*stack, {network.key("v1", Family::ipv6), Field::RouterDiscoveryBehavior, 1});
  network.waitForRouter();
  REQUIRE(eventually(
      [] { return shell("ip -6 addr show dev v1").find("fd00:9:") != std::string::npos; }));
  // A DHCPv6 client's address, and the route of a daemon that handles advertisements itself.
  shell("ip addr add fd00:8::8/128 dev v1 valid_lft 900 preferred_lft 900");
  shell("ip -6 route add fd00:7::/64 dev v1 proto ra metric 100 expires 900");
  CHECK(takeBack(*stack, applied) == Restored::complete);
  const std::string addresses = shell("ip -6 addr show dev v1");
  CHECK(addresses.find("fd00:8::8") != std::string::npos);
  CHECK(addresses.find("fd00:9:") == std::string::npos);
  CHECK(shell("ip -6 route show dev v1").find("fd00:7::/64") != std::string::npos);
  CHECK(routesOf("v1", "-6").empty());
}

TEST_CASE("a link-local address that went meanwhile is as the mode makes it, and as it is told") {
  LinuxNetwork network;
  const auto stack = makeSettableLinuxStack();
  const std::string old = shell("ip -6 addr show dev v0 scope link");
  const Applied applied =
      applyTrial(*stack, {network.key("v0", Family::ipv6), Field::LinkLocalAddressBehavior, 0});
  SUBCASE("taken away by hand: the kernel makes it again") {
    shell("ip -6 addr flush dev v0 scope link");
    CHECK(takeBack(*stack, applied) == Restored::complete);
    CHECK(eventually([&] { return shell("ip -6 addr show dev v0 scope link") == old; }));
  }
  SUBCASE("with the link, which is down: there is none") {
    shell("ip link set v0 down");
    CHECK(takeBack(*stack, applied) == Restored::complete);
    CHECK(shell("ip -6 addr show dev v0 scope link").empty());
  }
  SUBCASE("with the link, which has no carrier since: there is none until it has") {
    network.inRouter("ip link set p0 down");
    shell("ip link set v0 down && ip link set v0 up");
    REQUIRE(eventually(
        [] { return shell("ip link show v0").find("NO-CARRIER") != std::string::npos; }));
    CHECK(takeBack(*stack, applied) == Restored::complete);
    CHECK(shell("ip -6 addr show dev v0 scope link").empty());
    network.inRouter("ip link set p0 up");
    CHECK(eventually([&] { return shell("ip -6 addr show dev v0 scope link") == old; }));
  }
  SUBCASE("with the link, which has another hardware address since: it is of that") {
    shell("ip link set v0 down && ip link set v0 address 02:00:00:00:00:77 && ip link set v0 up");
    CHECK(takeBack(*stack, applied) == Restored::complete);
    const std::string made = shell("ip -6 addr show dev v0 scope link");
    CHECK(made.find("fe80::ff:fe00:77/64") != std::string::npos);
  }
  CHECK(shell("sysctl -n net.ipv6.conf.v0.addr_gen_mode") == "0\n");
}

TEST_CASE("a link that came up meanwhile has the link-local address that the mode makes") {
  LinuxNetwork network;
  const std::string old = shell("ip -6 addr show dev v0 scope link");
  shell("ip link set v0 down");
  const auto stack = makeSettableLinuxStack();
  const Applied applied =
      applyTrial(*stack, {network.key("v0", Family::ipv6), Field::LinkLocalAddressBehavior, 0});
  shell("ip link set v0 up");
  REQUIRE(shell("ip -6 addr show dev v0 scope link").empty());
  CHECK(takeBack(*stack, applied) == Restored::complete);
  // Tentative, until the kernel comes to it.
  CHECK(eventually([&] { return shell("ip -6 addr show dev v0 scope link") == old; }));
}

TEST_CASE("a link that had no link-local address yet has none after taking back") {
  LinuxNetwork network;
  // Its cable hangs loose.
  shell("ip link add n0 type veth peer name n1 && ip link set n0 up");
  REQUIRE(shell("ip -6 addr show dev n0").empty());
  const auto stack = makeSettableLinuxStack();
  const Applied applied =
      applyTrial(*stack, {network.key("n0", Family::ipv6), Field::LinkLocalAddressBehavior, 0});
  CHECK(takeBack(*stack, applied) == Restored::complete);
  CHECK(shell("ip -6 addr show dev n0").empty());
}

TEST_CASE("a journal that names router discovery reaches neither settings nor others' addresses") {
  LinuxNetwork network;
  const auto stack = makeSettableLinuxStack();
  const IpInterfaceKey key = network.key("v1", Family::ipv6);
  shell("sysctl -qw net.ipv6.conf.v1.accept_ra=0 net.ipv6.conf.v1.hop_limit=33");
  Applied applied = applyTrial(*stack, {key, Field::RouterDiscoveryBehavior, 1});
  network.startRouter("AdvCurHopLimit 55;");
  shell("ip addr add fd00:8::8/128 dev v1 valid_lft 900 preferred_lft 900");
  CHECK(takeBackByJournal(*stack, applied) == Restored::foreign);
  CHECK(shell("sysctl -n net.ipv6.conf.v1.accept_ra") == "0\n");
  CHECK(shell("sysctl -n net.ipv6.conf.v1.hop_limit") == "55\n");
  CHECK(shell("ip -6 addr show dev v1").find("fd00:8::8") != std::string::npos);
  CHECK(routesOf("v1", "-6").empty());
}

TEST_CASE("both MTUs of a link that one plan has set are restored from a journal") {
  LinuxNetwork network;
  const auto stack = makeSettableLinuxStack();
  const std::string witness = network.witness();
  const Applied link = applyTrial(*stack, {network.key("v0", Family::ipv4), Field::NlMtu, 1400});
  Applied ipv6 = applyTrial(*stack, {network.key("v0", Family::ipv6), Field::NlMtu, 1300});
  // As the plan names it; setting the link's has led it to 1400.
  ipv6.operation.expected = 1500;
  CHECK(takeBackByJournal(*stack, ipv6) == Restored::complete);
  CHECK(takeBackByJournal(*stack, link) == Restored::complete);
  CHECK(difference(witness, network.witness()) == "");
}

TEST_CASE("footprints of a journal that cannot be the operation's are refused before anything") {
  LinuxNetwork network;
  const auto stack = makeSettableLinuxStack();
  const Trial trial = {network.key("v0", Family::ipv4), Field::BaseReachableTime, 20000};
  const Applied applied = applyTrial(*stack, trial);
  const auto refusal = [&](const Operation& operation, const Footprint& before,
                           const Footprint& after) {
    const auto answer = stack->checkRestore(operation, before, after);
    REQUIRE(answer.ok());
    return answer.value();
  };
  CHECK(refusal(applied.operation, applied.before, applied.after) == Refusal::none);
  CHECK(refusal(applied.operation, applied.before, {}) == Refusal::none);
  const auto refused = [&](const Operation& operation, const Footprint& before,
                           const Footprint& after) {
    CHECK(refusal(operation, before, after) == Refusal::malformedFootprint);
    CHECK_FALSE(stack->restoreJournalled(operation, before, after).ok());
  };
  SUBCASE("in the wrong order") { refused(applied.operation, applied.after, applied.before); }
  SUBCASE("of another value") {
    Operation other = applied.operation;
    ++other.expected;
    refused(other, applied.before, applied.after);
  }
  SUBCASE("of another field") {
    Operation other = applied.operation;
    other.field = Field::RetransmitTime;
    refused(other, applied.before, applied.after);
  }
  SUBCASE("of the other family") {
    Operation other = applied.operation;
    other.key.family = Family::ipv6;
    refused(other, applied.before, applied.after);
  }
  SUBCASE("of another link") {
    Operation other = applied.operation;
    other.key = network.key("v1", Family::ipv4);
    refused(other, applied.before, applied.after);
  }
  SUBCASE("of two links") {
    Footprint after = applied.after;
    after.back() ^= 1;  // the value is last, the identity before it
    after[after.size() - 9] ^= 1;
    refused(applied.operation, applied.before, after);
  }
  SUBCASE("too long") {
    Footprint before = applied.before;
    before.push_back(0);
    refused(applied.operation, before, applied.after);
  }
  SUBCASE("too short") {
    Footprint after = applied.after;
    after.pop_back();
    refused(applied.operation, applied.before, after);
  }
  CHECK(shell("sysctl -n net.ipv4.neigh.v0.base_reachable_time_ms") == "20000\n");
}

TEST_CASE("a journal cannot name the routes of another link, nor one route twice") {
  LinuxNetwork network;
  const auto stack = makeSettableLinuxStack();
  const Applied applied = applyTrial(*stack, offIpv4(network));
  const std::string witness = network.witness();
  FootprintReader reader(applied.before);
  const auto header = readHeader(reader);
  REQUIRE(header);
  auto before = decodeState(reader.rest(), applied.operation.key);
  REQUIRE(before);
  REQUIRE(before->routes.size() == 1);
  const auto refusalOf = [&](const DefaultRoutesState& state) {
    FootprintWriter forged;
    writeHeader(forged, *header);
    writeState(forged, state);
    const auto refusal = stack->checkRestore(applied.operation, forged.take(), applied.after);
    REQUIRE(refusal.ok());
    return refusal.value();
  };
  REQUIRE(refusalOf(*before) == Refusal::none);
  SUBCASE("of another link") {
    before->routes.front().index = network.index("v1");
    CHECK(refusalOf(*before) == Refusal::malformedFootprint);
  }
  SUBCASE("of another table") {
    before->routes.front().group.table = 77;
    CHECK(refusalOf(*before) == Refusal::malformedFootprint);
  }
  SUBCASE("one twice") {
    before->routes.push_back(before->routes.front());
    before->ahead.emplace_back();
    CHECK(refusalOf(*before) == Refusal::malformedFootprint);
  }
  CHECK(difference(witness, network.witness()) == "");
}

}  // namespace
}  // namespace interface_panel
