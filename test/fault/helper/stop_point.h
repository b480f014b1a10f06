// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace interface_panel {

/// Where a test may halt the helper (test/fault/points.ts names the same).
namespace stop_point {
inline constexpr std::string_view kPrompt = "prompt";
inline constexpr std::string_view kHelperUp = "helper-up";
inline constexpr std::string_view kConnected = "connected";
inline constexpr std::string_view kHello = "hello";
inline constexpr std::string_view kMidPlan = "mid-plan";
inline constexpr std::string_view kPrepared = "prepared";
inline constexpr std::string_view kCommit = "commit";
inline constexpr std::string_view kBetweenOperations = "between-operations";
inline constexpr std::string_view kAppliedUnsent = "applied-unsent";
inline constexpr std::string_view kWaiting = "waiting";
inline constexpr std::string_view kConfirmUnacked = "confirm-unacked";
inline constexpr std::string_view kStoreUnwritten = "store-unwritten";
inline constexpr std::string_view kStoreWritten = "store-written";
inline constexpr std::string_view kMidUndo = "mid-undo";
}  // namespace stop_point

/// Besides these, a point inside each call of the stack: its name and number, such as "set-0".
/// Halts here if the file `<this executable>.stop-at` names this point: writes the process id into
/// `<this executable>.halted` and waits until the first file is gone. Each point halts once.
void haltAt(std::string_view point);

/// Whether the test asks for something more by a file `<this executable><suffix>`.
bool isOrdered(const char* suffix);

}  // namespace interface_panel
