// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "channel/helper_launch.h"
#include "scripted_plan.h"
#include "transaction/build_id.h"
#include "transaction/exit_code.h"

namespace interface_panel {

/// A helper (TESTED_HELPER, or a program that becomes it) as a process of its own, and the app's
/// end of its conversation. Waits are bounded widely and fail the test when they are over.
class LaunchedHelper {
 public:
  LaunchedHelper(const std::filesystem::path& stateFile, const Sha256Digest& hash,
                 Consent consent = Consent::none, const std::string& program = TESTED_HELPER)
      : launch_(start(stateFile, hash, consent, program)) {}

  /// The helper has ended when this returns, and with it its hold on the lock.
  ~LaunchedHelper() {
    closeChannel();
    waitForExit();
  }
  LaunchedHelper(const LaunchedHelper&) = delete;
  LaunchedHelper& operator=(const LaunchedHelper&) = delete;

  void sendBytes(const Frame& frame) {
    if (!launch_->channel().send(frame, kPatience)) failEnded();
  }
  void send(const AppMessage& message) { sendBytes(encodeAppFrame(message, sequence_++)); }

  void sendPlan(const ScriptedPlan& plan) {
    send(HelloMessage{std::string(buildId())});
    for (const AppMessage& message : plan.messages()) send(message);
  }

  /// Reads frames until one of this kind comes; it must come.
  template <typename Message>
  Message await() {
    while (true) {
      const std::optional<HelperMessage> message = next();
      if (!message) failEnded();
      if (const auto* match = std::get_if<Message>(&*message)) return *match;
    }
  }

  /// The next frame; none once the helper has closed its end.
  std::optional<HelperMessage> next() {
    Frame frame;
    const ReceiveStatus status = launch_->channel().receive(frame, kPatience);
    REQUIRE(status != ReceiveStatus::timedOut);
    if (status != ReceiveStatus::frame) return std::nullopt;
    const auto decoded = decodeHelperFrame(frame, received_++);
    REQUIRE(std::holds_alternative<HelperMessage>(decoded));
    return std::get<HelperMessage>(decoded);
  }

  /// Up to APPLIED.
  void apply(const ScriptedPlan& plan) {
    sendPlan(plan);
    await<PreparedMessage>();
    send(CommitMessage{});
    await<AppliedMessage>();
  }

  void closeChannel() { launch_->channel().shutDown(); }
  HelperExit waitForExit() { return launch_->waitForExit(); }
  HelperLaunch& launch() { return *launch_; }

  /// DONE and the process agree on this exit code.
  void checkEnds(ExitCode code) {
    CHECK(await<DoneMessage>().exitCode == static_cast<std::uint8_t>(code));
    CHECK(waitForExit().code == static_cast<int>(code));
  }

 private:
  static constexpr std::uint64_t kPatience = 60'000;

  [[noreturn]] void failEnded() {
    const HelperExit exit = waitForExit();
    FAIL("the helper ended early: code " << exit.code << ", signal " << exit.signal << ", "
                                         << exit.errorOutput);
    std::abort();
  }

  static std::unique_ptr<HelperLaunch> start(const std::filesystem::path& stateFile,
                                             const Sha256Digest& hash, Consent consent,
                                             const std::string& program) {
    const std::u8string utf8 = stateFile.u8string();
    auto launch = HelperLaunch::start({.helperPath = program,
                                       .planHash = hash,
                                       .stateFile = std::string(utf8.begin(), utf8.end()),
                                       .consent = consent});
    REQUIRE(launch.ok());
    return std::move(launch).value();
  }

  std::unique_ptr<HelperLaunch> launch_;
  std::uint32_t sequence_ = 0;
  std::uint32_t received_ = 0;
};

}  // namespace interface_panel
