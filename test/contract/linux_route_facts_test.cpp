// SPDX-License-Identifier: MIT
// What a stack has read of the routes it does not read again until somebody changes them: it must
// then see no less than a stack that has never looked.
#include <doctest/doctest.h>

#include <array>
#include <string>

#include "linux_network.h"
#include "stack/linux/settable_linux_stack.h"
#include "stack_under_test.h"

namespace interface_panel {
namespace {

constexpr std::array kLinks{"v0", "v1"};

/// What a stack says of every field that rests on routes.
std::string told(SettableIpStack& stack, const LinuxNetwork& network) {
  std::string all;
  for (const char* link : kLinks) {
    for (const Family family : {Family::ipv4, Family::ipv6}) {
      for (const Field field : {Field::DisableDefaultRoutes, Field::NlMtu}) {
        const Operation operation{network.key(link, family), field, 0, 1};
        const auto value = stack.value(operation);
        all += value && value.value() ? std::to_string(*value.value()) : "none";
        const auto refusal = stack.check(operation);
        all += refusal ? " " + std::to_string(static_cast<int>(refusal.value())) : " error";
        const auto footprint = stack.capture(operation);
        if (footprint) all += " " + std::string(footprint->begin(), footprint->end());
        all += '\n';
      }
    }
  }
  return all;
}

struct Change {
  const char* what;
  const char* command;
};

constexpr std::array kChanges{
    Change{"a default route of the link", "ip route append default via 10.0.0.9 dev v0 metric 7"},
    Change{"one of another link", "ip route del default dev v1"},
    Change{"one in another table", "ip route add default via 10.0.0.1 dev v0 table 77"},
    Change{"one limited to a source", "ip -6 route add default from fd00:7::/64 dev v0"},
    Change{"an IPv6 route that is merged with another link's",
           "ip -6 route append default via fd00:1::1 dev v1 metric 512"},
    Change{"a multipath route",
           "ip route add default metric 9 nexthop via 10.0.0.1 dev v0 nexthop via 10.0.1.1 dev v1"},
    Change{"a nexthop object",
           "ip nexthop add id 7 via 10.0.0.1 dev v0 && ip route add default nhid 7 metric 5"},
    Change{
        "one that does not tell its link",
        "sysctl -qw net.ipv4.nexthop_compat_mode=0 && ip nexthop add id 7 via 10.0.1.1 dev v1 && "
        "ip route add default nhid 7 metric 5"},
    Change{"a route with an MTU of its own", "ip -6 route add fd00:77::/64 dev v0 mtu 1300"},
    Change{"the link down", "ip link set v0 down"},
    Change{"the link down and up", "ip link set v0 down && ip link set v0 up"},
    Change{"another link down", "ip link set v1 down"},
    Change{
        "a route whose source is another link's address, which goes",
        "ip address add 10.0.1.77/24 dev v1 && ip route add default via 10.0.0.1 dev v0 metric 3 "
        "src 10.0.1.77 && ip address del 10.0.1.77/24 dev v1"},
    Change{"IPv6 off and on",
           "sysctl -qw net.ipv6.conf.v0.disable_ipv6=1 net.ipv6.conf.v0.disable_ipv6=0"},
    Change{"another name", "ip link set v0 down && ip link set v0 name w0 && ip link set w0 up"},
    Change{"a rule for the table of ours", "ip rule add from 10.0.0.0/24 lookup 1224736768"},
    Change{"a link that stands on it", "ip link add link v0 name m0 type macvlan"},
};

TEST_CASE("a stack that has looked before sees every change that others make since") {
  for (const Change& change : kChanges) {
    CAPTURE(std::string(change.what));
    LinuxNetwork network;
    const auto stack = makeSettableLinuxStack();
    const std::string before = told(*stack, network);
    CHECK(told(*stack, network) == before);
    shell(change.command);
    CHECK(told(*stack, network) == told(*makeSettableLinuxStack(), network));
  }
}

TEST_CASE("what is refused of one link does not depend on which were asked about before") {
  LinuxNetwork network;
  // Of one group, and each link's own.
  for (const char* link : kLinks) {
    shell(std::string("ip -6 route append fd00:77::/64 dev ") + link + " metric 50 mtu 1300");
  }
  const auto asked = [&](SettableIpStack& stack, const char* link) {
    return stack.check({network.key(link, Family::ipv4), Field::NlMtu, 1500, 1400}).value();
  };
  for (const char* last : kLinks) {
    CAPTURE(std::string(last));
    const auto stack = makeSettableLinuxStack();
    for (const char* link : kLinks) (void)asked(*stack, link);
    CHECK(asked(*stack, last) == asked(*makeSettableLinuxStack(), last));
    CHECK(asked(*stack, last) == Refusal::none);
  }
}

TEST_CASE("a default route leads again once those before it have gone") {
  LinuxNetwork network;
  shell("ip link add t9 type ifb && ip link set t9 up && ip address add 10.0.9.1/24 dev t9");
  shell("ip route append default via 10.0.9.2 dev t9 metric 100");
  const auto first = [] { return shell("ip -4 route show default metric 100 | head -n 1"); };
  const auto stack = makeSettableLinuxStack();
  const Applied applied =
      apply(*stack,
            operationOf(*stack, {network.key("v1", Family::ipv4), Field::DisableDefaultRoutes, 1}));
  CHECK(first().find("dev v0") != std::string::npos);
  SUBCASE("the one before it is gone") {
    shell("ip route del default dev v0");
    CHECK(takeBack(*stack, applied) == Restored::complete);
    CHECK(first().find("dev v1") != std::string::npos);
  }
  SUBCASE("it is still there") {
    CHECK(takeBack(*stack, applied) == Restored::complete);
    CHECK(first().find("dev v0") != std::string::npos);
  }
}

TEST_CASE("default routes of one metric that one plan has switched off come back in their order") {
  LinuxNetwork network;
  const auto all = [] { return shell("ip -4 route show default metric 100"); };
  const std::string before = all();
  const auto stack = makeSettableLinuxStack();
  const auto off = [&](const char* link) {
    const Trial trial{network.key(link, Family::ipv4), Field::DisableDefaultRoutes, 1};
    return apply(*stack, operationOf(*stack, trial));
  };
  const Applied later = off("v1");
  const Applied first = off("v0");
  CHECK(all().empty());
  CHECK(takeBack(*stack, first) == Restored::complete);
  CHECK(takeBack(*stack, later) == Restored::complete);
  CHECK(all() == before);
}

}  // namespace
}  // namespace interface_panel
