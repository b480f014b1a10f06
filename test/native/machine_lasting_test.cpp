// SPDX-License-Identifier: MIT
// What a plan makes to last, or lets last no longer.
#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "lasting/lasting_codec.h"
#include "machine_rig.h"

using namespace interface_panel;

namespace {

const AdapterName kEthernetName{"eth0", 6, {}};

/// A place in memory.
class FakePlace : public SettableLastingPlace {
 public:
  PlaceContent content;
  std::optional<Error> writeError;
  std::vector<std::string> calls;

  PlaceContent read() override { return content; }

  Result<Done> writeSettings(std::span<const std::uint8_t> bytes, bool setAside) override {
    calls.emplace_back(setAside ? "set aside and write" : "write");
    if (writeError) return *writeError;
    content.settings = std::vector<std::uint8_t>(bytes.begin(), bytes.end());
    return Done{};
  }

  Result<Done> writeStatus(std::span<const std::uint8_t>) override { return Done{}; }

  [[nodiscard]] LastingSettings settings() const {
    if (!content.settings) return {};
    return std::get<LastingSettings>(decodeSettings(*content.settings));
  }
};

LastingChange making(Field field, std::optional<std::int64_t> expected, std::int64_t value) {
  return {field,    Family::ipv4, kEthernet,
          expected, value,        settingId(kEthernetName, Family::ipv4, field)};
}

ScriptedPlan turnsOffForGood() {
  return ScriptedPlan()
      .set(kEthernet, Field::DisableDefaultRoutes, 0, 1)
      .lasting(making(Field::DisableDefaultRoutes, std::nullopt, 1));
}

/// A machine with a place beside it.
struct Rig : MachineRig {
  explicit Rig(const ScriptedPlan& plan) : MachineRig(plan.hash(), &place) {
    stack.names[kEthernet] = kEthernetName;
  }
  FakePlace place;
};

void checkRefused(Rig& rig, const ScriptedPlan& plan, Refusal refusal) {
  rig.prepare(plan);
  CHECK(rig.only<RefusedMessage>() == RefusedMessage{kWholePlan, refusal, {}});
  rig.checkDone(ExitCode::refused);
  CHECK(rig.place.calls.empty());
  CHECK(rig.stack.calls.empty());
}

}  // namespace

TEST_CASE("What is to last is written when the change is kept, before that is told") {
  const ScriptedPlan plan = turnsOffForGood();
  Rig rig(plan);
  rig.apply(plan);
  CHECK(rig.place.calls.empty());
  rig.send(ConfirmMessage{});
  CHECK(rig.only<ConfirmedMessage>() == ConfirmedMessage{});
  CHECK(rig.place.settings() == LastingSettings{{kEthernetName, Family::ipv4,
                                                 Field::DisableDefaultRoutes, 1, 777, "anna"}});
}

