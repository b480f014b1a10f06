// SPDX-License-Identifier: MIT
#include "stack/linux/notice_socket.h"

#include <linux/rtnetlink.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace interface_panel {
namespace {

constexpr std::size_t kBufferBytes = 64UL * 1024;

/// The kernel takes memory only while the queue is filled.
void makeRoom(const FileDescriptor& socket, int bytes) {
  for (const int option : {SO_RCVBUFFORCE, SO_RCVBUF}) {
    if (::setsockopt(socket.get(), SOL_SOCKET, option, &bytes, sizeof(bytes)) == 0) return;
  }
}

FileDescriptor listen(std::span<const int> groups, int queueBytes) {
  FileDescriptor socket(
      ::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE));
  sockaddr_nl address{};
  address.nl_family = AF_NETLINK;
  const bool bound =
      socket.valid() &&
      ::bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0;
  const bool joined = bound && std::ranges::all_of(groups, [&](int group) {
                        return ::setsockopt(socket.get(), SOL_NETLINK, NETLINK_ADD_MEMBERSHIP,
                                            &group, sizeof(group)) == 0;
                      });
  if (!joined) return {};
  makeRoom(socket, queueBytes);
  return socket;
}

/// False: what is left is no whole message.
bool readMessages(Bytes rest, const std::function<void(const Notice&)>& each) {
  while (!rest.empty()) {
    const auto header = readValue<nlmsghdr>(rest);
    const bool whole =
        header && header->nlmsg_len >= sizeof(nlmsghdr) && header->nlmsg_len <= rest.size();
    if (!whole) return false;
    const Bytes body = rest.subspan(sizeof(nlmsghdr), header->nlmsg_len - sizeof(nlmsghdr));
    each({{header->nlmsg_type, body}, header->nlmsg_flags});
    const std::size_t step = NLMSG_ALIGN(static_cast<std::size_t>(header->nlmsg_len));
    rest = rest.subspan(std::min(step, rest.size()));
  }
  return true;
}

}  // namespace

NoticeSocket::NoticeSocket(std::span<const int> groups, int queueBytes)
    : socket_(listen(groups, queueBytes)), buffer_(kBufferBytes) {}

bool NoticeSocket::take(const std::function<void(const Notice&)>& each) {
  if (!valid()) return false;
  bool complete = true;
  for (;;) {
    const Taken taken = takeNext(each);
    if (taken == Taken::nothing) return complete && valid();
    if (taken == Taken::lost) complete = false;
  }
}

NoticeSocket::Taken NoticeSocket::takeNext(const std::function<void(const Notice&)>& each) {
  sockaddr_nl sender{};
  iovec part{buffer_.data(), buffer_.size()};
  msghdr message{};
  message.msg_name = &sender;
  message.msg_namelen = sizeof(sender);
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  const ssize_t length = ::recvmsg(socket_.get(), &message, 0);
  if (length < 0 && errno == EAGAIN) return Taken::nothing;
  if (length < 0 && errno == EINTR) return Taken::some;
  if (length < 0) {
    const bool goesOn = errno == ENOBUFS;
    // Whatever else it is, it would be there again.
    if (!goesOn) socket_ = {};
    return goesOn ? Taken::lost : Taken::nothing;
  }
  // Other processes may send to a group as well, with the rights to.
  if (sender.nl_pid != 0) return Taken::some;
  const bool whole = (message.msg_flags & MSG_TRUNC) == 0 &&
                     readMessages(Bytes(buffer_.data(), static_cast<std::size_t>(length)), each);
  return whole ? Taken::some : Taken::lost;
}

}  // namespace interface_panel
