// SPDX-License-Identifier: MIT
#include "transaction/plan.h"

#include <doctest/doctest.h>

#include <string>

#include "scripted_plan.h"

using namespace interface_panel;

namespace {

using Progress = PlanAssembler::Progress;

constexpr std::uint64_t kLuid = makeLuid(6, 7);

/// Feeds the frames in turn; the progress of the last one taken.
Progress feed(PlanAssembler& assembler, const std::vector<AppMessage>& messages) {
  Progress progress = Progress::more;
  std::uint32_t sequence = 1;
  for (const AppMessage& message : messages) {
    if (progress != Progress::more) break;
    progress = assembler.accept(encodeAppFrame(message, sequence++), message);
  }
  return progress;
}

/// The refusals of a plan whose hash is right.
std::vector<PlanRefusal> refusalsOf(const std::vector<AppMessage>& messages) {
  PlanAssembler assembler(ScriptedPlan::hashOf(messages));
  REQUIRE(feed(assembler, messages) == Progress::refused);
  return assembler.refusals();
}

OperationMessage metric() {
  return {.index = 0,
          .kind = 0,
          .field = static_cast<std::uint8_t>(Field::Metric),
          .family = 2,
          .luid = kLuid,
          .expected = 25,
          .value = 50};
}

OperationMessage restoreOf(std::uint32_t beforeBytes, std::uint32_t afterBytes) {
  OperationMessage message = metric();
  message.kind = 1;
  message.beforeBytes = beforeBytes;
  message.afterBytes = afterBytes;
  return message;
}

FootprintMessage part(FootprintWhich which, std::uint16_t offset, std::uint16_t total,
                      std::uint8_t length) {
  return {.operation = 0,
          .which = which,
          .length = length,
          .offset = offset,
          .total = total,
          .bytes = {}};
}

std::vector<AppMessage> planOf(const std::vector<AppMessage>& frames,
                               PlanMessage plan = {.operations = 1, .deadlineSeconds = 60}) {
  std::vector<AppMessage> messages{plan};
  messages.insert(messages.end(), frames.begin(), frames.end());
  return messages;
}

LastingChange lastingMetric(std::int64_t value) {
  return {.field = Field::Metric, .family = Family::ipv4, .luid = kLuid, .value = value};
}

void checkRefused(const std::vector<AppMessage>& messages, std::uint16_t operation,
                  Refusal refusal) {
  const std::vector<PlanRefusal> expected{{operation, refusal}};
  CHECK(refusalsOf(messages) == expected);
}

PlannedOperation plannedSet(Field field, Family family) {
  return {.kind = OperationKind::set,
          .operation = {{kLuid, family}, field, 25, 50},
          .before = {},
          .after = {}};
}

}  // namespace

TEST_CASE("A plan arrives as it was sent, footprints included") {
  const Footprint before(100, 7);
  const Footprint after{1, 2, 3};
  ScriptedPlan script(120);
  script.set(kLuid, Field::Metric, 25, 50)
      .restore(kLuid, Field::NlMtu, 1400, 1500, before, after)
      .restore(kLuid, Field::DisableDefaultRoutes, 1, 0, before, {});
  PlanAssembler assembler(script.hash());
  REQUIRE(feed(assembler, script.messages()) == Progress::complete);

  const Plan plan = assembler.takePlan();
  CHECK(plan.deadlineSeconds == 120);
  REQUIRE(plan.operations.size() == 3);
  CHECK(plan.operations[0].kind == OperationKind::set);
  CHECK(plan.operations[0].operation == Operation{{kLuid, Family::ipv4}, Field::Metric, 25, 50});
  CHECK(plan.operations[1].kind == OperationKind::restore);
  CHECK(plan.operations[1].before == before);
  CHECK(plan.operations[1].after == after);
  CHECK(plan.operations[2].after.empty());
}

