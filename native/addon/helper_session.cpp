// SPDX-License-Identifier: MIT
#include "addon/helper_session.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

#include "addon/platform_error.h"
#include "stack/win32_error.h"

namespace interface_panel {
namespace {

/// Consent may take as long as it takes; a channel that is shut down ends every wait.
constexpr std::uint64_t kUntilShutDown = std::numeric_limits<std::uint64_t>::max();

Napi::Object eventOfKind(Napi::Env env, const char* kind) {
  Napi::Object event = Napi::Object::New(env);
  event.Set("kind", kind);
  return event;
}

Napi::Value numberOrNull(Napi::Env env, std::optional<int> number) {
  return number ? Napi::Number::New(env, *number) : env.Null();
}

/// Makes the event that JavaScript is told.
struct EventObject {
  Napi::Env env;

  Napi::Object operator()(const Frame& frame) const {
    Napi::Uint8Array bytes = Napi::Uint8Array::New(env, frame.size());
    std::copy(frame.begin(), frame.end(), bytes.Data());
    Napi::Object event = eventOfKind(env, "frame");
    event.Set("frame", bytes);
    return event;
  }

  Napi::Object operator()(const ChannelClosed&) const { return eventOfKind(env, "closed"); }

  Napi::Object operator()(const HelperEnd& end) const {
    const auto& [helperExit, launchError] = end;
    const bool killed = helperExit.signal != 0;
    std::optional<int> code;
    if (!launchError && !killed) code = helperExit.code;
    std::optional<int> signal;
    if (!launchError && killed) signal = helperExit.signal;

    Napi::Object exit = Napi::Object::New(env);
    exit.Set("code", numberOrNull(env, code));
    exit.Set("signal", numberOrNull(env, signal));
    exit.Set("launchError", launchError ? platformObject(env, *launchError) : env.Null());
    exit.Set("stderr", helperExit.errorOutput);
    Napi::Object event = eventOfKind(env, "exit");
    event.Set("exit", exit);
    return event;
  }
};

HelperEnd endOf(HelperExit exit) {
  HelperEnd end;
  if (exit.launchError != 0) end.launchError = win32Error(exit.launchError, "ShellExecuteEx");
  end.exit = std::move(exit);
  return end;
}

}  // namespace

std::shared_ptr<HelperSession> HelperSession::start(Napi::Env env, const HelperCommand& command,
                                                    Napi::Function listener) {
  auto session = std::make_shared<HelperSession>(
      Napi::ThreadSafeFunction::New(env, listener, "interface_panel helper", 0, 1));
  session->cleanup_ =
      std::make_unique<EnvironmentCleanup>(env, [raw = session.get()] { raw->tearDown(); });
  try {
    session->begin(command);
  } catch (...) {
    session->tearDown();
    throw;
  }
  return session;
}

HelperSession::~HelperSession() {
  close();
  if (sender_.joinable()) sender_.join();
}

void HelperSession::begin(const HelperCommand& command) {
  Result<std::unique_ptr<HelperLaunch>> launch = HelperLaunch::start(command);
  if (!launch) {
    tell(ChannelClosed{});
    HelperEnd end;
    end.launchError = launch.error();
    tell(std::move(end));
    return;
  }
  launch_ = std::move(launch).value();
  sender_ = std::thread([this] { sendAll(); });
  std::thread([self = shared_from_this()] { self->receiveAll(); }).detach();
}

void HelperSession::sendAll() {
  while (const std::optional<Frame> frame = outgoing_.pop()) {
    if (!launch_->channel().send(*frame, kUntilShutDown)) outgoing_.close();
  }
}

void HelperSession::receiveAll() {
  Channel& channel = launch_->channel();
  Frame frame{};
  ReceiveStatus status = ReceiveStatus::frame;
  while (status != ReceiveStatus::ended && status != ReceiveStatus::malformed) {
    status = channel.receive(frame, kUntilShutDown);
    if (status == ReceiveStatus::frame) tell(frame);
  }
  close();
  sender_.join();
  tell(ChannelClosed{});
  tell(endOf(launch_->waitForExit()));
}

void HelperSession::close() {
  outgoing_.close();
  if (launch_) launch_->channel().shutDown();
}

void HelperSession::kill() {
  if (launch_) launch_->kill();
  close();
}

void HelperSession::tell(HelperEvent event) {
  const std::scoped_lock lock(tellingMutex_);
  if (!telling_) return;
  listener_.NonBlockingCall([self = shared_from_this(), event = std::move(event)](
                                Napi::Env env, Napi::Function listener) {
    if (std::holds_alternative<HelperEnd>(event)) self->end();
    listener.Call({std::visit(EventObject{env}, event)});
  });
}

/// Nothing is left to tell, and the threads are through with the launch. Its descriptors go now:
/// the garbage collector may take its time over the object that JavaScript holds.
void HelperSession::end() {
  tearDown();
  launch_.reset();
}

void HelperSession::tearDown() {
  {
    const std::scoped_lock lock(tellingMutex_);
    if (!std::exchange(telling_, false)) return;
    listener_.Abort();
  }
  close();
  cleanup_.reset();
}

}  // namespace interface_panel
