// SPDX-License-Identifier: MIT
#include "stack/windows/row_member.h"

#include <array>
#include <cstddef>
#include <cstring>
#include <type_traits>

namespace interface_panel {
namespace {

struct RowMember {
  Field field;
  std::size_t offset;
  std::size_t width;
  bool isSigned;
};

// clang-format off
#define ROW_MEMBER(name)                                                     \
  RowMember {                                                                \
    Field::name, offsetof(MIB_IPINTERFACE_ROW, name),                        \
        sizeof(MIB_IPINTERFACE_ROW::name),                                   \
        std::is_enum_v<decltype(MIB_IPINTERFACE_ROW::name)>                  \
  }
// clang-format on

constexpr std::array<RowMember, kFieldCount> kRowMembers{
    ROW_MEMBER(Family),
    ROW_MEMBER(InterfaceLuid),
    ROW_MEMBER(InterfaceIndex),
    ROW_MEMBER(MaxReassemblySize),
    ROW_MEMBER(InterfaceIdentifier),
    ROW_MEMBER(MinRouterAdvertisementInterval),
    ROW_MEMBER(MaxRouterAdvertisementInterval),
    ROW_MEMBER(AdvertisingEnabled),
    ROW_MEMBER(ForwardingEnabled),
    ROW_MEMBER(WeakHostSend),
    ROW_MEMBER(WeakHostReceive),
    ROW_MEMBER(UseAutomaticMetric),
    ROW_MEMBER(UseNeighborUnreachabilityDetection),
    ROW_MEMBER(ManagedAddressConfigurationSupported),
    ROW_MEMBER(OtherStatefulConfigurationSupported),
    ROW_MEMBER(AdvertiseDefaultRoute),
    ROW_MEMBER(RouterDiscoveryBehavior),
    ROW_MEMBER(DadTransmits),
    ROW_MEMBER(BaseReachableTime),
    ROW_MEMBER(RetransmitTime),
    ROW_MEMBER(PathMtuDiscoveryTimeout),
    ROW_MEMBER(LinkLocalAddressBehavior),
    ROW_MEMBER(LinkLocalAddressTimeout),
    ROW_MEMBER(ZoneIndices),
    ROW_MEMBER(SitePrefixLength),
    ROW_MEMBER(Metric),
    ROW_MEMBER(NlMtu),
    ROW_MEMBER(Connected),
    ROW_MEMBER(SupportsWakeUpPatterns),
    ROW_MEMBER(SupportsNeighborDiscovery),
    ROW_MEMBER(SupportsRouterDiscovery),
    ROW_MEMBER(ReachableTime),
    ROW_MEMBER(TransmitOffload),
    ROW_MEMBER(ReceiveOffload),
    ROW_MEMBER(DisableDefaultRoutes),
};

#undef ROW_MEMBER

constexpr bool isInFieldOrder() {
  for (std::size_t index = 0; index < kRowMembers.size(); ++index) {
    if (static_cast<std::size_t>(kRowMembers[index].field) != index) return false;
  }
  return true;
}
static_assert(isInFieldOrder(), "a member is looked up by its field's number");

const RowMember& rowMember(Field field) { return kRowMembers[static_cast<std::size_t>(field)]; }

bool isNumber(const RowMember& member) { return member.width <= sizeof(std::int64_t); }

constexpr std::int64_t kUnchangedBoolean = 0xFF;
constexpr std::int64_t kUnchangedEnumeration = -1;

}  // namespace

std::int64_t readMember(const MIB_IPINTERFACE_ROW& row, Field field) {
  const RowMember& member = rowMember(field);
  if (!isNumber(member)) return 0;
  const auto* const bytes = reinterpret_cast<const std::byte*>(&row) + member.offset;
  if (member.isSigned) {
    std::int32_t enumerator = 0;
    std::memcpy(&enumerator, bytes, sizeof(enumerator));
    return enumerator;
  }
  std::uint64_t value = 0;
  std::memcpy(&value, bytes, member.width);
  return static_cast<std::int64_t>(value);
}

void writeMember(MIB_IPINTERFACE_ROW& row, Field field, std::int64_t value) {
  const RowMember& member = rowMember(field);
  if (!isNumber(member)) return;
  std::memcpy(reinterpret_cast<std::byte*>(&row) + member.offset, &value, member.width);
}

std::optional<std::int64_t> fieldValue(const MIB_IPINTERFACE_ROW& row, Field field) {
  const std::int64_t raw = readMember(row, field);
  switch (fieldInfo(field).type) {
    case FieldType::boolean:
      if (raw == kUnchangedBoolean) return std::nullopt;
      return raw != 0 ? 1 : 0;
    case FieldType::enumeration:
      if (raw == kUnchangedEnumeration) return std::nullopt;
      return raw;
    default:
      return raw;
  }
}

}  // namespace interface_panel
