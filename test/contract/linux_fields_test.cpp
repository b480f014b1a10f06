// SPDX-License-Identifier: MIT
// Side effects of setting other fields on Linux, and the privileges that setting needs.
#include <doctest/doctest.h>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "linux_network.h"
#include "stack/linux/linux_stack.h"
#include "stack/linux/settable_linux_stack.h"
#include "stack/linux/sysctl_directory.h"
#include "stack_under_test.h"

namespace interface_panel {
namespace {

// Sets and takes back; the witness must be as before.
void checkRoundTrip(const LinuxNetwork& network, const Trial& trial) {
  CAPTURE(describe(trial));
  const auto stack = makeSettableLinuxStack();
  const std::string witness = network.witness();
  const Operation operation = operationOf(*stack, trial);
  const auto refusal = stack->check(operation);
  REQUIRE(refusal.ok());
  REQUIRE(refusal.value() == Refusal::none);
  const auto before = stack->capture(operation);
  REQUIRE(before.ok());
  REQUIRE(stack->set(operation).ok());
  const auto after = stack->capture(operation);
  REQUIRE(after.ok());
  CHECK(stack->value(operation).value() == trial.value);
  const auto restored = stack->restore(operation, before.value(), after.value());
  REQUIRE(restored.ok());
  CHECK(restored.value() == Restored::complete);
  CHECK(settles(*stack));
  CHECK(difference(witness, network.witness()) == "");
}

Refusal reasonFor(SettableIpStack& stack, const Trial& trial) {
  const auto refusal = stack.check(operationOf(stack, trial));
  REQUIRE(refusal.ok());
  return refusal.value();
}

TEST_CASE("the link MTU brings back the IPv6 MTU and the mtu metrics of routes") {
  LinuxNetwork network;
  const IpInterfaceKey key = network.key("v0", Family::ipv4);
  shell("sysctl -qw net.ipv6.conf.v0.mtu=1450");
  shell("ip -6 route add fd77::/64 via fd00:0::1 dev v0 mtu 1420 metric 30");
  shell("ip -6 route add fd78::/64 via fd00:0::1 dev v0 mtu 1450 table 78");
  shell("ip -6 route add fd79::/64 via fd00:0::1 dev v0 mtu lock 1444");
  shell("ip -6 route add fd80::/64 via fd00:0::1 dev v0 mtu 1500 expires 900");
  for (const std::int64_t mtu : {1280, 1400, 1450, 1499, 1600, 9000}) {
    CAPTURE(mtu);
    checkRoundTrip(network, {key, Field::NlMtu, mtu});
  }
}

TEST_CASE("the MTU that a router announced stays in the routes learnt from it") {
  LinuxNetwork network;
  network.startRouter("AdvLinkMTU 1492; prefix fd55::/64 {};");
  const IpInterfaceKey key = network.key("v1", Family::ipv4);
  REQUIRE(shell("ip -6 route show default dev v1").find("mtu 1492") != std::string::npos);
  for (const std::int64_t mtu : {1280, 1400, 1492, 1496, 1600, 9000}) {
    CAPTURE(mtu);
    checkRoundTrip(network, {key, Field::NlMtu, mtu});
  }
}

TEST_CASE("an mtu metric that several routes of one metric share cannot be put back") {
  LinuxNetwork network;
  shell(
      "ip -6 route add fd77::/64 dev v0 metric 30 && "
      "ip -6 route append fd77::/64 dev v1 metric 30 && "
      "ip -6 route append fd77::/64 via fd00:0::1 dev v0 mtu 1420 metric 30");
  const auto stack = makeSettableLinuxStack();
  const Trial trial{network.key("v0", Family::ipv4), Field::NlMtu, 1400};
  CHECK(reasonFor(*stack, trial) == Refusal::cannotRestore);
}

TEST_CASE("links whose MTU is tied to others' are refused") {
  LinuxNetwork network;
  shell(
      "ip link add name br0 type bridge && ip link add link v0 name mv0 type macvlan && "
      "ip link set v2 master br0");
  const auto stack = makeSettableLinuxStack();
  for (const char* link : {"br0", "v0", "v2"}) {
    CAPTURE(link);
    const Trial trial{network.key(link, Family::ipv4), Field::NlMtu, 1400};
    CHECK(reasonFor(*stack, trial) == Refusal::cannotRestore);
  }
  CHECK(reasonFor(*stack, {network.key("v1", Family::ipv4), Field::NlMtu, 1400}) == Refusal::none);
}

TEST_CASE("raising the MTU of a link that is too small for IPv6 would start IPv6") {
  LinuxNetwork network;
  shell("ip link set v2 mtu 1200");
  const auto stack = makeSettableLinuxStack();
  const IpInterfaceKey key = network.key("v2", Family::ipv4);
  CHECK(reasonFor(*stack, {key, Field::NlMtu, 1280}) == Refusal::cannotRestore);
  checkRoundTrip(network, {key, Field::NlMtu, 1000});
}

TEST_CASE("a link-local address that switching on has generated goes again") {
  LinuxNetwork network;
  shell(
      "ip link add v3 type veth peer name p3 && ip link set p3 up && "
      "sysctl -qw net.ipv6.conf.v3.addr_gen_mode=1 && ip link set v3 up");
  // The carrier comes up by itself, a moment later.
  REQUIRE(eventually([] {
    const std::string pair = shell("ip addr show v3; ip addr show p3");
    return pair.find("LOWERLAYERDOWN") == std::string::npos &&
           pair.find("tentative") == std::string::npos;
  }));
  const IpInterfaceKey key = network.key("v3", Family::ipv6);
  checkRoundTrip(network, {key, Field::LinkLocalAddressBehavior, 2});
}

TEST_CASE("raw values behind an enumeration come back as they were") {
  LinuxNetwork network;
  const IpInterfaceKey key = network.key("v1", Family::ipv6);
  shell("sysctl -qw net.ipv6.conf.v1.accept_ra=2");
  checkRoundTrip(network, {key, Field::RouterDiscoveryBehavior, 0});
  shell("sysctl -qw net.ipv6.conf.v1.addr_gen_mode=3");
  checkRoundTrip(network, {key, Field::LinkLocalAddressBehavior, 0});
}

TEST_CASE("a router heeds advertisements only with accept_ra 2") {
  LinuxNetwork network;
  const IpInterfaceKey key = network.key("v1", Family::ipv6);
  shell("sysctl -qw net.ipv6.conf.v1.forwarding=1");
  const auto stack = makeSettableLinuxStack();
  CHECK(makeLinuxStack()->ipInterface(key)->value(Field::RouterDiscoveryBehavior) == 0);
  CHECK(stack->check({key, Field::ForwardingEnabled, 1, 0}).value() == Refusal::cannotRestore);
  checkRoundTrip(network, {key, Field::RouterDiscoveryBehavior, 1});
}

TEST_CASE("what routers brought while discovery was on goes with it") {
  LinuxNetwork network;
  const IpInterfaceKey key = network.key("v1", Family::ipv6);
  shell("sysctl -qw net.ipv6.conf.v1.accept_ra=0");
  network.startSilentRouter(
      "AdvLinkMTU 1400; AdvCurHopLimit 33; AdvRetransTimer 2500; "
      "AdvReachableTime 15000; prefix fd55::/64 {}; route fd66::/48 {};");
  const auto stack = makeSettableLinuxStack();
  const std::string witness = network.witness();
  const Operation operation = operationOf(*stack, {key, Field::RouterDiscoveryBehavior, 1});
  const auto before = stack->capture(operation);
  REQUIRE(before.ok());
  REQUIRE(stack->set(operation).ok());
  const auto after = stack->capture(operation);
  REQUIRE(after.ok());
  network.waitForRouter();
  REQUIRE(shell("ip -6 addr show dev v1").find("fd55:") != std::string::npos);

  const auto restored = stack->restore(operation, before.value(), after.value());
  REQUIRE(restored.ok());
  CHECK(restored.value() == Restored::complete);
  CHECK(difference(witness, network.witness()) == "");
}

TEST_CASE("a link that was made again in the place of the checked one is refused") {
  LinuxNetwork network;
  const auto stack = makeSettableLinuxStack();
  const IpInterfaceKey key = network.key("v0", Family::ipv4);
  const Trial trial{key, Field::BaseReachableTime, 20000};
  const Operation operation = operationOf(*stack, trial);
  REQUIRE(reasonFor(*stack, trial) == Refusal::none);
  const std::string index = std::to_string(network.index("v0"));
  shell("ip link del v0 && ip link add v0 index " + index + " type veth peer name q0");
  shell("ip link set v0 up && ip addr add 10.0.9.2/24 dev v0");
  const std::string witness = network.witness();
  CHECK(reasonFor(*stack, trial) == Refusal::interfaceReplaced);
  CHECK_FALSE(stack->set(operation).ok());
  CHECK(difference(witness, network.witness()) == "");
}

TEST_CASE("a link's own folder is opened for that link alone, and is dead after a rename") {
  LinuxNetwork network;
  auto route = NetlinkSocket::open(NETLINK_ROUTE);
  REQUIRE(route.ok());
  const auto link = readLinkByIndex(route.value(), network.index("v0"));
  REQUIRE(link.ok());
  LinkIdentity other = identityOf(link.value());
  other.index = network.index("v1");
  CHECK_FALSE(SysctlDirectory::open(route.value(), "ipv4/neigh", other).ok());

  const auto own = SysctlDirectory::open(route.value(), "ipv4/neigh", identityOf(link.value()));
  REQUIRE(own.ok());
  REQUIRE(own->write("retrans_time_ms", 2000).ok());
  // Now another link has the name.
  shell(
      "ip link set v0 down && ip link set v0 name other && ip link set v2 down && "
      "ip link set v2 name v0");
  CHECK_FALSE(own->write("retrans_time_ms", 3000).ok());
  CHECK(shell("sysctl -n net.ipv4.neigh.v0.retrans_time_ms") == "1000\n");
}

void keepNetAdminAlone() {
  __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
  const std::uint32_t admin = 1U << CAP_NET_ADMIN;
  __user_cap_data_struct data[2]{{admin, admin, 0}, {0, 0, 0}};
  for (int capability = 0; capability <= CAP_LAST_CAP; ++capability) {
    if (capability != CAP_NET_ADMIN) ::prctl(PR_CAPBSET_DROP, capability, 0, 0, 0);
  }
  ::syscall(SYS_capset, &header, data);
}

TEST_CASE("CAP_NET_ADMIN alone is enough for every field, once the stack is made") {
  LinuxNetwork network;
  network.startRouter();
  const auto stack = makeSettableLinuxStack();
  const std::string witness = network.witness();
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    keepNetAdminAlone();
    const IpInterfaceKey key = network.key("v1", Family::ipv6);
    const std::vector<Trial> trials{{network.key("v1", Family::ipv4), Field::ForwardingEnabled, 1},
                                    {network.key("v1", Family::ipv4), Field::NlMtu, 1400},
                                    {network.key("v1", Family::ipv4), Field::RetransmitTime, 2000},
                                    {key, Field::DadTransmits, 3},
                                    {key, Field::LinkLocalAddressBehavior, 0},
                                    {key, Field::DisableDefaultRoutes, 1}};
    bool good = true;
    for (const Trial& trial : trials) {
      const Operation operation = operationOf(*stack, trial);
      const auto before = stack->capture(operation);
      good = good && before.ok() && stack->set(operation).ok();
      const auto after = stack->capture(operation);
      if (!good || !after.ok()) ::_exit(1);
      const auto restored = stack->restore(operation, before.value(), after.value());
      good = restored.ok() && restored.value() == Restored::complete && settles(*stack);
    }
    ::_exit(good ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
  CHECK(difference(witness, network.witness()) == "");
}

}  // namespace
}  // namespace interface_panel
