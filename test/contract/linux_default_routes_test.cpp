// SPDX-License-Identifier: MIT
// DisableDefaultRoutes on Linux: what moves, in which order, and how learnt routes come back.
#include <doctest/doctest.h>

#include <algorithm>
#include <utility>

#include "linux_network.h"
#include "stack/linux/linux_stack.h"
#include "stack/linux/parking_table.h"
#include "stack/linux/settable_linux_stack.h"
#include "stack_under_test.h"

namespace interface_panel {
namespace {

Applied apply(SettableIpStack& stack, const IpInterfaceKey& key, std::int64_t value) {
  return apply(stack, operationOf(stack, {key, Field::DisableDefaultRoutes, value}));
}

Refusal reasonFor(SettableIpStack& stack, const IpInterfaceKey& key) {
  const auto refusal = stack.check({key, Field::DisableDefaultRoutes, 0, 1});
  REQUIRE(refusal.ok());
  return refusal.value();
}

std::string learntRoutes() { return shell("ip -6 route show default dev v1 proto ra"); }

TEST_CASE("of equal-metric IPv4 default routes the first stays first and the last stays last") {
  LinuxNetwork network;
  const auto stack = makeSettableLinuxStack();
  const std::string witness = network.witness();
  for (const char* link : {"v0", "v1"}) {
    const Applied applied = apply(*stack, network.key(link, Family::ipv4), 1);
    CHECK(shell("ip route show default dev " + std::string(link)).empty());
    CHECK(takeBack(*stack, applied) == Restored::complete);
    CHECK(difference(witness, network.witness()) == "");
  }
}

TEST_CASE("one that stood between other links' routes comes back behind them, touching none") {
  LinuxNetwork network;
  const auto stack = makeSettableLinuxStack();
  shell("ip route append default via 10.0.0.9 dev v0 metric 100 proto static src 10.0.0.2");
  const std::string witness = network.witness();
  const Applied applied = apply(*stack, network.key("v1", Family::ipv4), 1);
  CHECK(takeBack(*stack, applied) == Restored::complete);
  CHECK(difference(witness, network.witness()) == "the order of lines");
  const std::string routes = shell("ip route show default metric 100");
  CHECK(routes.rfind("dev v1") > routes.rfind("dev v0"));
}

TEST_CASE("both links of equal metric are switched off and taken back in reverse") {
  LinuxNetwork network;
  const auto stack = makeSettableLinuxStack();
  const std::string witness = network.witness();
  const Applied first = apply(*stack, network.key("v0", Family::ipv4), 1);
  const Applied second = apply(*stack, network.key("v1", Family::ipv4), 1);
  CHECK(shell("ip route show default").empty());
  CHECK(takeBack(*stack, second) == Restored::complete);
  CHECK(takeBack(*stack, first) == Restored::complete);
  CHECK(difference(witness, network.witness()) == "");
}

TEST_CASE("a route without a gateway goes itself, not one of its link that has a gateway") {
  LinuxNetwork network;
  const auto stack = makeSettableLinuxStack();
  shell(
      "ip -6 route append default via fd00:1::1 dev v1 metric 9 pref high; "
      "ip -6 route append default dev v0 metric 9; ip -6 route append default dev v1 metric 9");
  const std::string witness = network.witness();
  const Applied applied = apply(*stack, network.key("v0", Family::ipv6), 1);
  CHECK(shell("ip -6 route show default dev v1 metric 9").find("via fd00:1::1") !=
        std::string::npos);
  CHECK(takeBack(*stack, applied) == Restored::complete);
  CHECK(difference(witness, network.witness()) == "the order of lines");
}

TEST_CASE("a static default route moves with every attribute") {
  LinuxNetwork network;
  const auto stack = makeSettableLinuxStack();
  shell(
      "ip route add default via 10.0.0.77 dev v0 metric 7 onlink proto 99 src 10.0.0.2 "
      "mtu lock 1300 advmss 1200 initcwnd 20 realm 5");
  shell("ip -6 route add default dev v0 metric 7 proto 98 pref high mtu 1300 expires 900");
  const std::string witness = network.witness();
  for (const Family family : {Family::ipv4, Family::ipv6}) {
    const Applied applied = apply(*stack, network.key("v0", family), 1);
    const std::string parked =
        shell(std::string(family == Family::ipv4 ? "ip -4" : "ip -6") + " route show table " +
              std::to_string(parkedRoutesTable(network.index("v0"))));
    CHECK(parked.find("metric 7") != std::string::npos);
    CHECK(takeBack(*stack, applied) == Restored::complete);
    CHECK(difference(witness, network.witness()) == "");
  }
}

TEST_CASE("a lifetime that runs down is no change, another route is") {
  LinuxNetwork network;
  const auto stack = makeSettableLinuxStack();
  shell("ip -6 route add default dev v0 metric 7 expires 900");
  const Operation operation =
      operationOf(*stack, {network.key("v0", Family::ipv6), Field::DisableDefaultRoutes, 1});
  const auto footprint = stack->capture(operation);
  REQUIRE(footprint.ok());
  CHECK(eventually([&] { return stack->capture(operation).value() != footprint.value(); }));
  CHECK(stack->isUnchanged(operation, footprint.value()).value());
  shell("ip -6 route add default dev v0 metric 8");
  CHECK_FALSE(stack->isUnchanged(operation, footprint.value()).value());
}

TEST_CASE("an IPv6 default route without a gateway comes back behind its equals") {
  LinuxNetwork network;
  const auto stack = makeSettableLinuxStack();
  shell("ip -6 route add default dev v0 metric 9; ip -6 route append default dev v1 metric 9");
  const std::string witness = network.witness();
  const Applied last = apply(*stack, network.key("v1", Family::ipv6), 1);
  CHECK(takeBack(*stack, last) == Restored::complete);
  CHECK(difference(witness, network.witness()) == "");
  const Applied first = apply(*stack, network.key("v0", Family::ipv6), 1);
  CHECK(takeBack(*stack, first) == Restored::complete);
  CHECK(difference(witness, network.witness()) == "the order of lines");
}

TEST_CASE("a learnt default route is the kernel's own again, and its router can withdraw it") {
  LinuxNetwork network;
  network.startRouter();
  const auto stack = makeSettableLinuxStack();
  const std::string witness = network.witness();
  const Applied applied = apply(*stack, network.key("v1", Family::ipv6), 1);
  CHECK(learntRoutes().empty());
  CHECK(shell("sysctl -n net.ipv6.conf.v1.accept_ra_defrtr") == "0\n");

  CHECK(takeBack(*stack, applied) == Restored::complete);
  CHECK_FALSE(learntRoutes().empty());
  CHECK(settles(*stack));
  CHECK(difference(witness, network.witness()) == "");
  network.stopRouter();
  CHECK(eventually([] { return learntRoutes().empty(); }));
}

TEST_CASE("while the router is silent a copy stands in, one metric worse, and stack is unsettled") {
  LinuxNetwork network;
  network.startRouter();
  const auto stack = makeSettableLinuxStack();
  const Applied applied = apply(*stack, network.key("v1", Family::ipv6), 1);
  network.killRouter();
  CHECK(takeBack(*stack, applied) == Restored::complete);
  const std::string standIn = learntRoutes();
  CHECK(standIn.find("metric 1025") != std::string::npos);
  CHECK(standIn.find("expires") != std::string::npos);
  const auto settled = stack->settled();
  REQUIRE(settled.ok());
  CHECK_FALSE(settled.value());
  shell("ip -6 route del default dev v1 metric 1025");
  CHECK(settles(*stack));
}

TEST_CASE("switching learnt default routes on again can be taken back too") {
  LinuxNetwork network;
  network.startRouter();
  const auto stack = makeSettableLinuxStack();
  const IpInterfaceKey key = network.key("v1", Family::ipv6);
  apply(*stack, key, 1);
  const std::string witness = network.witness();
  const Applied on = apply(*stack, key, 0);
  CHECK(settles(*stack));
  CHECK(makeLinuxStack()->ipInterface(key)->value(Field::DisableDefaultRoutes) == 0);
  CHECK(takeBack(*stack, on) == Restored::complete);
  CHECK(difference(witness, network.witness()) == "");
}

TEST_CASE("a default route that comes back by itself is shown as overridden, and is back") {
  LinuxNetwork network;
  const auto stack = makeSettableLinuxStack();
  const IpInterfaceKey key = network.key("v0", Family::ipv4);
  const std::string witness = network.witness();
  const Applied applied = apply(*stack, key, 1);
  CHECK_FALSE(makeLinuxStack()->ipInterface(key)->defaultRoutesOverridden);
  shell("ip route append default via 10.0.0.1 dev v0 metric 100");
  CHECK(makeLinuxStack()->ipInterface(key)->defaultRoutesOverridden);
  CHECK(takeBack(*stack, applied) == Restored::complete);
  // It is there once, and its copy is gone.
  CHECK(difference(witness, network.witness()) == "the order of lines");
}

TEST_CASE("a default route that another program put in the place of ours stays, and is told") {
  LinuxNetwork network;
  const auto stack = makeSettableLinuxStack();
  const Applied applied = apply(*stack, network.key("v0", Family::ipv4), 1);
  shell("ip route append default via 10.0.0.9 dev v0 metric 100");
  CHECK(takeBack(*stack, applied) == Restored::foreign);
  CHECK(shell("ip route show default dev v0") == "default via 10.0.0.9 metric 100 \n");
  CHECK(shell("ip route show table " + std::to_string(parkedRoutesTable(network.index("v0"))))
            .empty());
}

TEST_CASE("a default route of another metric that came meanwhile stays beside ours") {
  LinuxNetwork network;
  const auto stack = makeSettableLinuxStack();
  const std::string before = network.witness();
  const Applied applied = apply(*stack, network.key("v0", Family::ipv4), 1);
  shell("ip route add default via 10.0.0.1 dev v0 metric 50");
  CHECK(takeBack(*stack, applied) == Restored::complete);
  shell("ip route del default via 10.0.0.1 dev v0 metric 50");
  CHECK(difference(before, network.witness()) == "");
}

TEST_CASE("a footprint cannot bring in a route that was not there") {
  LinuxNetwork network;
  const auto stack = makeSettableLinuxStack();
  const Applied applied = apply(*stack, network.key("v0", Family::ipv4), 1);
  Footprint forged = applied.before;
  // The gateway 10.0.0.1 becomes 10.0.0.66.
  const std::vector<std::uint8_t> gateway{10, 0, 0, 1};
  const auto at = std::search(forged.begin(), forged.end(), gateway.begin(), gateway.end());
  REQUIRE(at != forged.end());
  *(at + 3) = 66;
  CHECK(takeBack(*stack, {applied.operation, forged, applied.after}) == Restored::foreign);
  CHECK(shell("ip route show default table main").find("10.0.0.66") == std::string::npos);
}

TEST_CASE("a default route whose gateway the kernel would not take again is refused") {
  LinuxNetwork network;
  const auto stack = makeSettableLinuxStack();
  const IpInterfaceKey key = network.key("v0", Family::ipv4);
  const IpInterfaceKey ipv6 = network.key("v0", Family::ipv6);
  for (const char* rule : {"pref 9 unreachable", "pref 9 not ipproto udp blackhole",
                           "pref 9 ipproto tcp to 10.0.0.0/24 prohibit"}) {
    shell(std::string("ip rule add ") + rule);
    CHECK(reasonFor(*stack, key) == Refusal::gatewayElsewhere);
    shell("ip rule del pref 9");
  }
  shell("ip -6 rule add pref 9 unreachable");
  CHECK(reasonFor(*stack, ipv6) == Refusal::gatewayElsewhere);
  shell("ip -6 rule del pref 9");

  shell("ip route add 10.0.0.1 via 10.0.1.1 dev v1");
  CHECK(reasonFor(*stack, key) == Refusal::none);
  shell("ip route del 10.0.0.1; ip route del 10.0.0.0/24 dev v0");
  CHECK(reasonFor(*stack, key) == Refusal::gatewayElsewhere);
  // Of a gateway that is on the link by decree the kernel asks nothing.
  shell("ip route replace default via 10.0.0.1 dev v0 metric 100 onlink");
  CHECK(reasonFor(*stack, key) == Refusal::none);
  CHECK(reasonFor(*stack, ipv6) == Refusal::none);
}

TEST_CASE("default routes that cannot be moved faithfully are refused, each with its reason") {
  LinuxNetwork network;
  const auto stack = makeSettableLinuxStack();
  const IpInterfaceKey key = network.key("v0", Family::ipv4);
  const IpInterfaceKey ipv6 = network.key("v0", Family::ipv6);
  CHECK(reasonFor(*stack, key) == Refusal::none);

  shell("ip route add default via 10.0.0.1 dev v0 table 77");
  CHECK(reasonFor(*stack, key) == Refusal::defaultRouteInOtherTable);
  shell("ip route flush table 77");

  shell("ip route add default metric 3 nexthop via 10.0.0.1 dev v0 nexthop via 10.0.1.1 dev v1");
  CHECK(reasonFor(*stack, key) == Refusal::multipathDefaultRoute);
  shell("ip route del default metric 3");

  shell("ip -6 route append default via fd00:1::1 dev v1 metric 512");
  CHECK(reasonFor(*stack, ipv6) == Refusal::multipathDefaultRoute);
  shell("ip -6 route del default via fd00:1::1 dev v1 metric 512");

  shell("ip nexthop add id 5 via 10.0.0.1 dev v0 && ip route add default nhid 5 metric 3");
  CHECK(reasonFor(*stack, key) == Refusal::nexthopObjectDefaultRoute);
  shell("sysctl -qw net.ipv4.nexthop_compat_mode=0");
  CHECK(reasonFor(*stack, key) == Refusal::nexthopObjectDefaultRoute);
  shell("ip route del default metric 3");

  const std::string table = std::to_string(parkedRoutesTable(network.index("v0")));
  shell("ip rule add pref 99 table " + table);
  CHECK(reasonFor(*stack, key) == Refusal::cannotRestore);
  shell("ip rule del pref 99");
  CHECK(reasonFor(*stack, key) == Refusal::none);

  shell("ip -6 route add default from fd00:0::/64 via fd00:0::1 dev v0 metric 7");
  CHECK(reasonFor(*stack, ipv6) == Refusal::sourceLimitedDefaultRoute);
  shell("ip -6 route del default from fd00:0::/64 metric 7");
  CHECK(reasonFor(*stack, ipv6) == Refusal::none);
}

}  // namespace
}  // namespace interface_panel
