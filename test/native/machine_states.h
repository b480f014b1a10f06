// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "machine_rig.h"

namespace interface_panel {

/// The plan by which the states below are reached.
inline ScriptedPlan onePlan() { return ScriptedPlan(60).set(kEthernet, Field::Metric, 25, 50); }

/// A state of the machine and how to get there.
struct StateCase {
  std::string name;
  std::function<void(MachineRig&)> reach;
};

inline void reachPlan(MachineRig& rig) { rig.sendHello(); }
inline void reachMidPlan(MachineRig& rig) {
  rig.sendHello();
  rig.send(onePlan().messages()[0]);
}
inline void reachPreparing(MachineRig& rig) {
  rig.sendHello();
  rig.sendPlan(onePlan().messages());
}
inline void reachPrepared(MachineRig& rig) { rig.prepare(onePlan()); }
inline void reachCommitted(MachineRig& rig) {
  rig.prepare(onePlan());
  rig.send(CommitMessage{});
}
inline void reachApplied(MachineRig& rig) {
  reachCommitted(rig);
  rig.machine.tick(rig.now);  // the operation, but not APPLIED yet
}
inline void reachWaiting(MachineRig& rig) { rig.apply(onePlan()); }

inline const std::vector<StateCase>& beforeCommit() {
  static const std::vector<StateCase> states{{"hello", [](MachineRig&) {}},
                                             {"plan", reachPlan},
                                             {"mid plan", reachMidPlan},
                                             {"preparing", reachPreparing},
                                             {"prepared", reachPrepared}};
  return states;
}

inline const std::vector<StateCase>& afterCommit() {
  static const std::vector<StateCase> states{
      {"committed", reachCommitted}, {"applied", reachApplied}, {"waiting", reachWaiting}};
  return states;
}

}  // namespace interface_panel
