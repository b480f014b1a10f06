// SPDX-License-Identifier: MIT
#pragma once

#include <napi.h>

#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <variant>

#include "addon/environment_cleanup.h"
#include "addon/frame_queue.h"
#include "channel/helper_launch.h"

namespace interface_panel {

struct ChannelClosed {};

struct HelperEnd {
  HelperExit exit;
  /// What kept it from starting; none when it did.
  std::optional<Error> launchError;
};

using HelperEvent = std::variant<Frame, ChannelClosed, HelperEnd>;

/// One helper as the main thread has it: a thread that sends, a thread that receives and then waits
/// for the end of the process, and a listener that is told of both on the main thread.
///
/// The session lives until the process has ended, whoever forgets it. When the environment is torn
/// down it closes the channel, which makes the helper take everything back, and tells nothing more;
/// its threads then end by themselves, since nothing may wait for a helper at work.
class HelperSession : public std::enable_shared_from_this<HelperSession> {
 public:
  /// `listener` is called with one object: { kind: 'frame', frame } for each frame, then
  /// { kind: 'closed' } and { kind: 'exit', exit }. A launch that fails is told that way too.
  static std::shared_ptr<HelperSession> start(Napi::Env env, const HelperCommand& command,
                                              Napi::Function listener);

  explicit HelperSession(Napi::ThreadSafeFunction listener) : listener_(listener) {}
  HelperSession(const HelperSession&) = delete;
  HelperSession& operator=(const HelperSession&) = delete;
  ~HelperSession();

  /// Main thread: queues a frame; dropped when the channel is closed.
  void send(const Frame& frame) { outgoing_.push(frame); }

  /// Main thread: ends the conversation.
  void close();

  /// Main thread: ends the process by force, if that is allowed, and the conversation.
  void kill();

 private:
  void begin(const HelperCommand& command);
  void sendAll();
  void receiveAll();
  /// Calls the listener on the main thread, unless the environment is being torn down.
  void tell(HelperEvent event);
  void end();
  void tearDown();

  std::unique_ptr<HelperLaunch> launch_;
  FrameQueue outgoing_;
  std::thread sender_;

  /// Guards `listener_` against use after the environment took it away.
  std::mutex tellingMutex_;
  bool telling_ = true;
  Napi::ThreadSafeFunction listener_;

  /// Main thread alone.
  std::unique_ptr<EnvironmentCleanup> cleanup_;
};

}  // namespace interface_panel
