// SPDX-License-Identifier: MIT
#include "helper/linux/namespace_lock.h"

#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <linux/sock_diag.h>
#include <linux/unix_diag.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/un.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace interface_panel {
namespace {

constexpr std::size_t kAnswerBytes = 64UL * 1024;

/// What names in the abstract namespace begin with, which belongs to the network namespace
/// (unix(7)).
std::string prefixOf(std::string_view lock) {
  std::string prefix(1, '\0');
  return prefix.append("interface-panel-").append(lock).append("/");
}

std::optional<std::string> randomName(const std::string& prefix) {
  std::array<std::uint8_t, 16> random{};
  if (getrandom(random.data(), random.size(), 0) != static_cast<ssize_t>(random.size())) {
    return std::nullopt;
  }
  constexpr std::string_view digits = "0123456789abcdef";
  std::string name = prefix;
  for (const std::uint8_t byte : random) {
    name.push_back(digits[byte >> 4U]);
    name.push_back(digits[byte & 15U]);
  }
  return name;
}

bool bindTo(const FileDescriptor& socket, const std::string& name) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::memcpy(address.sun_path, name.data(), name.size());
  const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
  return bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), size) == 0;
}

/// Whether a socket that the kernel tells of is another lock, made by root.
bool isLockOfRoot(const nlmsghdr& header, std::string_view prefix, std::string_view own) {
  std::string_view name;
  std::optional<std::uint32_t> maker;
  const auto* message = static_cast<const unix_diag_msg*>(NLMSG_DATA(&header));
  auto left = static_cast<int>(header.nlmsg_len - NLMSG_LENGTH(sizeof *message));
  for (const auto* attribute = reinterpret_cast<const rtattr*>(message + 1);
       RTA_OK(attribute, left); attribute = RTA_NEXT(attribute, left)) {
    if (attribute->rta_type == UNIX_DIAG_NAME) {
      name = {static_cast<const char*>(RTA_DATA(attribute)), RTA_PAYLOAD(attribute)};
    } else if (attribute->rta_type == UNIX_DIAG_UID &&
               RTA_PAYLOAD(attribute) >= sizeof(std::uint32_t)) {
      std::uint32_t uid = 0;
      std::memcpy(&uid, RTA_DATA(attribute), sizeof uid);
      maker = uid;
    }
  }
  return maker == 0U && name.substr(0, prefix.size()) == prefix && name != own;
}

bool askForNames(const FileDescriptor& socket) {
  struct {
    nlmsghdr header;
    unix_diag_req request;
  } asked{};
  asked.header.nlmsg_len = sizeof asked;
  asked.header.nlmsg_type = SOCK_DIAG_BY_FAMILY;
  asked.header.nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
  asked.request.sdiag_family = AF_UNIX;
  asked.request.udiag_states = 0xFFFFFFFFU;
  asked.request.udiag_show = UDIAG_SHOW_NAME | UDIAG_SHOW_UID;
  return sendto(socket.get(), &asked, sizeof asked, 0, nullptr, 0) == sizeof asked;
}

/// Whether root holds another name; none where the kernel does not tell.
std::optional<bool> rootHoldsAnother(std::string_view prefix, std::string_view own) {
  const FileDescriptor diag(socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG));
  if (!diag.valid() || !askForNames(diag)) return std::nullopt;
  alignas(nlmsghdr) std::array<std::uint8_t, kAnswerBytes> buffer{};
  bool found = false;
  for (;;) {
    iovec part{buffer.data(), buffer.size()};
    msghdr parts{};
    parts.msg_iov = &part;
    parts.msg_iovlen = 1;
    const ssize_t received = recvmsg(diag.get(), &parts, 0);
    if (received < 0 && errno == EINTR) continue;
    if (received <= 0) return std::nullopt;
    auto left = static_cast<unsigned>(received);
    for (const auto* header = reinterpret_cast<const nlmsghdr*>(buffer.data());
         NLMSG_OK(header, left); header = NLMSG_NEXT(header, left)) {
      if (header->nlmsg_type == NLMSG_DONE) return found;
      if (header->nlmsg_type == NLMSG_ERROR) return std::nullopt;
      found = found || isLockOfRoot(*header, prefix, own);
    }
  }
}

}  // namespace

NamespaceLock lockNetworkNamespace(FileDescriptor& socket, std::string_view lock) {
  const std::string prefix = prefixOf(lock);
  const auto name = randomName(prefix);
  socket = FileDescriptor(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
  // The own name first: of two that come at once at least one sees the other.
  if (!name || !socket.valid() || !bindTo(socket, *name)) return NamespaceLock::failed;
  const bool isBusy = rootHoldsAnother(prefix, *name).value_or(false);
  return isBusy ? NamespaceLock::busy : NamespaceLock::held;
}

}  // namespace interface_panel