TEST_CASE("A change that is taken back leaves the store as it was") {
  const ScriptedPlan plan = turnsOffForGood();
  Rig rig(plan);
  rig.apply(plan);
  SUBCASE("asked") { rig.send(RevertMessage{}); }
  SUBCASE("the deadline") { rig.advance(60'000); }
  SUBCASE("the channel breaks") { rig.machine.channelBroken(rig.now); }
  SUBCASE("told to stop") { rig.machine.askedToStop(rig.now); }
  rig.work();
  CHECK(rig.machine.finished() == ExitCode::success);
  CHECK(rig.place.calls.empty());
}

TEST_CASE("A store that cannot be written is told, and the change is kept all the same") {
  const ScriptedPlan plan = turnsOffForGood();
  Rig rig(plan);
  rig.place.writeError = Error{ErrorDomain::posix, 28, "ENOSPC", "write"};
  rig.apply(plan);
  rig.send(ConfirmMessage{});
  rig.work();
  CHECK(rig.only<ConfirmedMessage>() ==
        ConfirmedMessage{true, {28, PlatformDomain::posix, "ENOSPC"}});
  rig.checkDone(ExitCode::success);
  CHECK(rig.value(kEthernet, Field::DisableDefaultRoutes) == 1);
}

TEST_CASE("What others write in the countdown stays, and what is to last comes to it") {
  const ScriptedPlan plan = turnsOffForGood();
  Rig rig(plan);
  const LastingSetting others{{"eth7", 6, {}}, Family::ipv4, Field::NlMtu, 1400, 1, "bert"};
  rig.place.content.settings = encodeSettings({others});
  rig.apply(plan);
  SUBCASE("another setting") {
    LastingSetting changed = others;
    changed.value = 1300;
    rig.place.content.settings = encodeSettings({changed});
    rig.send(ConfirmMessage{});
    CHECK(rig.only<ConfirmedMessage>() == ConfirmedMessage{});
    REQUIRE(rig.place.settings().size() == 2);
    CHECK(std::ranges::count(rig.place.settings(), changed) == 1);
  }
  SUBCASE("none any more") {
    rig.place.content.settings.reset();
    rig.send(ConfirmMessage{});
    CHECK(rig.only<ConfirmedMessage>() == ConfirmedMessage{});
    CHECK(rig.place.settings().size() == 1);
  }
}

TEST_CASE("What others made to last in the countdown is not replaced unseen") {
  const ScriptedPlan plan = turnsOffForGood();
  Rig rig(plan);
  rig.apply(plan);
  SUBCASE("for the same adapter, family and field") {
    rig.place.content.settings =
        encodeSettings({{kEthernetName, Family::ipv4, Field::DisableDefaultRoutes, 0, 1, "bert"}});
  }
  SUBCASE("in a place that is not trusted any more") {
    rig.place.content.problem = PlaceProblem::notTrusted;
  }
  rig.send(ConfirmMessage{});
  rig.work();
  CHECK(rig.only<ConfirmedMessage>().unwritten);
  CHECK(rig.place.calls.empty());
  rig.checkDone(ExitCode::success);
  CHECK(rig.value(kEthernet, Field::DisableDefaultRoutes) == 1);
}

TEST_CASE("A clock that is wrong makes no store that nobody reads") {
  const ScriptedPlan plan = turnsOffForGood();
  Rig rig(plan);
  SUBCASE("before 1970") { rig.wallClock = -1; }
  SUBCASE("beyond what the app can show") { rig.wallClock = kLastMoment + 1; }
  rig.apply(plan);
  rig.send(ConfirmMessage{});
  CHECK(rig.only<ConfirmedMessage>() == ConfirmedMessage{});
  CHECK(rig.place.settings().size() == 1);
}

TEST_CASE("A plan of lasting changes alone changes nothing else") {
  const ScriptedPlan plan =
      ScriptedPlan().lasting(making(Field::DisableDefaultRoutes, std::nullopt, 0));
  Rig rig(plan);
  rig.apply(plan);
  CHECK(rig.only<PreparedMessage>() == PreparedMessage{0});
  CHECK(rig.only<AppliedMessage>().operations == 0);
  rig.send(ConfirmMessage{});
  rig.work();
  rig.checkDone(ExitCode::success);
  CHECK(rig.place.settings().size() == 1);
  CHECK(rig.stack.calls.empty());
}

TEST_CASE("A value lasts only if the plan sets it or it is there") {
  SUBCASE("neither") {
    const ScriptedPlan plan =
        ScriptedPlan().lasting(making(Field::DisableDefaultRoutes, std::nullopt, 1));
    Rig rig(plan);
    checkRefused(rig, plan, Refusal::lastingValueNotThere);
  }
  SUBCASE("the plan sets another one") {
    const ScriptedPlan plan = ScriptedPlan()
                                  .set(kEthernet, Field::NlMtu, 1500, 1400)
                                  .lasting(making(Field::NlMtu, std::nullopt, 1500));
    Rig rig(plan);
    checkRefused(rig, plan, Refusal::lastingValueNotThere);
  }
}

TEST_CASE("A helper without a place makes nothing last") {
  const ScriptedPlan plan = turnsOffForGood();
  MachineRig rig(plan);
  rig.prepare(plan);
  CHECK(rig.only<RefusedMessage>().refusal == Refusal::lastingUnavailable);
  rig.checkDone(ExitCode::refused);
}

TEST_CASE("Where nothing can last, no plan that wants it is carried out") {
  const ScriptedPlan plan = turnsOffForGood();
  Rig rig(plan);
  SUBCASE("the place is missing") { rig.place.content.problem = PlaceProblem::missing; }
  SUBCASE("somebody else could have written it") {
    rig.place.content.problem = PlaceProblem::notTrusted;
  }
  SUBCASE("it cannot be read") { rig.place.content.problem = PlaceProblem::unreadable; }
  SUBCASE("it is of a later version") {
    auto bytes = encodeSettings({});
    // Sealed anew, as a later program would.
    Sha256 hash;
    bytes[4] = 2;
    hash.update(std::span(bytes).first(8));
    const auto digest = hash.finish();
    std::copy(digest.begin(), digest.end(), bytes.begin() + 8);
    rig.place.content.settings = bytes;
  }
  checkRefused(rig, plan, Refusal::lastingUnavailable);
}

TEST_CASE("A damaged store is set aside when the next one is written") {
  const ScriptedPlan plan = turnsOffForGood();
  Rig rig(plan);
  rig.place.content.settings = std::vector<std::uint8_t>{1, 2, 3};
  rig.apply(plan);
  rig.send(ConfirmMessage{});
  CHECK(rig.place.calls == std::vector<std::string>{"set aside and write"});
  CHECK(rig.place.settings().size() == 1);
}

TEST_CASE("What came to last meanwhile is not replaced unseen") {
  const ScriptedPlan plan = turnsOffForGood();
  Rig rig(plan);
  rig.place.content.settings =
      encodeSettings({{kEthernetName, Family::ipv4, Field::DisableDefaultRoutes, 0, 1, "bert"}});
  checkRefused(rig, plan, Refusal::lastingChanged);
}

TEST_CASE("An adapter that is called otherwise by now is not the one that was meant") {
  const ScriptedPlan plan = turnsOffForGood();
  Rig rig(plan);
  rig.stack.names[kEthernet] = {"eth1", 6, {}};
  checkRefused(rig, plan, Refusal::interfaceReplaced);
}
