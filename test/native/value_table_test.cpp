// SPDX-License-Identifier: MIT
// Every field with values at and beyond its bounds, for every family, on the simulated network:
// what may not be set is refused before anything is changed.
#include <doctest/doctest.h>

#include <array>
#include <limits>
#include <vector>

#include "scripted_plan.h"
#include "simulated_fixture.h"
#include "transaction/helper_machine.h"
#include "transaction/time_limits.h"

using namespace interface_panel;

namespace {

/// What a helper answers to a plan of one operation, up to PREPARED or DONE.
class Answer : private FrameSink {
 public:
  Answer(SettableIpStack& stack, const ScriptedPlan& plan)
      : machine_(stack, *this, {.buildId = "test", .planHash = plan.hash()}, 0) {
    send(HelloMessage{"test"});
    for (const AppMessage& message : plan.messages()) send(message);
    while (machine_.nextWakeUp() == 0) machine_.tick(0);
  }

  /// Refusal::none when it was prepared or stale.
  [[nodiscard]] Refusal refusal() const {
    const auto* refused = first<RefusedMessage>();
    return refused == nullptr ? Refusal::none : refused->refusal;
  }
  [[nodiscard]] const StaleMessage* stale() const { return first<StaleMessage>(); }
  [[nodiscard]] bool isPrepared() const { return first<PreparedMessage>() != nullptr; }
  [[nodiscard]] bool endsWith(ExitCode code) const { return machine_.finished() == code; }

 private:
  template <typename Message>
  [[nodiscard]] const Message* first() const {
    for (const HelperMessage& message : sent_) {
      if (const auto* match = std::get_if<Message>(&message)) return match;
    }
    return nullptr;
  }

  void send(const AppMessage& message) {
    machine_.receive(0, encodeAppFrame(message, sequence_++));
  }

  void send(const Frame& frame) override {
    const auto decoded = decodeHelperFrame(frame, static_cast<std::uint32_t>(sent_.size()));
    sent_.push_back(std::get<HelperMessage>(decoded));
  }

  HelperMachine machine_;
  std::vector<HelperMessage> sent_;
  std::uint32_t sequence_ = 0;
};

ScriptedPlan planOf(const Operation& operation) {
  return ScriptedPlan(60).set(operation.key.luid, operation.field, operation.expected,
                              operation.value, operation.key.family);
}

/// What the bounds of the table say, where it has any for this family.
std::vector<std::int64_t> valuesToTry(const std::optional<FieldRange>& range) {
  constexpr std::int64_t kTwoTo31 = std::int64_t{1} << 31;
  std::vector<std::int64_t> values{
      0, kTwoTo31, 2 * kTwoTo31 - 1, 2 * kTwoTo31, -1, std::numeric_limits<std::int64_t>::min()};
  if (range) values.insert(values.end(), {range->min - 1, range->min, range->max, range->max + 1});
  return values;
}

/// By the order of the checks in docs/helper-protocol.md; none: the live stack decides.
Refusal refusalByBounds(const FieldInfo& info, Family family, std::int64_t value) {
  if (family != Family::ipv4 && family != Family::ipv6) return Refusal::unknownFamily;
  if (info.access != FieldAccess::settable) return Refusal::readOnlyField;
  const std::optional<FieldRange>& range = family == Family::ipv4 ? info.ipv4 : info.ipv6;
  if (!range) return Refusal::fieldNotInFamily;
  return value < range->min || value > range->max ? Refusal::outOfRange : Refusal::none;
}

constexpr std::array kFamilies{Family::ipv4, Family::ipv6, static_cast<Family>(0),
                               static_cast<Family>(10), static_cast<Family>(65535)};

}  // namespace

TEST_CASE("Every field refuses every value beyond its bounds, for every family") {
  simulated::SimulatedFixture fixture;
  const auto stack = fixture.stack();
  const auto before = fixture.reader()->snapshot();
  for (const FieldInfo& info : fieldTable()) {
    for (const Family family : kFamilies) {
      const auto& range = family == Family::ipv4 ? info.ipv4 : info.ipv6;
      for (const std::int64_t value : valuesToTry(range)) {
        CAPTURE(info.name);
        CAPTURE(static_cast<int>(family));
        CAPTURE(value);
        const IpInterfaceKey key{simulated::kEthernet, family};
        const auto row = fixture.reader()->ipInterface(key);
        const std::int64_t live = row ? row->value(info.field).value_or(0) : 0;
        const Answer answer(*stack, planOf({key, info.field, live, value}));
        const Refusal expected = refusalByBounds(info, family, value);
        if (expected != Refusal::none) {
          CHECK(answer.refusal() == expected);
          CHECK(answer.endsWith(ExitCode::refused));
        } else {
          CHECK((answer.isPrepared() || answer.refusal() >= Refusal::unknownInterface ||
                 answer.refusal() == Refusal::outOfRange));
        }
      }
    }
  }
  for (const IpInterface& row : before->ipInterfaces) {
    CHECK(fixture.reader()->ipInterface(row.key)->values == row.values);
  }
}

TEST_CASE("Every settable field of a wrong expectation is stale, with the value that is there") {
  simulated::SimulatedFixture fixture;
  const auto stack = fixture.stack();
  for (const FieldInfo& info : fieldTable()) {
    for (const IpInterfaceKey& key : {simulated::kEthernet4, simulated::kEthernet6}) {
      const auto& range = settableRange(info.field, key.family);
      if (!range) continue;
      CAPTURE(info.name);
      const std::int64_t live = simulated::liveValue(*stack, key, info.field);
      const Operation operation{key, info.field, live + 1, range->min};
      if (stack->check(operation).value() != Refusal::none) continue;
      const Answer answer(*stack, planOf(operation));
      REQUIRE(answer.stale() != nullptr);
      CHECK(answer.stale()->live == live);
      CHECK(answer.endsWith(ExitCode::refused));
      CHECK(simulated::liveValue(*stack, key, info.field) == live);
    }
  }
}

TEST_CASE("Every settable field is refused on an interface that is not there, or loopback") {
  simulated::SimulatedFixture fixture;
  const auto stack = fixture.stack();
  REQUIRE(fixture.control({"vanish", simulated::luidText(simulated::kWifi)}) == 0);
  struct Place {
    std::uint64_t luid;
    Refusal refusal;
  };
  for (const Place& place :
       {Place{simulated::kUnknown, Refusal::unknownInterface},
        Place{simulated::kWifi, Refusal::unknownInterface}, Place{0, Refusal::unknownInterface},
        Place{~std::uint64_t{0}, Refusal::unknownInterface},
        Place{simulated::kLoopback, Refusal::loopbackReadOnly}}) {
    for (const FieldInfo& info : fieldTable()) {
      if (!info.ipv4) continue;
      CAPTURE(info.name);
      CAPTURE(place.luid);
      const IpInterfaceKey key{place.luid, Family::ipv4};
      const Answer answer(*stack, planOf({key, info.field, 0, info.ipv4->min}));
      CHECK(answer.refusal() != Refusal::none);
      if (place.luid != 0) CHECK(answer.refusal() == place.refusal);
      CHECK(answer.endsWith(ExitCode::refused));
    }
  }
}
