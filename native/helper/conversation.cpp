// SPDX-License-Identifier: MIT
#include "helper/conversation.h"

#include <new>
#include <utility>

#include "channel/monotonic_clock.h"
#include "helper/channel_sink.h"

namespace interface_panel {
namespace {

/// How long a peer may leave frames unread, all waits together.
constexpr std::uint64_t kPatience = 10'000;

class Conversation {
 public:
  Conversation(SettableIpStack& stack, Channel& channel, HelperMachine::Settings settings,
               StopRequest& stopRequest)
      : channel_(channel),
        stopRequest_(stopRequest),
        sink_(channel, kPatience),
        machine_(stack, sink_, std::move(settings), monotonicMilliseconds()) {}

  ExitCode run() {
    while (!machine_.finished()) {
      try {
        turn();
      } catch (const std::bad_alloc&) {
        // What was changed must still be taken back; a second time there is nothing left to try.
        if (std::exchange(outOfMemory_, true)) throw;
        machine_.askedToStop(monotonicMilliseconds());
      }
    }
    return *machine_.finished();
  }

 private:
  void turn() {
    if (stopRequest_.exchange(false)) machine_.askedToStop(monotonicMilliseconds());
    if (sink_.broken() && !std::exchange(breakTold_, true)) {
      machine_.channelBroken(monotonicMilliseconds());
    }
    const std::uint64_t now = monotonicMilliseconds();
    const std::uint64_t wakeUp = machine_.nextWakeUp();
    receive(wakeUp <= now ? 0 : wakeUp - now);
    machine_.tick(monotonicMilliseconds());
  }

  void receive(std::uint64_t timeout) {
    Frame frame;
    switch (channel_.receive(frame, timeout)) {
      case ReceiveStatus::frame:
        return machine_.receive(monotonicMilliseconds(), frame);
      case ReceiveStatus::malformed:
        return machine_.receive(monotonicMilliseconds(), {});
      case ReceiveStatus::ended:
        return machine_.channelBroken(monotonicMilliseconds());
      case ReceiveStatus::timedOut:
      case ReceiveStatus::interrupted:
        return;
    }
  }

  Channel& channel_;
  StopRequest& stopRequest_;
  ChannelSink sink_;
  HelperMachine machine_;
  bool breakTold_ = false;
  bool outOfMemory_ = false;
};

}  // namespace

ExitCode converse(SettableIpStack& stack, Channel& channel, HelperMachine::Settings settings,
                  StopRequest& stopRequest) {
  return Conversation(stack, channel, std::move(settings), stopRequest).run();
}

}  // namespace interface_panel
