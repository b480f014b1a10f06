// SPDX-License-Identifier: MIT
#include "keeper/keeper_words.h"

#include "log/visible.h"
#include "stack/refusal_name.h"

namespace interface_panel {
namespace {

std::string subjectOf(const KeptSetting& kept) {
  const LastingSetting& setting = kept.setting();
  return visible(setting.adapter.alias) + ", " +
         (setting.family == Family::ipv4 ? "IPv4" : "IPv6") + ", " +
         std::string(fieldInfo(setting.field).name) + ": ";
}

std::string fromTo(const KeptSetting& kept, std::int64_t from) {
  return "from " + std::to_string(from) + " to " + std::to_string(kept.setting().value);
}

std::string named(const Error& error) { return error.name + " (" + visible(error.call) + ")"; }

}  // namespace

std::string wordsOfSet(const KeptSetting& kept, std::int64_t from) {
  return subjectOf(kept) + "set again " + fromTo(kept, from);
}

std::string wordsOfFailure(const KeptSetting& kept, std::int64_t from, const SetAgain& outcome) {
  return subjectOf(kept) + "could not be set " + fromTo(kept, from) + ": " + named(*outcome.error) +
         (outcome.takenBack ? "; everything is as before" : "; not all of it could be taken back");
}

std::string wordsOfState(const KeptSetting& kept, const Finding& finding) {
  const std::string subject = subjectOf(kept);
  switch (kept.status().state) {
    case KeptState::held:
      return subject + "is " + std::to_string(finding.live) + ", as it should be";
    case KeptState::refused:
      return subject + "cannot be set to " + std::to_string(kept.setting().value) +
             " now: " + std::string(refusalName(finding.refusal));
    case KeptState::failed:
      return subject + "cannot be read: " + (finding.error ? named(*finding.error) : "");
    case KeptState::givenUp:
      return subject + "given up until it comes again: somebody sets it to " +
             std::to_string(finding.live) + " again and again";
    case KeptState::changed:
      return subject + "somebody changed it to " + std::to_string(finding.live) +
             " while the adapter stayed; left alone";
    case KeptState::absent:
    case KeptState::arriving:
    case KeptState::ambiguous:
      break;
  }
  return subject + "not there";
}

std::string wordsOfDoubt(const KeptSetting& kept) {
  return subjectOf(kept) + "two adapters could be meant; none is touched";
}

std::string wordsOfStore(StoreTrouble trouble, const std::optional<Error>& error,
                         std::size_t settings) {
  switch (trouble) {
    case StoreTrouble::none:
      return "Lasting settings: " + std::to_string(settings);
    case StoreTrouble::damaged:
      return "The lasting settings are damaged: nothing is set";
    case StoreTrouble::laterVersion:
      return "The lasting settings are of a later version: nothing is set";
    case StoreTrouble::notTrusted:
      return "The lasting settings are not trusted: nothing is set" +
             (error ? ". " + named(*error) : std::string());
    case StoreTrouble::switchedOff:
      return "Switched off by an administrator: nothing is set";
    case StoreTrouble::safeMode:
      return "The system is in safe mode: nothing is set";
  }
  return {};
}

std::string wordsOfError(std::string_view what, const Error& error) {
  return std::string(what) + ": " + named(error);
}

}  // namespace interface_panel
