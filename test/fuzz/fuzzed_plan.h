// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "choices.h"
#include "computer.h"
#include "scripted_plan.h"
#include "stack/ip_stack.h"

namespace interface_panel {

/// What a plan wants to do to one member.
struct Aim {
  Member member;
  /// What it finds there, and what it leaves.
  std::int64_t from = 0;
  std::int64_t to = 0;
};

struct FuzzedPlan {
  bool isRestore = false;
  std::vector<Aim> aims;
  ScriptedPlan script{60};
};

/// The members that the plans and the other programs of a fuzzer reach for, each with a value.
const Aim& chooseAim(Choices& choices);

/// A plan that changes the computer, or one that takes back what an interrupted one has left there.
/// The latter first makes these changes; they are nobody's in the ledger.
FuzzedPlan choosePlan(Choices& choices, Computer& computer);

}  // namespace interface_panel
