// SPDX-License-Identifier: MIT
// The helper's channel with places to halt at. helper_run.cpp calls connectHalting() here, and
// what takes the place of its confinement.
#ifndef _WIN32
#include <sys/socket.h>
#include <unistd.h>
#endif

#include <memory>

#include "helper/helper_process.h"
#include "stop_point.h"

namespace interface_panel {
namespace {

/// Numbers of docs/helper-protocol.md, written anew: a test should not trust the code it tests.
enum FrameType : std::uint8_t {
  kOperation = 3,
  kCommit = 5,
  kHello = 0x81,
  kPrepared = 0x85,
  kApplied = 0x86,
  kConfirmed = 0x89,
};

std::uint8_t typeOf(const Frame& frame) { return frame[3]; }

void haltBefore(std::uint8_t sent) {
  if (sent == kHello) haltAt(stop_point::kHello);
  if (sent == kApplied) haltAt(stop_point::kAppliedUnsent);
  if (sent == kConfirmed) haltAt(stop_point::kConfirmUnacked);
}

void haltAfter(std::uint8_t frame) {
  if (frame == kOperation) haltAt(stop_point::kMidPlan);
  if (frame == kCommit) haltAt(stop_point::kCommit);
  if (frame == kPrepared) haltAt(stop_point::kPrepared);
  if (frame == kApplied) haltAt(stop_point::kWaiting);
}

class HaltingChannel : public Channel {
 public:
  explicit HaltingChannel(std::unique_ptr<Channel> channel) : channel_(std::move(channel)) {}

  ReceiveStatus receive(Frame& frame, std::uint64_t timeout) override {
    const ReceiveStatus status = channel_->receive(frame, timeout);
    if (status == ReceiveStatus::frame) haltAfter(typeOf(frame));
    return status;
  }

  bool send(const Frame& frame, std::uint64_t timeout) override {
    haltBefore(typeOf(frame));
    const bool sent = channel_->send(frame, timeout);
    haltAfter(typeOf(frame));
    return sent;
  }

  void interrupt() noexcept override { channel_->interrupt(); }
  void shutDown() noexcept override { channel_->shutDown(); }

 private:
  std::unique_ptr<Channel> channel_;
};

/// As small as the kernel makes it: a peer that does not read is noticed after a few frames.
void shrinkSendBuffer() {
#ifndef _WIN32
  const int smallest = 1;
  setsockopt(STDIN_FILENO, SOL_SOCKET, SO_SNDBUF, &smallest, sizeof(smallest));
#endif
}

}  // namespace

std::unique_ptr<Channel> connectHalting(const HelperArguments& arguments) {
  haltAt(stop_point::kHelperUp);
  if (isOrdered(".small-buffer")) shrinkSendBuffer();
  std::unique_ptr<Channel> channel = connectToApp(arguments);
  if (!channel) return nullptr;
  haltAt(stop_point::kConnected);
  return std::make_unique<HaltingChannel>(std::move(channel));
}

bool leaveFiles() { return true; }
bool leaveCalls() { return true; }

}  // namespace interface_panel
