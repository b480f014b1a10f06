// SPDX-License-Identifier: MIT
#pragma once

#include <linux/netlink.h>

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <utility>
#include <vector>

#include "stack/linux/file_descriptor.h"
#include "stack/linux/netlink_attributes.h"
#include "stack/result.h"

namespace interface_panel {

/// One answer of the kernel: its type and what follows nlmsghdr.
struct NetlinkMessage {
  std::uint16_t type = 0;
  Bytes body;
};

/// Bytes as the kernel sent them.
using NetlinkBuffer = std::unique_ptr<std::uint8_t[]>;

/// The answers to one request, with the buffers they point into.
class NetlinkAnswers {
 public:
  /// A message that lies in one of the buffers.
  void add(NetlinkMessage message) { messages_.push_back(message); }
  void keep(NetlinkBuffer buffer) { buffers_.push_back(std::move(buffer)); }

  [[nodiscard]] std::size_t size() const { return messages_.size(); }
  [[nodiscard]] NetlinkMessage operator[](std::size_t at) const { return messages_[at]; }

 private:
  std::vector<NetlinkMessage> messages_;
  std::vector<NetlinkBuffer> buffers_;
};

/// The message's own header struct and its attributes; none when the body is too short for it.
template <typename Header>
std::optional<std::pair<Header, Bytes>> splitMessage(Bytes body) {
  const auto header = readValue<Header>(body);
  if (!header) return std::nullopt;
  return std::pair{*header, body.subspan(std::min(NLMSG_ALIGN(sizeof(Header)), body.size()))};
}

/// A netlink socket that asks one question at a time. Only answers that come from the kernel to the
/// running question count.
class NetlinkSocket {
 public:
  /// `protocol` is NETLINK_ROUTE and the like. Errors: those of socket(2) and bind(2).
  static Result<NetlinkSocket> open(int protocol);

  /// Everything the kernel lists for `request`; taken again while the kernel says that it changed
  /// meanwhile (NLM_F_DUMP_INTR), EAGAIN when it never holds still.
  Result<NetlinkAnswers> dump(const RequestBuilder& request);

  /// The answer to a request for one object.
  Result<NetlinkAnswers> get(const RequestBuilder& request);

  /// A request that changes something; `flags` are NLM_F_CREATE and the like. The kernel's extended
  /// acknowledgement, when it sends one, is appended to the error's call.
  Result<Done> change(const RequestBuilder& request, std::uint16_t flags);

  /// An answer did not come in time: it may still come, so that the socket is of no use any more.
  [[nodiscard]] bool timedOut() const { return timedOut_; }

  [[nodiscard]] int descriptor() const { return descriptor_.get(); }

 private:
  NetlinkSocket(FileDescriptor descriptor, int protocol);

  struct Exchange;
  Result<Done> send(const RequestBuilder& request, std::uint16_t flags);
  Result<Done> receive(Exchange& exchange);
  Result<Done> take(Exchange& exchange, std::size_t length);
  Result<NetlinkAnswers> ask(const RequestBuilder& request, std::uint16_t flags, bool& interrupted);

  [[nodiscard]] std::string callName(const RequestBuilder& request) const;

  FileDescriptor descriptor_;
  int protocol_;
  std::uint32_t sequence_ = 0;
  /// What the next answer is received into.
  NetlinkBuffer buffer_;
  bool timedOut_ = false;
};

/// How the documentation names an rtnetlink message type: "RTM_GETLINK".
std::string rtnetlinkCallName(std::uint16_t messageType);

}  // namespace interface_panel
