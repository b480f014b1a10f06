// SPDX-License-Identifier: MIT
#include "stack/linux/netlink_socket.h"

#include <linux/rtnetlink.h>
#include <sys/socket.h>
#include <sys/time.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <utility>

#include "stack/linux/posix_error.h"

namespace interface_panel {
namespace {

// The kernel fills at most 32 KiB of a dump at a time; a single answer is far below that.
constexpr std::size_t kBufferBytes = 64 * 1024;
constexpr int kDumpTries = 16;

Error extendedError(const nlmsghdr& header, Bytes body, std::string call) {
  const auto error = readValue<nlmsgerr>(body);
  if (!error) return posixError(EBADMSG, std::move(call));
  if ((header.nlmsg_flags & NLM_F_ACK_TLVS) != 0) {
    // A capped acknowledgement leaves out the request, else it stands before the attributes.
    const std::size_t request =
        (header.nlmsg_flags & NLM_F_CAPPED) != 0
            ? 0
            : error->msg.nlmsg_len - std::min<std::size_t>(error->msg.nlmsg_len, sizeof(nlmsghdr));
    const std::size_t at = std::min(sizeof(nlmsgerr) + NLMSG_ALIGN(request), body.size());
    const AttributeTable<NLMSGERR_ATTR_MAX> attributes(body.subspan(at));
    if (attributes.has(NLMSGERR_ATTR_MSG)) call += ": " + readText(attributes[NLMSGERR_ATTR_MSG]);
  }
  return posixError(-error->error, std::move(call));
}

/// Not filled: what is received overwrites it.
NetlinkBuffer newBuffer(std::size_t bytes) {
  return std::make_unique_for_overwrite<std::uint8_t[]>(bytes);
}

/// The kernel answers at once; only a broken one would be waited for.
void limitWaiting(int descriptor) {
  constexpr timeval kLimit{.tv_sec = 5, .tv_usec = 0};
  (void)::setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &kLimit, sizeof(kLimit));
}

void setFlag(int descriptor, int option) {
  // Kernels too old for an option work without it.
  const int on = 1;
  (void)::setsockopt(descriptor, SOL_NETLINK, option, &on, sizeof(on));
}

}  // namespace

/// What one question is waiting for and has got so far.
struct NetlinkSocket::Exchange {
  std::uint32_t sequence = 0;
  std::string call;
  NetlinkAnswers answers;
  bool finished = false;
  bool interrupted = false;

  Result<Done> take(const nlmsghdr& header, Bytes body);
};

NetlinkSocket::NetlinkSocket(FileDescriptor descriptor, int protocol)
    : descriptor_(std::move(descriptor)), protocol_(protocol), buffer_(newBuffer(kBufferBytes)) {}

std::string NetlinkSocket::callName(const RequestBuilder& request) const {
  if (protocol_ == NETLINK_ROUTE) return rtnetlinkCallName(request.messageType());
  if (protocol_ == NETLINK_XFRM) return "XFRM_MSG " + std::to_string(request.messageType());
  // Families of generic netlink get their numbers at run time.
  return "generic netlink";
}

Result<NetlinkSocket> NetlinkSocket::open(int protocol) {
  FileDescriptor descriptor(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, protocol));
  if (!descriptor.valid()) return posixError(errno, "socket(AF_NETLINK)");
  setFlag(descriptor.get(), NETLINK_EXT_ACK);
  setFlag(descriptor.get(), NETLINK_CAP_ACK);
  setFlag(descriptor.get(), NETLINK_GET_STRICT_CHK);
  limitWaiting(descriptor.get());
  sockaddr_nl address{};
  address.nl_family = AF_NETLINK;
  if (::bind(descriptor.get(), reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0) {
    return posixError(errno, "bind(AF_NETLINK)");
  }
  return NetlinkSocket(std::move(descriptor), protocol);
}

Result<Done> NetlinkSocket::send(const RequestBuilder& request, std::uint16_t flags) {
  const Bytes body = request.bytes();
  nlmsghdr header{};
  header.nlmsg_len = static_cast<std::uint32_t>(sizeof(nlmsghdr) + body.size());
  header.nlmsg_type = request.messageType();
  header.nlmsg_flags = static_cast<std::uint16_t>(NLM_F_REQUEST | flags);
  header.nlmsg_seq = ++sequence_;
  iovec parts[] = {{&header, sizeof(header)},
                   {const_cast<std::uint8_t*>(body.data()), body.size()}};
  sockaddr_nl kernel{};
  kernel.nl_family = AF_NETLINK;
  msghdr message{};
  message.msg_name = &kernel;
  message.msg_namelen = sizeof(kernel);
  message.msg_iov = parts;
  message.msg_iovlen = std::size(parts);
  while (::sendmsg(descriptor_.get(), &message, MSG_NOSIGNAL) < 0) {
    if (errno != EINTR) return posixError(errno, callName(request));
  }
  return Done{};
}

