// SPDX-License-Identifier: MIT
#include "helper/helper_log.h"

#include <algorithm>
#include <cctype>
#include <span>

#include "log/visible.h"
#include "transaction/build_id.h"

namespace interface_panel {
namespace {

/// What the window calls the plan code: the first digits of the hash.
std::string planCode(const Sha256Digest& hash) {
  std::string code = hexDigits(std::span(hash).first(4));
  std::ranges::transform(code, code.begin(),
                         [](unsigned char digit) { return std::toupper(digit); });
  return code;
}

const char* meaningOf(ExitCode code) {
  switch (code) {
    case ExitCode::success:
      return "as asked for: kept, or everything as before";
    case ExitCode::argumentsRefused:
      return "the command line was refused";
    case ExitCode::notPrivileged:
      return "not privileged";
    case ExitCode::busy:
      return "another helper is at work";
    case ExitCode::peerRefused:
      return "it was not started by the app";
    case ExitCode::protocolBroken:
      return "the app broke the protocol, nothing was changed";
    case ExitCode::otherBuild:
      return "the app is of another build, nothing was changed";
    case ExitCode::refused:
      return "the plan was refused, nothing was changed";
    case ExitCode::nothingChanged:
      return "not committed, nothing was changed";
    case ExitCode::rolledBack:
      return "it failed, everything is as before";
    case ExitCode::incomplete:
      return "NOT everything could be put back";
    case ExitCode::hung:
      return "a call of the system hung, NOTHING was put back";
    case ExitCode::internalFailure:
      break;
  }
  return "internal failure";
}

/// What may happen to anybody, as against what somebody should look at.
bool isOrdinary(ExitCode code) {
  switch (code) {
    case ExitCode::success:
    case ExitCode::busy:
    case ExitCode::otherBuild:
    case ExitCode::refused:
    case ExitCode::nothingChanged:
    case ExitCode::rolledBack:
      return true;
    default:
      return false;
  }
}

}  // namespace

void HelperLog::begins(const HelperArguments& arguments) {
  plan_ = planCode(arguments.planHash);
  write(LogLevel::info, "Plan " + plan_ + " begins, for process " +
                            std::to_string(arguments.appProcess) + ", build " +
                            std::string(buildId()));
}

void HelperLog::ends(ExitCode code) {
  const std::string subject = plan_.empty() ? "Nothing begins" : "Plan " + plan_ + " ends";
  write(isOrdinary(code) ? LogLevel::info : LogLevel::warning,
        subject + ": " + meaningOf(code) + " (exit code " + std::to_string(static_cast<int>(code)) +
            ")");
}

void HelperLog::failed(const char* why) { write(LogLevel::warning, "Unexpected: " + visible(why)); }

void HelperLog::write(LogLevel level, const std::string& line) {
  if (log_) log_->write(level, line);
}

}  // namespace interface_panel
