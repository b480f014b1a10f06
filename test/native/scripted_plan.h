// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "encoding/sha256.h"
#include "transaction/frame.h"

namespace interface_panel {

/// The frames of a plan as a well-behaved app sends them, for tests to bend.
class ScriptedPlan {
 public:
  explicit ScriptedPlan(std::uint32_t deadlineSeconds = 60) {
    plan_.deadlineSeconds = deadlineSeconds;
  }

  ScriptedPlan& set(std::uint64_t luid, Field field, std::int64_t expected, std::int64_t value,
                    Family family = Family::ipv4) {
    return add(OperationMessage{.index = nextIndex(),
                                .kind = 0,
                                .field = static_cast<std::uint8_t>(field),
                                .family = static_cast<std::uint16_t>(family),
                                .luid = luid,
                                .expected = expected,
                                .value = value});
  }

  ScriptedPlan& restore(std::uint64_t luid, Field field, std::int64_t expected, std::int64_t value,
                        const Footprint& before, const Footprint& after,
                        Family family = Family::ipv4) {
    const std::uint16_t index = nextIndex();
    add(OperationMessage{.index = index,
                         .kind = 1,
                         .field = static_cast<std::uint8_t>(field),
                         .family = static_cast<std::uint16_t>(family),
                         .luid = luid,
                         .expected = expected,
                         .value = value,
                         .beforeBytes = static_cast<std::uint32_t>(before.size()),
                         .afterBytes = static_cast<std::uint32_t>(after.size())});
    addFootprint(index, FootprintWhich::before, before);
    addFootprint(index, FootprintWhich::after, after);
    return *this;
  }

  ScriptedPlan& lasting(const LastingChange& change) {
    lasting_.emplace_back(LastingMessage{plan_.lastingChanges++, change});
    plan_.account = "anna";
    return *this;
  }

  /// Adds an OPERATION as it is and counts it.
  ScriptedPlan& add(const OperationMessage& message) {
    messages_.emplace_back(message);
    ++plan_.operations;
    return *this;
  }

  /// PLAN first, then the rest.
  [[nodiscard]] std::vector<AppMessage> messages() const {
    std::vector<AppMessage> all{plan_};
    all.insert(all.end(), messages_.begin(), messages_.end());
    all.insert(all.end(), lasting_.begin(), lasting_.end());
    return all;
  }

  /// The hash of the frames when they follow HELLO.
  [[nodiscard]] Sha256Digest hash() const { return hashOf(messages()); }

  static Sha256Digest hashOf(const std::vector<AppMessage>& messages) {
    Sha256 hash;
    std::uint32_t sequence = 1;
    for (const AppMessage& message : messages) hash.update(encodeAppFrame(message, sequence++));
    return hash.finish();
  }

 private:
  [[nodiscard]] std::uint16_t nextIndex() const { return plan_.operations; }

  void addFootprint(std::uint16_t operation, FootprintWhich which, const Footprint& footprint) {
    for (std::size_t offset = 0; offset < footprint.size(); offset += kFootprintPartBytes) {
      FootprintMessage part{.operation = operation, .which = which};
      part.length =
          static_cast<std::uint8_t>(std::min(kFootprintPartBytes, footprint.size() - offset));
      part.offset = static_cast<std::uint16_t>(offset);
      part.total = static_cast<std::uint16_t>(footprint.size());
      std::copy_n(footprint.begin() + static_cast<std::ptrdiff_t>(offset), part.length,
                  part.bytes.begin());
      messages_.emplace_back(part);
    }
  }

  PlanMessage plan_;
  std::vector<AppMessage> messages_;
  std::vector<AppMessage> lasting_;
};

}  // namespace interface_panel
