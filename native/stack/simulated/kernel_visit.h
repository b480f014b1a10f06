// SPDX-License-Identifier: MIT
#pragma once

#include "stack/operation.h"
#include "stack/result.h"
#include "stack/simulated/network.h"
#include "stack/simulated/network_store.h"
#include "stack/windows/row_footprint.h"
#include "stack/windows/row_undo.h"

namespace interface_panel::simulated {

/// Everything a change of `changed` may alter in this row, as it is now.
RowFootprint footprintOf(const SimulatedNetwork& network, const IpInterface& row, Field changed);

/// The calls one operation makes to the simulated kernel while the network is locked.
class KernelVisit {
 public:
  explicit KernelVisit(SimulatedNetwork& network) : network_(network) {}

  /// The documented procedure: Get, compare with the expected value, change that member, mend
  /// SitePrefixLength, Set, Get. Errors: those of the calls, ERROR_REVISION_MISMATCH when the value
  /// is not the expected one, ERROR_NOT_SUPPORTED when Set succeeded without taking the value.
  Result<Done> set(const Operation& operation);

  /// Get, compare with what the operation left, put back, Set, Get.
  Restored putBack(const Operation& operation, const RowUndo& undo);

  /// Outside control had armed a set that never comes back. Nothing was changed by it.
  [[nodiscard]] bool hangs() const { return hangs_; }
  /// What is to be written.
  [[nodiscard]] const NetworkChange& change() const { return change_; }

 private:
  int get(const IpInterfaceKey& key);
  int setRow();

  SimulatedNetwork& network_;
  IpInterface row_;
  bool hangs_ = false;
  NetworkChange change_;
};

}  // namespace interface_panel::simulated
