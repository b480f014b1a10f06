// SPDX-License-Identifier: MIT
#include "stack/simulated/kernel_visit.h"

#include "stack/simulated/adapter_guid.h"
#include "stack/simulated/faults.h"
#include "stack/simulated/ip_interface_entry.h"
#include "stack/simulated/row_edit.h"
#include "stack/win32_error.h"
#include "stack/windows/field_refusal.h"

namespace interface_panel::simulated {
namespace {

constexpr const char* kGetCall = "GetIpInterfaceEntry";
constexpr const char* kSetCall = "SetIpInterfaceEntry";

bool isMissing(int code) { return code == win32::kFileNotFound || code == win32::kNotFound; }

bool isComputed(const IpInterface& row, Field member, Field changed) {
  switch (member) {
    case Field::Metric:
      return row.value(Field::UseAutomaticMetric) == 1;
    case Field::ManagedAddressConfigurationSupported:
    case Field::OtherStatefulConfigurationSupported:
      return member != changed && areAddressFlagsAdvertised(row);
    default:
      return false;
  }
}

void putMembers(IpInterface& row, const RowFootprint& footprint) {
  for (const RowFootprint::Member& member : footprint.members) {
    if (member.value != RowFootprint::kComputed) row.value(member.field) = member.value;
  }
}

}  // namespace

RowFootprint footprintOf(const SimulatedNetwork& network, const IpInterface& row, Field changed) {
  RowFootprint footprint;
  footprint.adapter = adapterGuid(findAdapter(network.present, row.key.luid)->guid);
  for (const Field member : alteredFields(changed, row.key.family)) {
    const bool computed = isComputed(row, member, changed);
    footprint.members.push_back({member, computed ? RowFootprint::kComputed : *row.value(member)});
  }
  return footprint;
}

int KernelVisit::get(const IpInterfaceKey& key) {
  row_ = IpInterface{};
  row_.key = key;
  return getIpInterfaceEntry(network_, row_);
}

int KernelVisit::setRow() {
  const bool isArmed = network_.faults.hang || network_.faults.failCode != 0;
  const Fault fault = takeFault(network_.faults);
  change_.faults = change_.faults || isArmed;
  hangs_ = hangs_ || fault.hang;
  if (fault.hang) return win32::kGenFailure;
  if (fault.code != kNoError) return fault.code;
  repairSitePrefixLength(row_);
  const int code = setIpInterfaceEntry(network_, row_);
  if (code == kNoError) change_.rows = {row_.key};
  return code;
}

Result<Done> KernelVisit::set(const Operation& operation) {
  if (const int code = get(operation.key); code != kNoError) return win32Error(code, kGetCall);
  if (row_.value(operation.field) != operation.expected) {
    return win32Error(win32::kRevisionMismatch, kSetCall);
  }
  const RowFootprint before = footprintOf(network_, row_, operation.field);
  putValue(row_, operation.field, operation.value);
  if (const int code = setRow(); code != kNoError) return win32Error(code, kSetCall);
  if (const int code = get(operation.key); code != kNoError) return win32Error(code, kGetCall);
  if (row_.value(operation.field) == operation.value) return Done{};
  // Success that changed nothing is a failure to whoever asked for the value.
  putMembers(row_, before);
  setRow();
  return win32Error(win32::kNotSupported, kSetCall);
}

Restored KernelVisit::putBack(const Operation& operation, const RowUndo& undo) {
  if (get(operation.key) != kNoError) return Restored::gone;
  const RowFootprint live = footprintOf(network_, row_, operation.field);
  // Another adapter that came to this LUID.
  if (live.adapter != undo.before().adapter) return Restored::gone;
  if (const auto judged = undo.judge(live)) return *judged;
  putMembers(row_, undo.reached());
  if (const int code = setRow(); code != kNoError) {
    return isMissing(code) ? Restored::gone : Restored::failed;
  }
  if (get(operation.key) != kNoError) return Restored::failed;
  return undo.judgeAfterwards(footprintOf(network_, row_, operation.field));
}

}  // namespace interface_panel::simulated