TEST_CASE("The largest plan is taken, one operation more is refused") {
  ScriptedPlan script;
  for (std::uint32_t i = 0; i < kMaxOperations; ++i) {
    script.set(makeLuid(6, i + 1), Field::Metric, 25, 50);
  }
  PlanAssembler assembler(script.hash());
  CHECK(feed(assembler, script.messages()) == Progress::complete);

  checkRefused(script.set(kLuid, Field::NlMtu, 1500, 1400).messages(), kWholePlan,
               Refusal::tooManyOperations);
}

TEST_CASE("Counts and deadlines outside their bounds are refused") {
  checkRefused({PlanMessage{.operations = 0, .deadlineSeconds = 60}}, kWholePlan,
               Refusal::malformedPlan);
  checkRefused({PlanMessage{.operations = 1025, .deadlineSeconds = 60}}, kWholePlan,
               Refusal::tooManyOperations);
  checkRefused({PlanMessage{.operations = 65535, .deadlineSeconds = 60}}, kWholePlan,
               Refusal::tooManyOperations);
  checkRefused({PlanMessage{.operations = 1, .deadlineSeconds = 0}}, kWholePlan,
               Refusal::deadlineOutOfRange);
  checkRefused({PlanMessage{.operations = 1, .deadlineSeconds = 601}}, kWholePlan,
               Refusal::deadlineOutOfRange);
  checkRefused({PlanMessage{.operations = 1, .deadlineSeconds = 0xFFFFFFFF}}, kWholePlan,
               Refusal::deadlineOutOfRange);
}

TEST_CASE("A hash that differs in any one bit refuses the whole plan") {
  const ScriptedPlan script = ScriptedPlan().set(kLuid, Field::Metric, 25, 50);
  for (std::size_t bit = 0; bit < 256; ++bit) {
    Sha256Digest hash = script.hash();
    hash[bit / 8] = static_cast<std::uint8_t>(hash[bit / 8] ^ (1U << (bit % 8)));
    PlanAssembler assembler(hash);
    CHECK(feed(assembler, script.messages()) == Progress::refused);
    const std::vector<PlanRefusal> expected{{kWholePlan, Refusal::hashMismatch}};
    CHECK(assembler.refusals() == expected);
  }
}

TEST_CASE("The hash covers the deadline and every operation") {
  const ScriptedPlan consented = ScriptedPlan(60).set(kLuid, Field::Metric, 25, 50);
  const std::vector<ScriptedPlan> others{
      ScriptedPlan(600).set(kLuid, Field::Metric, 25, 50),
      ScriptedPlan(60).set(kLuid, Field::Metric, 25, 51),
      ScriptedPlan(60).set(kLuid, Field::Metric, 24, 50),
      ScriptedPlan(60).set(kLuid + 1, Field::Metric, 25, 50),
      ScriptedPlan(60).set(kLuid, Field::Metric, 25, 50, Family::ipv6)};
  for (const ScriptedPlan& other : others) {
    PlanAssembler assembler(consented.hash());
    CHECK(feed(assembler, other.messages()) == Progress::refused);
    CHECK(assembler.refusals().front().refusal == Refusal::hashMismatch);
  }
}

TEST_CASE("An operation that contradicts the plan refuses it whole") {
  OperationMessage message = metric();
  message.index = 1;
  checkRefused(planOf({message}), 0, Refusal::malformedPlan);
  message = metric();
  message.kind = 2;
  checkRefused(planOf({message}), 0, Refusal::malformedPlan);
  message = metric();
  message.beforeBytes = 1;
  checkRefused(planOf({message}), 0, Refusal::malformedPlan);
  message = metric();
  message.afterBytes = 1;
  checkRefused(planOf({message}), 0, Refusal::malformedPlan);
  checkRefused(planOf({restoreOf(0, 0)}), 0, Refusal::malformedPlan);
  checkRefused(planOf({restoreOf(0, 8)}), 0, Refusal::malformedPlan);
  checkRefused(planOf({restoreOf(kMaxFootprintBytes + 1, 8)}), 0, Refusal::footprintTooLarge);
  checkRefused(planOf({restoreOf(8, kMaxFootprintBytes + 1)}), 0, Refusal::footprintTooLarge);
  checkRefused(planOf({restoreOf(0xFFFFFFFF, 0xFFFFFFFF)}), 0, Refusal::footprintTooLarge);
}

