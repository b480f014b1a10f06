// SPDX-License-Identifier: MIT
#include "stack/linux/address_table.h"

#include <linux/if_addr.h>
#include <linux/rtnetlink.h>

#include <algorithm>

#include "stack/linux/socket_family.h"

namespace interface_panel {
namespace {

// IFA_PROTO, which Debian 12's headers do not know yet.
constexpr std::uint16_t kAddressProtocol = 11;
static_assert(kAddressProtocol >= IFA_MAX);

constexpr std::uint32_t kDadTentative = 1;
constexpr std::uint32_t kDadDuplicate = 2;
constexpr std::uint32_t kDadDeprecated = 3;
constexpr std::uint32_t kDadPreferred = 4;

std::optional<LinkAddress> readAddressMessage(const NetlinkMessage& message) {
  const auto parts = splitMessage<ifaddrmsg>(message.body);
  if (message.type != RTM_NEWADDR || !parts) return std::nullopt;
  const ifaddrmsg& header = parts->first;
  const auto family = familyOfSocket(header.ifa_family);
  if (!family) return std::nullopt;
  const AttributeTable<kAddressProtocol> attributes(parts->second);

  LinkAddress address;
  address.index = header.ifa_index;
  // On a point-to-point link IFA_ADDRESS is the other end.
  const Bytes own = attributes.has(IFA_LOCAL) ? attributes[IFA_LOCAL] : attributes[IFA_ADDRESS];
  address.prefix = {readAddress(*family, own), header.ifa_prefixlen};
  address.flags = attributes.u32(IFA_FLAGS, header.ifa_flags);
  address.protocol = attributes.get<std::uint8_t>(kAddressProtocol).value_or(0);
  if (const auto lifetimes = attributes.get<ifa_cacheinfo>(IFA_CACHEINFO)) {
    address.validLifetime = lifetimes->ifa_valid;
    address.preferredLifetime = lifetimes->ifa_prefered;
  }
  return address;
}

Result<std::vector<LinkAddress>> readWith(NetlinkSocket& route, const ifaddrmsg& header) {
  const auto answers = route.dump(RequestBuilder(RTM_GETADDR, header));
  if (!answers) return answers.error();
  std::vector<LinkAddress> addresses;
  addresses.reserve(answers->size());
  for (std::size_t i = 0; i < answers->size(); ++i) {
    if (auto address = readAddressMessage(answers.value()[i])) addresses.push_back(*address);
  }
  return addresses;
}

}  // namespace

std::uint32_t LinkAddress::dadState() const {
  if ((flags & IFA_F_DADFAILED) != 0) return kDadDuplicate;
  if ((flags & IFA_F_TENTATIVE) != 0) return kDadTentative;
  return (flags & IFA_F_DEPRECATED) != 0 ? kDadDeprecated : kDadPreferred;
}

Result<std::vector<LinkAddress>> readAddresses(NetlinkSocket& route) {
  return readWith(route, ifaddrmsg{});
}

Result<std::vector<LinkAddress>> readAddresses(NetlinkSocket& route, Family family,
                                               std::uint32_t index) {
  ifaddrmsg header{};
  header.ifa_family = socketFamily(family);
  header.ifa_index = index;
  return readWith(route, header);
}

Result<bool> tellsMakers(NetlinkSocket& route) {
  constexpr std::uint32_t kLoopback = 1;
  const auto addresses = readAddresses(route, Family::ipv6, kLoopback);
  if (!addresses) return addresses.error();
  return std::ranges::none_of(addresses.value(), [](const LinkAddress& address) {
    return address.index == kLoopback && address.protocol == 0 &&
           address.prefix.prefixLength == addressBits(Family::ipv6) &&
           address.prefix.address.bytes.back() == 1 && address.prefix.address.bytes.front() == 0;
  });
}

}  // namespace interface_panel
