// SPDX-License-Identifier: MIT
// The `windows` stack on the strict table of functions, whose own rows are the witness.
#include <algorithm>
#include <array>
#include <bit>
#include <iterator>
#include <stdexcept>

#include "stack/windows/ip_helper_headers.h"
#include "stack/windows/row_member.h"
#include "stack/windows/settable_windows_stack.h"
#include "stack/windows/windows_stack.h"
#include "stack_under_test.h"
#include "windows_test_table.h"

namespace interface_panel {
namespace {

using test::WindowsTestTable;

IpAddress ipv4(std::uint8_t first, std::uint8_t second, std::uint8_t third, std::uint8_t fourth) {
  IpAddress address;
  address.bytes = {first, second, third, fourth};
  return address;
}

class WindowsUnderTest final : public StackUnderTest {
 public:
  std::unique_ptr<IpStack> makeReader() override { return makeWindowsStack(table_.api()); }
  std::unique_ptr<SettableIpStack> makeSettable() override {
    return makeSettableWindowsStack(table_.api());
  }

  /// All that Hyper-V's rows allow, and router discovery where routers set the M and O flags.
  std::vector<Trial> trials() override {
    std::vector<Trial> trials;
    for (const Family family : {Family::ipv4, Family::ipv6}) {
      const IpInterfaceKey key{WindowsTestTable::kHyperV, family};
      for (const FieldInfo& info : fieldTable()) {
        const bool oneWay = info.field == Field::UseNeighborUnreachabilityDetection;
        if (!settableRange(info.field, family) || oneWay) continue;
        trials.push_back({key, info.field, trialValue(key, info)});
      }
    }
    trials.push_back(
        {{WindowsTestTable::kEthernet, Family::ipv6}, Field::RouterDiscoveryBehavior, 0});
    return trials;
  }

  /// As a program that fills a fresh row and leaves the rest of it marked as unchanged.
  void setFromOutside(const IpInterfaceKey& key, Field field, std::int64_t value) override {
    const IpHelperApi api = table_.api();
    MIB_IPINTERFACE_ROW row;
    api.initializeIpInterfaceEntry(&row);
    row.Family = static_cast<ADDRESS_FAMILY>(key.family);
    row.InterfaceLuid.Value = key.luid;
    const MIB_IPINTERFACE_ROW live = table_.ipInterface(key.luid, key.family);
    row.InterfaceIdentifier = live.InterfaceIdentifier;
    std::copy(std::begin(live.ZoneIndices), std::end(live.ZoneIndices), row.ZoneIndices);
    row.SitePrefixLength = key.family == Family::ipv4 ? 0 : live.SitePrefixLength;
    writeMember(row, field, value);
    if (field == Field::Metric) row.UseAutomaticMetric = FALSE;
    if (api.setIpInterfaceEntry(&row) != NO_ERROR) throw std::runtime_error("set from outside");
  }

  std::int64_t foreignValue(const Trial& trial) override {
    const FieldInfo& info = fieldInfo(trial.field);
    if (info.type == FieldType::boolean) return trial.value;
    // Both enumerations count 0, 1, 2.
    constexpr std::int64_t kSum = 0 + 1 + 2;
    if (info.type == FieldType::enumeration) {
      return kSum - now(trial.key, trial.field) - trial.value;
    }
    return trial.value - 1;
  }

  IpInterfaceKey absentFamily() override { return {WindowsTestTable::kVpn, Family::ipv6}; }

  std::vector<RefusedOperation> refusedHere() override {
    const IpInterfaceKey loopback{WindowsTestTable::kLoopback, Family::ipv4};
    const IpInterfaceKey ethernet4{WindowsTestTable::kEthernet, Family::ipv4};
    const IpInterfaceKey ethernet6{WindowsTestTable::kEthernet, Family::ipv6};
    constexpr Field kDetection = Field::UseNeighborUnreachabilityDetection;
    constexpr Field kManaged = Field::ManagedAddressConfigurationSupported;
    return {
        {"loopback", {loopback, Field::Metric, 75, 10}, Refusal::loopbackReadOnly},
        {"one way", {ethernet4, kDetection, 1, 0}, Refusal::oneWay},
        {"routers set it", {ethernet6, kManaged, 1, 0}, Refusal::notAvailable},
        {"above the link", {ethernet4, Field::NlMtu, 1500, 1501}, Refusal::mtuAboveLinkMtu},
        {"a mark", {ethernet4, Field::DadTransmits, 3, 0xFFFFFFFF}, Refusal::outOfRange},
        {"IPv6 alone", {ethernet4, Field::SitePrefixLength, 64, 0}, Refusal::fieldNotInFamily},
    };
  }

  IpAddress reachable() override { return ipv4(192, 168, 1, 77); }
  std::uint64_t reachableThrough() override { return WindowsTestTable::kEthernet; }
  IpAddress unreachable() override {
    for (const std::uint64_t luid : {WindowsTestTable::kEthernet, WindowsTestTable::kVpn}) {
      table_.ipInterface(luid, Family::ipv4).DisableDefaultRoutes = TRUE;
    }
    return ipv4(192, 0, 2, 1);
  }

  int unknownInterfaceCode() override { return ERROR_FILE_NOT_FOUND; }
  int absentFamilyCode() override { return ERROR_NOT_FOUND; }
  int unreachableCode() override { return ERROR_NETWORK_UNREACHABLE; }

  std::string witness() override {
    std::string text;
    for (const std::uint64_t luid : {WindowsTestTable::kLoopback, WindowsTestTable::kEthernet,
                                     WindowsTestTable::kHyperV, WindowsTestTable::kVpn}) {
      for (const Family family : {Family::ipv4, Family::ipv6}) {
        if (IpInterfaceKey{luid, family} != absentFamily()) appendRow(text, {luid, family});
      }
    }
    return text;
  }

  bool notified(Field field) override { return field != Field::NlMtu; }

 private:
  std::int64_t now(const IpInterfaceKey& key, Field field) {
    return readMember(table_.ipInterface(key.luid, key.family), field);
  }

  std::int64_t trialValue(const IpInterfaceKey& key, const FieldInfo& info) {
    if (info.type == FieldType::boolean) return 1 - now(key, info.field);
    if (info.type == FieldType::enumeration) return now(key, info.field) == 0 ? 2 : 0;
    if (info.field == Field::NlMtu) return 1400;
    return 7;
  }

  /// A line for each byte of the row, so that a difference names the offset.
  void appendRow(std::string& text, const IpInterfaceKey& key) {
    using Bytes = std::array<std::uint8_t, sizeof(MIB_IPINTERFACE_ROW)>;
    const auto bytes = std::bit_cast<Bytes>(table_.ipInterface(key.luid, key.family));
    const std::string name = describe({key, Field::Family, 0});
    for (std::size_t offset = 0; offset < bytes.size(); ++offset) {
      text += name + " at " + std::to_string(offset) + ": " + std::to_string(bytes[offset]) + "\n";
    }
  }

  WindowsTestTable table_;
};

}  // namespace

std::unique_ptr<StackUnderTest> makeStackUnderTest() {
  return std::make_unique<WindowsUnderTest>();
}

}  // namespace interface_panel
