// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "channel/channel.h"
#include "channel/windows/handle.h"
#include "stack/result.h"

namespace interface_panel {

/// A channel over one end of a connected message-mode pipe that was opened for overlapped I/O.
class PipeChannel : public Channel {
 public:
  /// Takes the pipe over. Errors: those of CreateEvent.
  static Result<std::unique_ptr<Channel>> adopt(Handle pipe);

  ~PipeChannel() override;

  ReceiveStatus receive(Frame& frame, std::uint64_t timeout) override;
  bool send(const Frame& frame, std::uint64_t timeout) override;
  void interrupt() noexcept override;
  void shutDown() noexcept override;

 private:
  PipeChannel(Handle pipe, Handle wakeUp, Handle readDone, Handle writeDone, Handle shutDown);

  [[nodiscard]] bool startRead();
  ReceiveStatus finishRead(Frame& frame);
  void cancelRead();

  Handle pipe_;
  Handle wakeUp_;
  Handle readDone_;
  Handle writeDone_;
  /// Manual reset; ends waits of other threads.
  Handle shutDown_;
  /// A read stays pending between calls, and with it these two.
  OVERLAPPED read_{};
  Frame readBuffer_{};
  bool readPending_ = false;
  bool ended_ = false;
};

}  // namespace interface_panel
