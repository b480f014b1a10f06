// SPDX-License-Identifier: MIT
// The simulated stack on a file of its own, with simulated-control as the other program.
#include "simulated_fixture.h"

#include <stdexcept>

#include "stack/simulated/network_builder.h"
#include "stack/simulated/simulated_stack.h"
#include "stack_under_test.h"

namespace interface_panel {
namespace {

using namespace simulated;

constexpr IpInterfaceKey kTunnel6{kFullTunnelVpn, Family::ipv6};

bool isAddressFlag(Field field) {
  return field == Field::ManagedAddressConfigurationSupported ||
         field == Field::OtherStatefulConfigurationSupported;
}

std::string familyText(Family family) { return family == Family::ipv4 ? "ipv4" : "ipv6"; }

class SimulatedUnderTest final : public StackUnderTest {
 public:
  std::unique_ptr<IpStack> makeReader() override { return makeSimulatedStack(fixture_.file()); }
  std::unique_ptr<SettableIpStack> makeSettable() override { return fixture_.stack(); }

  std::vector<Trial> trials() override {
    std::vector<Trial> trials;
    for (const Family family : {Family::ipv4, Family::ipv6}) {
      for (const FieldInfo& info : fieldTable()) {
        const bool isOneWay = info.field == Field::UseNeighborUnreachabilityDetection;
        if (settableRange(info.field, family) && !isOneWay) {
          trials.push_back(trialOf(keyFor(info.field, family), info.field));
        }
      }
    }
    return trials;
  }

  void setFromOutside(const IpInterfaceKey& key, Field field, std::int64_t value) override {
    command({"set", luidText(key.luid), familyText(key.family), std::string(fieldInfo(field).name),
             std::to_string(value)});
  }

  std::int64_t foreignValue(const Trial& trial) override {
    if (fieldInfo(trial.field).type == FieldType::boolean) return trial.value;
    const bool isLowest = trial.value == settableRange(trial.field, trial.key.family)->min;
    if (fieldInfo(trial.field).type == FieldType::enumeration) return isLowest ? 2 : 0;
    return isLowest ? trial.value + 2 : trial.value - 1;
  }

  IpInterfaceKey absentFamily() override { return {kIpv4Only, Family::ipv6}; }

  std::vector<RefusedOperation> refusedHere() override {
    const IpInterfaceKey loopback{kLoopback, Family::ipv4};
    constexpr Field kNud = Field::UseNeighborUnreachabilityDetection;
    constexpr Field kManaged = Field::ManagedAddressConfigurationSupported;
    return {
        {"loopback", {loopback, Field::Metric, 75, 5}, Refusal::loopbackReadOnly},
        {"off for ever", {kEthernet4, kNud, 1, 0}, Refusal::oneWay},
        {"on for ever", {{kCompanyVpn, Family::ipv4}, kNud, 0, 1}, Refusal::oneWay},
        {"routers decide", {kEthernet6, kManaged, 1, 0}, Refusal::notAvailable},
        {"above the link", {kEthernet4, Field::NlMtu, 1500, 1501}, Refusal::mtuAboveLinkMtu},
        {"IPv6 alone", {kEthernet4, Field::SitePrefixLength, 64, 0}, Refusal::fieldNotInFamily},
        {"leave as it is",
         {kEthernet4, Field::RetransmitTime, 1000, 0xFFFFFFFF},
         Refusal::outOfRange},
    };
  }

  IpAddress reachable() override { return ipv4Address(10, 20, 0, 9); }
  std::uint64_t reachableThrough() override { return kCompanyVpn; }
  IpAddress unreachable() override {
    for (const std::uint64_t luid : {kEthernet, kWifi, kFullTunnelVpn, kCellular}) {
      setFromOutside({luid, Family::ipv4}, Field::DisableDefaultRoutes, 1);
    }
    return ipv4Address(192, 0, 2, 1);
  }

  int unknownInterfaceCode() override { return 2; }
  int absentFamilyCode() override { return 1168; }
  int unreachableCode() override { return 1231; }

  std::string witness() override {
    std::string text;
    for (const std::uint64_t luid : {kLoopback, kEthernet, kWifi, kFullTunnelVpn, kCompanyVpn}) {
      for (const char* family : {"ipv4", "ipv6"}) {
        command({"show", luidText(luid), family});
        text += fixture_.out.str();
      }
    }
    return text;
  }

  bool notified(Field) override { return true; }

 private:
  void command(const std::vector<std::string>& arguments) {
    if (fixture_.control(arguments) != kDone) throw std::runtime_error(fixture_.err.str());
  }

  /// Routers set the IPv6 flags of Ethernet; the tunnel listens to none.
  static IpInterfaceKey keyFor(Field field, Family family) {
    if (family == Family::ipv4) return kEthernet4;
    return isAddressFlag(field) ? kTunnel6 : kEthernet6;
  }

  Trial trialOf(const IpInterfaceKey& key, Field field) const {
    const std::int64_t live = liveValue(*makeSimulatedStack(fixture_.file()), key, field);
    const bool isLowest = live == settableRange(field, key.family)->min;
    return {key, field, isLowest ? live + 1 : live - 1};
  }

  SimulatedFixture fixture_;
};

}  // namespace

std::unique_ptr<StackUnderTest> makeStackUnderTest() {
  return std::make_unique<SimulatedUnderTest>();
}

}  // namespace interface_panel