TEST_CASE("A footprint must come whole, in order and as announced") {
  using enum FootprintWhich;
  const AppMessage operation = restoreOf(50, 3);
  const auto check = [&](const std::vector<AppMessage>& parts) {
    std::vector<AppMessage> frames{operation};
    frames.insert(frames.end(), parts.begin(), parts.end());
    checkRefused(planOf(frames), 0, Refusal::malformedFootprint);
  };
  check({part(after, 0, 50, 48)});                            // before is due
  check({part(before, 48, 50, 2)});                           // a gap
  check({part(before, 0, 50, 48), part(before, 0, 50, 48)});  // again
  check({part(before, 0, 50, 48), part(before, 47, 50, 2)});  // overlapping
  check({part(before, 0, 51, 48)});                           // another total
  check({part(before, 0, 50, 47)});                           // not full
  check({part(before, 0, 50, 48), part(before, 48, 50, 1)});  // cut short
  check({part(before, 0, 50, 48), part(before, 48, 50, 3)});  // too long
  check({part(before, 0, 50, 48), operation});                // an operation too early
  FootprintMessage other = part(before, 0, 50, 48);
  other.operation = 1;
  check({other});  // of another operation

  // None is due after a set, nor right after PLAN.
  checkRefused(planOf({metric(), part(before, 0, 8, 8)}, {.operations = 2, .deadlineSeconds = 60}),
               0, Refusal::malformedFootprint);
  checkRefused(planOf({part(before, 0, 8, 8)}), kWholePlan, Refusal::malformedFootprint);
}

TEST_CASE("A plan may consist of lasting changes alone") {
  const ScriptedPlan script = ScriptedPlan().lasting(lastingMetric(50));
  PlanAssembler assembler(script.hash());
  CHECK(feed(assembler, script.messages()) == Progress::complete);
  const Plan plan = assembler.takePlan();
  CHECK(plan.operations.empty());
  CHECK(plan.lastingChanges == std::vector{lastingMetric(50)});
  CHECK(plan.account == "anna");
}

TEST_CASE("Lasting changes follow the operations, in order and as the field table allows") {
  const auto check = [](const std::vector<AppMessage>& frames, std::uint16_t operations,
                        Refusal refusal) {
    const PlanMessage plan{.operations = operations, .lastingChanges = 2, .deadlineSeconds = 60};
    checkRefused(planOf(frames, plan), kWholePlan, refusal);
  };
  const AppMessage first = LastingMessage{0, lastingMetric(50)};
  check({first, metric()}, 1, Refusal::malformedPlan);                       // too early
  check({metric(), first, metric()}, 1, Refusal::malformedPlan);             // one more operation
  check({LastingMessage{1, lastingMetric(50)}}, 0, Refusal::malformedPlan);  // out of order
  check({first, LastingMessage{1, lastingMetric(50)}}, 0, Refusal::duplicateOperation);
  check({LastingMessage{0, lastingMetric(-1)}}, 0, Refusal::outOfRange);

  LastingChange change = lastingMetric(50);
  change.luid = 0;
  check({LastingMessage{0, change}}, 0, Refusal::malformedPlan);  // for no adapter
  change.value.reset();
  check({LastingMessage{0, change}}, 0, Refusal::malformedPlan);  // neither there nor wanted
  change.expected = 50;
  change.luid = kLuid;
  check({LastingMessage{0, change}}, 0, Refusal::malformedPlan);  // an adapter to stop for
  change.luid = 0;
  change.field = Field::Connected;
  check({LastingMessage{0, change}}, 0, Refusal::readOnlyField);
  change.field = static_cast<Field>(35);
  check({LastingMessage{0, change}}, 0, Refusal::unknownField);
}

TEST_CASE("More lasting changes than a store can hold are refused") {
  checkRefused({PlanMessage{.operations = 1, .lastingChanges = 1025, .deadlineSeconds = 60}},
               kWholePlan, Refusal::tooManyLasting);
}