Result<Done> NetlinkSocket::Exchange::take(const nlmsghdr& header, Bytes body) {
  if (header.nlmsg_seq != sequence) return Done{};
  if ((header.nlmsg_flags & NLM_F_DUMP_INTR) != 0) interrupted = true;
  if (header.nlmsg_type == NLMSG_ERROR) {
    finished = true;
    if (readValue<int>(body).value_or(-EBADMSG) != 0) return extendedError(header, body, call);
    return Done{};
  }
  if (header.nlmsg_type == NLMSG_DONE) {
    finished = true;
    // A dump that fails half way says so in its last message.
    const int error = readValue<int>(body).value_or(0);
    if (error < 0) return posixError(-error, call);
    return Done{};
  }
  if (header.nlmsg_type >= NLMSG_MIN_TYPE) answers.add({header.nlmsg_type, body});
  return Done{};
}

Result<Done> NetlinkSocket::receive(Exchange& exchange) {
  sockaddr_nl sender{};
  iovec part{buffer_.get(), kBufferBytes};
  msghdr message{};
  message.msg_name = &sender;
  message.msg_namelen = sizeof(sender);
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  const ssize_t length = ::recvmsg(descriptor_.get(), &message, 0);
  if (length < 0 && errno == EINTR) return Done{};
  timedOut_ = length < 0 && errno == EAGAIN;
  if (length < 0) return posixError(timedOut_ ? ETIMEDOUT : errno, exchange.call);
  if ((message.msg_flags & MSG_TRUNC) != 0) return posixError(EMSGSIZE, exchange.call);
  if (sender.nl_pid != 0) return Done{};
  return take(exchange, static_cast<std::size_t>(length));
}

/// The messages in the buffer, of which the answers get a copy no larger than they are.
Result<Done> NetlinkSocket::take(Exchange& exchange, std::size_t length) {
  NetlinkBuffer received = newBuffer(length);
  std::copy_n(buffer_.get(), length, received.get());
  Bytes rest(received.get(), length);
  exchange.answers.keep(std::move(received));
  while (const auto header = readValue<nlmsghdr>(rest)) {
    if (header->nlmsg_len < sizeof(nlmsghdr) || header->nlmsg_len > rest.size()) {
      return posixError(EBADMSG, exchange.call);
    }
    auto taken = exchange.take(
        *header, rest.subspan(sizeof(nlmsghdr), header->nlmsg_len - sizeof(nlmsghdr)));
    if (!taken) return taken;
    const std::size_t step = NLMSG_ALIGN(static_cast<std::size_t>(header->nlmsg_len));
    rest = rest.subspan(std::min(step, rest.size()));
  }
  return Done{};
}

Result<NetlinkAnswers> NetlinkSocket::ask(const RequestBuilder& request, std::uint16_t flags,
                                          bool& interrupted) {
  if (const auto sent = send(request, flags); !sent) return sent.error();
  Exchange exchange;
  exchange.sequence = sequence_;
  exchange.call = callName(request);
  while (!exchange.finished) {
    if (const auto received = receive(exchange); !received) return received.error();
  }
  interrupted = exchange.interrupted;
  return std::move(exchange.answers);
}

Result<NetlinkAnswers> NetlinkSocket::dump(const RequestBuilder& request) {
  for (int tries = 0; tries < kDumpTries; ++tries) {
    bool interrupted = false;
    auto answers = ask(request, NLM_F_DUMP, interrupted);
    if (!answers || !interrupted) return answers;
  }
  return posixError(EAGAIN, callName(request));
}

Result<NetlinkAnswers> NetlinkSocket::get(const RequestBuilder& request) {
  bool interrupted = false;
  return ask(request, NLM_F_ACK, interrupted);
}

Result<Done> NetlinkSocket::change(const RequestBuilder& request, std::uint16_t flags) {
  bool interrupted = false;
  const auto answers = ask(request, static_cast<std::uint16_t>(NLM_F_ACK | flags), interrupted);
  if (!answers) return answers.error();
  return Done{};
}

std::string rtnetlinkCallName(std::uint16_t messageType) {
  switch (messageType) {
    case RTM_GETLINK:
      return "RTM_GETLINK";
    case RTM_SETLINK:
      return "RTM_SETLINK";
    case RTM_GETADDR:
      return "RTM_GETADDR";
    case RTM_DELADDR:
      return "RTM_DELADDR";
    case RTM_GETROUTE:
      return "RTM_GETROUTE";
    case RTM_NEWROUTE:
      return "RTM_NEWROUTE";
    case RTM_DELROUTE:
      return "RTM_DELROUTE";
    case RTM_GETRULE:
      return "RTM_GETRULE";
    case RTM_GETNEIGHTBL:
      return "RTM_GETNEIGHTBL";
    case RTM_GETNEXTHOP:
      return "RTM_GETNEXTHOP";
    default:
      return "rtnetlink " + std::to_string(messageType);
  }
}

}  // namespace interface_panel
