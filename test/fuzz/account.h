// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "transaction/frame.h"

namespace interface_panel {

/// What the helper told of a transaction, as the app's journal would have it.
class Account {
 public:
  explicit Account(std::size_t operations) : operations_(operations) {}

  struct OfOperation {
    std::vector<Outcome> outcomes;
    bool isStale = false;
    /// Bytes of the footprints before and after that have come; the last one starts anew at 0.
    std::array<std::size_t, 2> footprintBytes{};
    std::array<std::size_t, 2> footprintTotal{};

    [[nodiscard]] bool hasWhole(FootprintWhich which) const {
      const auto index = static_cast<std::size_t>(which);
      return footprintTotal[index] != 0 && footprintBytes[index] == footprintTotal[index];
    }
    [[nodiscard]] std::size_t times(Outcome outcome) const;
    /// How often it was told to be taken back, or why it was not.
    [[nodiscard]] std::size_t timesTakenBack() const;
  };

  /// Takes the next frame. It must be well formed, numbered in order, and come before DONE.
  void hear(const Frame& frame);

  [[nodiscard]] std::span<const OfOperation> operations() const { return operations_; }

  template <typename Message>
  [[nodiscard]] bool has() const {
    for (const HelperMessage& message : told_) {
      if (std::holds_alternative<Message>(message)) return true;
    }
    return false;
  }

 private:
  void note(const OutcomeMessage& message);
  void note(const FootprintMessage& message);
  void note(const StaleMessage& message);
  template <typename Message>
  void note(const Message&) {}

  std::vector<HelperMessage> told_;
  std::vector<OfOperation> operations_;
};

}  // namespace interface_panel