TEST_CASE("Frames that have no place in a plan are unexpected") {
  const std::vector<AppMessage> strangers{HelloMessage{"x"}, CommitMessage{}, ConfirmMessage{}};
  for (const AppMessage& stranger : strangers) {
    PlanAssembler assembler({});
    CHECK(feed(assembler, {stranger}) == Progress::unexpected);
    PlanAssembler begun({});
    CHECK(feed(begun, planOf({stranger})) == Progress::unexpected);
  }
  PlanAssembler withoutPlan({});
  CHECK(feed(withoutPlan, {metric()}) == Progress::unexpected);
  PlanAssembler twice({});
  CHECK(feed(twice, planOf({PlanMessage{.operations = 1, .deadlineSeconds = 60}})) ==
        Progress::unexpected);
}

TEST_CASE("Every operation off the allow list is named with its reason") {
  ScriptedPlan script;
  script.set(kLuid, Field::Metric, 25, 50);
  OperationMessage message = metric();
  message.index = 1;
  message.field = kFieldCount;
  script.add(message);
  message.index = 2;
  message.field = static_cast<std::uint8_t>(Field::Metric);
  message.family = 0;
  script.add(message);
  script.set(kLuid, Field::Connected, 0, 1);
  script.set(kLuid, Field::InterfaceLuid, 0, 1);
  script.set(kLuid, Field::DadTransmits, 1, -1, Family::ipv6);
  script.set(kLuid, Field::Metric, 25, 60);
  const std::vector<PlanRefusal> expected{
      {1, Refusal::unknownField},  {2, Refusal::unknownFamily}, {3, Refusal::readOnlyField},
      {4, Refusal::readOnlyField}, {5, Refusal::outOfRange},    {6, Refusal::duplicateOperation}};
  CHECK(refusalsOf(script.messages()) == expected);
}

TEST_CASE("One field may be set once for each family and interface") {
  ScriptedPlan script;
  script.set(kLuid, Field::Metric, 25, 50)
      .set(kLuid, Field::Metric, 25, 50, Family::ipv6)
      .set(kLuid + (1U << 24), Field::Metric, 25, 50)
      .set(kLuid, Field::UseAutomaticMetric, 1, 0);
  PlanAssembler assembler(script.hash());
  CHECK(feed(assembler, script.messages()) == Progress::complete);
}

TEST_CASE("The allow list is the field table: settable fields, each within its range") {
  for (const FieldInfo& info : fieldTable()) {
    for (const Family family : {Family::ipv4, Family::ipv6}) {
      CAPTURE(info.name);
      PlannedOperation planned = plannedSet(info.field, family);
      const auto& range = settableRange(info.field, family);
      if (info.access != FieldAccess::settable) {
        CHECK(refusalByTable(planned) == Refusal::readOnlyField);
        continue;
      }
      if (!range) {
        CHECK(refusalByTable(planned) == Refusal::fieldNotInFamily);
        continue;
      }
      for (const std::int64_t value : {range->min, range->max}) {
        planned.operation.value = value;
        CHECK(refusalByTable(planned) == Refusal::none);
      }
      for (const std::int64_t value : {range->min - 1, range->max + 1}) {
        planned.operation.value = value;
        CHECK(refusalByTable(planned) == Refusal::outOfRange);
        // What was there before an interrupted transaction is not asked for, it is put back.
        PlannedOperation restore = planned;
        restore.kind = OperationKind::restore;
        CHECK(refusalByTable(restore) == Refusal::none);
      }
    }
  }
  for (unsigned number = kFieldCount; number < 256; ++number) {
    const PlannedOperation planned = plannedSet(static_cast<Field>(number), Family::ipv4);
    CHECK(refusalByTable(planned) == Refusal::unknownField);
  }
  for (const unsigned family : {0U, 1U, 3U, 10U, 22U, 24U, 65535U}) {
    const PlannedOperation planned = plannedSet(Field::Metric, static_cast<Family>(family));
    CHECK(refusalByTable(planned) == Refusal::unknownFamily);
  }
}
