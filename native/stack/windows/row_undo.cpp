// SPDX-License-Identifier: MIT
#include "stack/windows/row_undo.h"

#include <algorithm>
#include <utility>

#include "stack/table_refusal.h"

namespace interface_panel {

RowUndo::RowUndo(Field changed, RowFootprint before, RowFootprint after, bool journalled)
    : changed_(changed),
      before_(std::move(before)),
      after_(std::move(after)),
      journalled_(journalled) {}

std::optional<RowUndo> RowUndo::ofCaptured(const Operation& operation, const Footprint& before,
                                           const Footprint& after) {
  if (tableRefusal(operation.field, operation.key.family) != Refusal::none) return std::nullopt;
  auto old = decode(before, operation);
  auto ours = decode(after, operation);
  if (!old || !ours || old->adapter != ours->adapter) return std::nullopt;
  return RowUndo(operation.field, std::move(*old), std::move(*ours), false);
}

std::optional<RowUndo> RowUndo::ofJournal(const Operation& operation, const Footprint& before,
                                          const Footprint& after) {
  if (refusalOfJournal(operation, before, after) != Refusal::none) return std::nullopt;
  auto undo = ofCaptured(operation, before, after);
  if (undo) undo->journalled_ = true;
  return undo;
}

Refusal RowUndo::refusalOfJournal(const Operation& operation, const Footprint& before,
                                  const Footprint& after) {
  const Refusal byTable = tableRefusal(operation.field, operation.key.family);
  if (byTable != Refusal::none) return byTable;
  const auto undo = ofCaptured(operation, before, after.empty() ? before : after);
  if (!undo) return Refusal::malformedFootprint;
  // A metric that the stack computes is whatever it is; so are flags that an earlier operation of
  // the plan has led along.
  if (isAddressFlag(operation.field)) return Refusal::none;
  const bool leadsBack =
      std::ranges::all_of(undo->before_.members, [&](const RowFootprint::Member& member) {
        return member.field != operation.field || member.value == RowFootprint::kComputed ||
               member.value == operation.expected;
      });
  return leadsBack ? Refusal::none : Refusal::malformedFootprint;
}

RowFootprint RowUndo::reach(RowFootprint footprint) const {
  for (RowFootprint::Member& member : footprint.members) {
    const bool beside = isAddressFlag(member.field) && member.field != changed_;
    if (journalled_ && beside) member.value = RowFootprint::kComputed;
  }
  return footprint;
}

std::optional<Restored> RowUndo::judge(const RowFootprint& live) const {
  if (live == before_) return Restored::complete;
  if (reach(live) == reach(before_)) return Restored::foreign;
  if (reach(live) != reach(after_)) return Restored::foreign;
  return std::nullopt;
}

Restored RowUndo::judgeAfterwards(const RowFootprint& live) const {
  if (live == before_) return Restored::complete;
  return journalled_ && reach(live) == reach(before_) ? Restored::foreign : Restored::failed;
}

}  // namespace interface_panel
