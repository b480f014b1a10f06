// SPDX-License-Identifier: MIT
#include "fuzzed_plan.h"

#include <array>

#include "simulated_fixture.h"
#include "stack/simulated/settable_simulated_stack.h"
#include "stack/windows/row_footprint.h"

namespace interface_panel {
namespace {

using namespace simulated;

constexpr std::size_t kMostOperations = 6;
constexpr std::int64_t kNotFound = -7;

/// `from` is read from the computer.
constexpr Aim aim(const IpInterfaceKey& key, Field field, std::int64_t to) {
  return {{key, field}, 0, to};
}

constexpr IpInterfaceKey kWifi4{kWifi, Family::ipv4};

constexpr std::array kPossible{
    aim(kEthernet4, Field::Metric, 50),
    aim(kEthernet4, Field::UseAutomaticMetric, 0),
    aim(kEthernet4, Field::NlMtu, 1400),
    aim(kEthernet4, Field::DisableDefaultRoutes, 1),
    aim(kEthernet6, Field::RouterDiscoveryBehavior, 0),
    aim(kEthernet6, Field::AdvertisingEnabled, 1),
    aim(kWifi4, Field::NlMtu, 1450),
    aim(kWifi4, Field::DisableDefaultRoutes, 1),
    aim(kTunnel4, Field::Metric, 7),
};

constexpr std::array kRefused{
    aim({kUnknown, Family::ipv4}, Field::Metric, 50),
    aim({kLoopback, Family::ipv4}, Field::Metric, 50),
    aim({kIpv4Only, Family::ipv6}, Field::NlMtu, 1400),
    aim(kEthernet4, Field::NlMtu, 1),
    aim(kEthernet4, Field::NlMtu, 9000),
    aim(kEthernet4, Field::Connected, 0),
    aim(kEthernet4, Field::AdvertiseDefaultRoute, 1),
    aim(kEthernet4, Field::UseNeighborUnreachabilityDetection, 0),
    aim(kEthernet6, Field::ManagedAddressConfigurationSupported, 0),
};

Operation operationOf(const Aim& one) {
  return {one.member.key, one.member.field, one.from, one.to};
}

/// Every member that the change of an aim may alter.
std::vector<Member> membersOf(const Aim& one) {
  std::vector<Member> members;
  for (const Field field : alteredFields(one.member.field, one.member.key.family)) {
    members.push_back({one.member.key, field});
  }
  return members;
}

/// Makes the change as a helper that was killed right after it, perhaps before it could tell the
/// footprint after.
void addInterrupted(FuzzedPlan& plan, Computer& computer, const Aim& one, bool isToldAfter) {
  const auto stack = makeSettableSimulatedStack(computer.store());
  const Operation operation = operationOf(one);
  const Result<Footprint> before = stack->capture(operation);
  if (!before) return;
  for (const Member& member : membersOf(one)) computer.ledger.name(member, std::nullopt);
  if (!stack->set(operation)) return;
  const Result<Footprint> after = stack->capture(operation);
  plan.script.restore(one.member.key.luid, one.member.field, one.to, one.from, before.value(),
                      isToldAfter ? after.value() : Footprint{}, one.member.key.family);
  plan.aims.push_back({one.member, one.to, one.from});
}

/// What the journal of the interrupted transaction knows. Where it lacks the last footprint after,
/// the value alone has to be ours.
Ledger ledgerOf(const FuzzedPlan& plan, const Computer& computer, bool isLastToldAfter) {
  Ledger ledger;
  for (const Aim& one : plan.aims) {
    for (const Member& member : membersOf(one)) ledger.name(member, computer.value(member));
  }
  if (isLastToldAfter || plan.aims.empty()) return ledger;
  for (const Member& member : membersOf(plan.aims.back())) {
    if (member != plan.aims.back().member) ledger.name(member, std::nullopt);
  }
  return ledger;
}

}  // namespace

const Aim& chooseAim(Choices& choices) {
  constexpr std::uint8_t kRarely = 240;
  const std::uint8_t choice = choices.byte();
  return choice < kRarely ? kPossible[choice % kPossible.size()]
                          : kRefused[(choice - kRarely) % kRefused.size()];
}

FuzzedPlan choosePlan(Choices& choices, Computer& computer) {
  FuzzedPlan plan;
  const std::uint8_t kind = choices.byte();
  plan.isRestore = kind % 3 == 0;
  const bool isLastToldAfter = kind % 2 == 0;
  if (plan.isRestore) computer.ledger.commit();
  for (std::size_t left = 1 + choices.below(kMostOperations); left > 0; --left) {
    Aim one = chooseAim(choices);
    one.from = computer.value(one.member).value_or(kNotFound);
    if (plan.isRestore) {
      addInterrupted(plan, computer, one, isLastToldAfter || left > 1);
    } else {
      plan.aims.push_back(one);
      plan.script.set(one.member.key.luid, one.member.field, one.from, one.to,
                      one.member.key.family);
    }
  }
  if (plan.isRestore) computer.ledger = ledgerOf(plan, computer, isLastToldAfter);
  return plan;
}

}  // namespace interface_panel
