// SPDX-License-Identifier: MIT
// The Linux stack in a network namespace made for each test, with `ip` and `sysctl` as witnesses.
#include <arpa/inet.h>

#include <cerrno>

#include "linux_network.h"
#include "stack/linux/linux_stack.h"
#include "stack/linux/settable_linux_stack.h"
#include "stack_under_test.h"

namespace interface_panel {
namespace {

IpAddress ipv4(const char* text) {
  IpAddress address;
  ::inet_pton(AF_INET, text, address.bytes.data());
  return address;
}

std::string sysctlName(const Trial& trial, const std::string& link) {
  const std::string family = trial.key.family == Family::ipv4 ? "net.ipv4." : "net.ipv6.";
  switch (trial.field) {
    case Field::ForwardingEnabled:
      return family + "conf." + link +
             (trial.key.family == Family::ipv4 ? ".forwarding" : ".force_forwarding");
    case Field::RouterDiscoveryBehavior:
      return family + "conf." + link + ".accept_ra";
    case Field::DadTransmits:
      return family + "conf." + link + ".dad_transmits";
    case Field::BaseReachableTime:
      return family + "neigh." + link + ".base_reachable_time_ms";
    case Field::RetransmitTime:
      return family + "neigh." + link + ".retrans_time_ms";
    case Field::LinkLocalAddressBehavior:
      return family + "conf." + link + ".addr_gen_mode";
    default:
      return family + "conf." + link + ".mtu";
  }
}

class LinuxUnderTest final : public StackUnderTest {
 public:
  LinuxUnderTest() { network_.startRouter(); }

  std::unique_ptr<IpStack> makeReader() override { return makeLinuxStack(); }
  std::unique_ptr<SettableIpStack> makeSettable() override { return makeSettableLinuxStack(); }

  std::vector<Trial> trials() override {
    std::vector<Trial> trials;
    for (const Family family : {Family::ipv4, Family::ipv6}) {
      for (const char* link : {"v0", "v1"}) {
        trials.push_back({network_.key(link, family), Field::DisableDefaultRoutes, 1});
      }
      const IpInterfaceKey key = network_.key("v0", family);
      trials.push_back({key, Field::ForwardingEnabled, 1});
      trials.push_back({key, Field::BaseReachableTime, 20000});
      trials.push_back({key, Field::RetransmitTime, 2000});
      trials.push_back({key, Field::NlMtu, family == Family::ipv4 ? 1400 : 1300});
    }
    const IpInterfaceKey key = network_.key("v0", Family::ipv6);
    trials.push_back({key, Field::RouterDiscoveryBehavior, 0});
    trials.push_back({key, Field::DadTransmits, 3});
    trials.push_back({key, Field::LinkLocalAddressBehavior, 0});
    return trials;
  }

  void setFromOutside(const IpInterfaceKey& key, Field field, std::int64_t value) override {
    const std::string link = key.luid == network_.luid("v0") ? "v0" : "v1";
    if (field == Field::DisableDefaultRoutes) {
      setDefaultRoute(key.family, link, value == 0);
    } else if (field == Field::NlMtu && key.family == Family::ipv4) {
      shell("ip link set " + link + " mtu " + std::to_string(value));
    } else {
      const std::int64_t raw = field == Field::LinkLocalAddressBehavior && value == 0 ? 1 : value;
      shell("sysctl -qw " + sysctlName({key, field, value}, link) + "=" + std::to_string(raw));
    }
  }

  std::int64_t foreignValue(const Trial& trial) override {
    switch (trial.field) {
      case Field::DadTransmits:
        return 5;
      case Field::BaseReachableTime:
        return 24000;
      case Field::RetransmitTime:
        return 3000;
      case Field::NlMtu:
        return 1450;
      default:
        return trial.value;
    }
  }

  IpInterfaceKey absentFamily() override { return network_.key("v2", Family::ipv6); }

  std::vector<RefusedOperation> refusedHere() override {
    const IpInterfaceKey loopback{makeLuid(24, 1), Family::ipv4};
    const IpInterfaceKey v0 = network_.key("v0", Family::ipv4);
    const IpInterfaceKey v0Ipv6 = network_.key("v0", Family::ipv6);
    const IpInterfaceKey v2 = network_.key("v2", Family::ipv4);
    return {
        {"loopback", {loopback, Field::NlMtu, 65536, 1500}, Refusal::loopbackReadOnly},
        {"no such field", {v0, Field::Metric, 0, 5}, Refusal::notAvailable},
        {"no such field for IPv4", {v0, Field::DadTransmits, 0, 5}, Refusal::notAvailable},
        {"nothing to move", {v2, Field::DisableDefaultRoutes, 0, 1}, Refusal::noDefaultRoute},
        {"IPv6 would end", {v0, Field::NlMtu, 1500, 1279}, Refusal::mtuBelowIpv6Minimum},
        {"more than the driver takes", {v0, Field::NlMtu, 1500, 70000}, Refusal::outOfRange},
        {"above the link", {v0Ipv6, Field::NlMtu, 1500, 1501}, Refusal::mtuAboveLinkMtu},
        {"no DHCP choice", {v0Ipv6, Field::RouterDiscoveryBehavior, 1, 2}, Refusal::outOfRange},
        {"no delay", {v0Ipv6, Field::LinkLocalAddressBehavior, 2, 1}, Refusal::outOfRange},
    };
  }

  IpAddress reachable() override { return ipv4("10.0.1.77"); }
  std::uint64_t reachableThrough() override { return network_.luid("v1"); }
  IpAddress unreachable() override {
    shell("ip route add unreachable 192.0.2.0/24 metric 4");
    return ipv4("192.0.2.1");
  }

  int unknownInterfaceCode() override { return ENODEV; }
  int absentFamilyCode() override { return EAFNOSUPPORT; }
  int unreachableCode() override { return EHOSTUNREACH; }

  std::string witness() override { return network_.witness(); }

  bool notified(Field field) override {
    return field == Field::ForwardingEnabled || field == Field::NlMtu ||
           field == Field::DisableDefaultRoutes;
  }

 private:
  void setDefaultRoute(Family family, const std::string& link, bool there) {
    const std::string number = link.substr(1);
    if (family == Family::ipv4) {
      const std::string verb = there ? "append" : "del";
      shell("ip route " + verb + " default via 10.0." + number + ".1 dev " + link + " metric 100");
    } else if (there) {
      shell("ip -6 route append default via fd00:" + number + "::1 dev " + link + " metric 512");
    } else {
      shell("ip -6 route del default dev " + link);
    }
  }

  LinuxNetwork network_;
};

}  // namespace

std::unique_ptr<StackUnderTest> makeStackUnderTest() { return std::make_unique<LinuxUnderTest>(); }

}  // namespace interface_panel
