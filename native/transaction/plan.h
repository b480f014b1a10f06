// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "encoding/sha256.h"
#include "lasting/lasting_changes.h"
#include "stack/operation.h"
#include "transaction/frame.h"

namespace interface_panel {

inline constexpr std::uint16_t kMaxOperations = 1024;
inline constexpr std::uint32_t kMaxDeadlineSeconds = 600;

/// One operation of a plan, as the app sent it.
struct PlannedOperation {
  OperationKind kind = OperationKind::set;
  /// A restore leads from what an interrupted transaction had set to what was there before it.
  Operation operation;
  /// Of the interrupted transaction, from its journal; empty for a set. `after` may be missing.
  Footprint before;
  Footprint after;
};

/// The operation that a restore takes back, which led the other way.
Operation interruptedOperation(const PlannedOperation& planned);

struct Plan {
  std::vector<PlannedOperation> operations;
  /// What is to last, or to last no longer, once the plan is confirmed.
  std::vector<LastingChange> lastingChanges;
  std::uint32_t deadlineSeconds = 0;
  /// Who runs the app, as it says.
  std::string account;
};

/// An operation, or kWholePlan, and why it is refused.
struct PlanRefusal {
  std::uint16_t operation = kWholePlan;
  Refusal refusal = Refusal::none;

  bool operator==(const PlanRefusal&) const = default;
};

/// Why the field table refuses this operation, or Refusal::none. The live stack is asked later.
Refusal refusalByTable(const PlannedOperation& planned);

/// Builds a plan from its frames and refuses what the protocol, the hash or the field table do not
/// allow. Memory grows with the bytes that arrive, never with what is announced.
class PlanAssembler {
 public:
  enum class Progress {
    more,
    complete,
    /// refusals() says why; the plan is not to be used.
    refused,
    /// The frame has no place here: the peer breaks the protocol.
    unexpected,
  };

  /// `hash` is the SHA-256 that the frames of the plan must have.
  explicit PlanAssembler(const Sha256Digest& hash) : expectedHash_(hash) {}

  /// Takes the next frame, both as it came and decoded.
  Progress accept(std::span<const std::uint8_t> frame, const AppMessage& message);

  [[nodiscard]] const std::vector<PlanRefusal>& refusals() const { return refusals_; }

  /// The plan, once complete.
  [[nodiscard]] Plan takePlan() { return std::move(plan_); }

 private:
  /// The footprint that the next frame must go on with.
  struct FootprintDue {
    FootprintWhich which;
    Footprint& received;
    std::size_t total;
  };

  Progress begin(const PlanMessage& message);
  Progress addOperation(const OperationMessage& message);
  Progress addFootprintPart(const FootprintMessage& message);
  Progress addLastingChange(const LastingMessage& message);
  Progress proceed();
  Progress refuse(std::uint16_t operation, Refusal refusal);
  [[nodiscard]] bool hasBegun() const { return announcedOperations_ + announcedLasting_ > 0; }
  [[nodiscard]] bool hasAllOperations();
  [[nodiscard]] std::uint16_t lastIndex() const;
  [[nodiscard]] std::optional<FootprintDue> footprintDue();

  Sha256Digest expectedHash_;
  Sha256 hash_;
  Plan plan_;
  std::uint16_t announcedOperations_ = 0;
  std::uint16_t announcedLasting_ = 0;
  std::uint32_t announcedBefore_ = 0;
  std::uint32_t announcedAfter_ = 0;
  std::set<std::pair<IpInterfaceKey, std::uint8_t>> seen_;
  std::set<std::tuple<SettingId, std::uint64_t, Family, Field>> seenLasting_;
  std::vector<PlanRefusal> refusals_;
};

}  // namespace interface_panel
