// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <utility>

#include "channel/channel.h"
#include "stack/linux/file_descriptor.h"
#include "stack/result.h"

namespace interface_panel {

/// A channel over one end of a SOCK_SEQPACKET socket pair. A zero-length message cannot be told
/// from the end of the conversation there, and ends it.
class SeqpacketChannel : public Channel {
 public:
  /// Takes the socket over. Errors: those of eventfd(2).
  static Result<std::unique_ptr<Channel>> adopt(FileDescriptor socket);

  ReceiveStatus receive(Frame& frame, std::uint64_t timeout) override;
  bool send(const Frame& frame, std::uint64_t timeout) override;
  void interrupt() noexcept override;
  void shutDown() noexcept override;

 private:
  SeqpacketChannel(FileDescriptor socket, FileDescriptor wakeUp)
      : socket_(std::move(socket)), wakeUp_(std::move(wakeUp)) {}

  ReceiveStatus take(Frame& frame);

  FileDescriptor socket_;
  FileDescriptor wakeUp_;
  bool ended_ = false;
};

/// Both ends of a new SOCK_SEQPACKET pair, close-on-exec. Errors: those of socketpair(2).
Result<std::pair<FileDescriptor, FileDescriptor>> makeSeqpacketPair();

}  // namespace interface_panel
