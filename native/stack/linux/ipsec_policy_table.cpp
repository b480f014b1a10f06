// SPDX-License-Identifier: MIT
#include "stack/linux/ipsec_policy_table.h"

#include <linux/capability.h>
#include <linux/xfrm.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

#include "stack/linux/socket_family.h"

namespace interface_panel {
namespace {

/// The kernel would refuse to answer anybody else. It is not even asked then: opening the socket
/// makes it look for the module xfrm_user, and load it.
bool mayAsk() {
  __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
  std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> data{};
  if (::syscall(SYS_capget, &header, data.data()) != 0) return false;
  return (data[CAP_TO_INDEX(CAP_NET_ADMIN)].effective & CAP_TO_MASK(CAP_NET_ADMIN)) != 0;
}

/// Whether this error says that nobody here is told, or that there is nothing to tell.
bool hasNone(const Error& error) {
  // EPERM: the capability is that of another user namespace than the network's.
  return error.code == EPERM || error.code == EPROTONOSUPPORT || error.code == ENOENT;
}

IpAddress selectorAddress(Family family, const xfrm_address_t& address) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(&address);
  return readAddress(family, Bytes(bytes, sizeof(address)));
}

/// Whether it is for some of the packets between its addresses alone.
bool isLimited(const xfrm_selector& selector) {
  return selector.proto != 0 || selector.sport_mask != 0 || selector.dport_mask != 0 ||
         selector.ifindex != 0 || selector.user != 0;
}

void readTemplates(Bytes bytes, IpsecPolicy& policy) {
  while (const auto one = readValue<xfrm_user_tmpl>(bytes)) {
    policy.encrypts = true;
    if (one->mode == XFRM_MODE_TUNNEL) policy.tunnel = true;
    bytes = bytes.subspan(sizeof(*one));
  }
}

bool isMain(const AttributeTable<XFRMA_MAX>& attributes) {
  const auto type = attributes.get<xfrm_userpolicy_type>(XFRMA_POLICY_TYPE);
  return !type || type->type == XFRM_POLICY_TYPE_MAIN;
}

}  // namespace

std::optional<IpsecPolicy> readIpsecPolicyMessage(const NetlinkMessage& message) {
  const auto parts = splitMessage<xfrm_userpolicy_info>(message.body);
  if (message.type != XFRM_MSG_NEWPOLICY || !parts) return std::nullopt;
  const auto& [header, rest] = *parts;
  const auto family = familyOfSocket(header.sel.family);
  const AttributeTable<XFRMA_MAX> attributes(rest);
  if (!family || header.dir != XFRM_POLICY_OUT || !isMain(attributes)) return std::nullopt;

  IpsecPolicy policy;
  policy.family = *family;
  policy.source = {selectorAddress(*family, header.sel.saddr), header.sel.prefixlen_s};
  policy.destination = {selectorAddress(*family, header.sel.daddr), header.sel.prefixlen_d};
  policy.limited = isLimited(header.sel);
  policy.priority = header.priority;
  policy.action = header.action;
  policy.interfaceId = attributes.u32(XFRMA_IF_ID);
  if (const auto mark = attributes.get<xfrm_mark>(XFRMA_MARK)) {
    policy.mark = mark->v;
    policy.markMask = mark->m;
  }
  readTemplates(attributes[XFRMA_TMPL], policy);
  return policy;
}

Result<std::vector<IpsecPolicy>> readIpsecPolicies() {
  std::vector<IpsecPolicy> policies;
  if (!mayAsk()) return policies;
  auto socket = NetlinkSocket::open(NETLINK_XFRM);
  if (!socket && hasNone(socket.error())) return policies;
  if (!socket) return socket.error();
  const auto answers = socket->dump(RequestBuilder(XFRM_MSG_GETPOLICY, xfrm_userpolicy_id{}));
  if (!answers && hasNone(answers.error())) return policies;
  if (!answers) return answers.error();
  for (std::size_t i = 0; i < answers->size(); ++i) {
    if (auto policy = readIpsecPolicyMessage(answers.value()[i])) policies.push_back(*policy);
  }
  return policies;
}

}  // namespace interface_panel
