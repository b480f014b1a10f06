// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "stack/operation.h"
#include "stack/windows/row_footprint.h"

namespace interface_panel {

/// How one change of a row is taken back: what it had altered, and how far that may be reached.
class RowUndo {
 public:
  /// By footprints that were captured around the set. None when they do not belong to the
  /// operation.
  static std::optional<RowUndo> ofCaptured(const Operation& operation, const Footprint& before,
                                           const Footprint& after);

  /// By footprints from a journal, which others can write: the M and O flags, which the operation
  /// does not name, are left alone. None when refusalOfJournal gives a reason, or without `after`.
  static std::optional<RowUndo> ofJournal(const Operation& operation, const Footprint& before,
                                          const Footprint& after);

  /// Nothing, or why these footprints cannot be those of the operation; see
  /// SettableIpStack::checkRestore.
  static Refusal refusalOfJournal(const Operation& operation, const Footprint& before,
                                  const Footprint& after);

  [[nodiscard]] const RowFootprint& before() const { return before_; }

  /// What is to be put into the row.
  [[nodiscard]] RowFootprint reached() const { return reach(before_); }

  /// What became of the operation if nothing is to be written; none when it is to be put back.
  [[nodiscard]] std::optional<Restored> judge(const RowFootprint& live) const;

  /// The same once it was put back.
  [[nodiscard]] Restored judgeAfterwards(const RowFootprint& live) const;

 private:
  RowUndo(Field changed, RowFootprint before, RowFootprint after, bool journalled);

  [[nodiscard]] RowFootprint reach(RowFootprint footprint) const;

  Field changed_;
  RowFootprint before_;
  RowFootprint after_;
  bool journalled_;
};

}  // namespace interface_panel
