// SPDX-License-Identifier: MIT
// Whole conversations of the elevated helper, from the prompt to its exit code. It is the shipped
// one in everything but the table of functions that its stack calls, which is the strict one of the
// tests.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

// clang-format off
#include <windows.h>
#include <psapi.h>
// clang-format on

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <string>
#include <vector>

#include "helper/windows/administrators_lock.h"
#include "lasting/lasting_codec.h"
#include "lasting/windows/lasting_values.h"
#include "launched_helper.h"
#include "windows_child_process.h"
#include "windows_test_registry.h"
#include "windows_test_table.h"

using namespace interface_panel;
using test::WindowsTestTable;

namespace {

/// Two interfaces that the table has, with what it has there.
ScriptedPlan plan() {
  return ScriptedPlan(600)
      .set(WindowsTestTable::kHyperV, Field::NlMtu, 1500, 1400)
      .set(WindowsTestTable::kEthernet, Field::Metric, 25, 50);
}

/// What the helper has left in the registry of the tests.
std::optional<std::vector<std::uint8_t>> storedSettings() {
  const std::wstring place = std::wstring(test::kTestMachine) + L"\\SOFTWARE\\Interface Panel";
  HKEY key = nullptr;
  REQUIRE(RegOpenKeyExW(HKEY_LOCAL_MACHINE, place.c_str(), 0, KEY_QUERY_VALUE, &key) ==
          ERROR_SUCCESS);
  const RegistryKey owned(key);
  return std::get<0>(readValue(key, kSettingsValue, kMaxSettingsBytes));
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char letter) { return static_cast<char>(std::tolower(letter)); });
  return text;
}

/// Files of the modules in a process, lower case.
std::vector<std::string> modulesOf(DWORD process) {
  const Handle opened(OpenProcess(PROCESS_QUERY_INFORMATION | PROCESS_VM_READ, FALSE, process));
  REQUIRE(opened.valid());
  std::array<HMODULE, 256> modules{};
  DWORD bytes = 0;
  REQUIRE(K32EnumProcessModules(opened.get(), modules.data(), sizeof modules, &bytes));
  std::vector<std::string> files;
  for (std::size_t i = 0; i < bytes / sizeof(HMODULE); ++i) {
    std::array<char, MAX_PATH> file{};
    REQUIRE(K32GetModuleFileNameExA(opened.get(), modules[i], file.data(),
                                    static_cast<DWORD>(file.size())) > 0);
    files.push_back(lower(file.data()));
  }
  return files;
}

}  // namespace

TEST_CASE("A change that is kept is told as applied, once for each operation") {
  LaunchedHelper helper({}, plan().hash(), Consent::prompt);
  helper.sendPlan(plan());
  CHECK(helper.await<PreparedMessage>().operations == 2);
  helper.send(CommitMessage{});
  for (const std::int64_t value : {1400, 50}) {
    const auto outcome = helper.await<OutcomeMessage>();
    CHECK(outcome.outcome == Outcome::applied);
    CHECK(outcome.live == value);
  }
  CHECK(helper.await<AppliedMessage>().operations == 2);
  helper.send(ConfirmMessage{});
  helper.await<ConfirmedMessage>();
  helper.checkEnds(ExitCode::success);
}

TEST_CASE("A change that is taken back ends with the old values") {
  LaunchedHelper helper({}, plan().hash(), Consent::prompt);
  helper.apply(plan());
  helper.send(RevertMessage{});
  std::vector<std::int64_t> live(2);
  for (int i = 0; i < 2; ++i) {
    const auto outcome = helper.await<OutcomeMessage>();
    CHECK(outcome.outcome == Outcome::restored);
    live.at(outcome.operation) = outcome.live;
  }
  CHECK(live == std::vector<std::int64_t>{1500, 25});
  CHECK(helper.await<RevertedMessage>().cause == RevertCause::asked);
  helper.checkEnds(ExitCode::success);
}

TEST_CASE("Without an app, and at its deadline, the helper takes back by itself") {
  {
    LaunchedHelper helper({}, plan().hash(), Consent::prompt);
    helper.apply(plan());
    helper.closeChannel();
    CHECK(helper.waitForExit().code == static_cast<int>(ExitCode::success));
  }
  const ScriptedPlan brief =
      ScriptedPlan(1).set(WindowsTestTable::kHyperV, Field::NlMtu, 1500, 1400);
  LaunchedHelper helper({}, brief.hash(), Consent::prompt);
  helper.apply(brief);
  CHECK(helper.await<RevertedMessage>().cause == RevertCause::deadline);
  helper.checkEnds(ExitCode::success);
}

TEST_CASE("What is stale, unknown or not to be set is refused before anything is changed") {
  {
    const ScriptedPlan stale =
        ScriptedPlan(600).set(WindowsTestTable::kHyperV, Field::NlMtu, 1499, 1400);
    LaunchedHelper helper({}, stale.hash(), Consent::prompt);
    helper.sendPlan(stale);
    CHECK(helper.await<StaleMessage>().live == 1500);
    helper.checkEnds(ExitCode::refused);
  }
  const ScriptedPlan status =
      ScriptedPlan(600).set(WindowsTestTable::kHyperV, Field::Connected, 1, 0);
  LaunchedHelper helper({}, status.hash(), Consent::prompt);
  helper.sendPlan(status);
  CHECK(helper.await<RefusedMessage>().refusal == Refusal::readOnlyField);
  helper.checkEnds(ExitCode::refused);
}

TEST_CASE("What is to last is in the registry before it is told as kept, and not if it is not") {
  RegDeleteTreeW(HKEY_LOCAL_MACHINE, test::kTestMachine);
  ScriptedPlan lasting = ScriptedPlan(600).set(WindowsTestTable::kVpn, Field::NlMtu, 1420, 1400);
  const AdapterName vpn{"Company VPN", 53, *guidFromText("{1C0FFEF4-ABCD-1234-A001-02030405060F}")};
  lasting.lasting({.field = Field::NlMtu,
                   .luid = WindowsTestTable::kVpn,
                   .value = 1400,
                   .id = settingId(vpn, Family::ipv4, Field::NlMtu)});
  for (const bool isKept : {false, true}) {
    LaunchedHelper helper({}, lasting.hash(), Consent::prompt);
    helper.apply(lasting);
    CHECK(!storedSettings().has_value());
    if (!isKept) {
      helper.send(RevertMessage{});
      helper.checkEnds(ExitCode::success);
      continue;
    }
    helper.send(ConfirmMessage{});
    CHECK(!helper.await<ConfirmedMessage>().unwritten);
    const auto bytes = storedSettings();
    REQUIRE(bytes.has_value());
    const auto settings = decodeSettings(*bytes);
    REQUIRE(std::holds_alternative<LastingSettings>(settings));
    CHECK(std::get<LastingSettings>(settings).at(0).value == 1400);
    CHECK(std::get<LastingSettings>(settings).at(0).adapter.alias == "Company VPN");
    helper.checkEnds(ExitCode::success);
  }
  RegDeleteTreeW(HKEY_LOCAL_MACHINE, test::kTestMachine);
}

TEST_CASE("A plan other than the one that was consented to is refused") {
  LaunchedHelper helper({}, ScriptedPlan(60).hash(), Consent::prompt);
  helper.sendPlan(plan());
  CHECK(helper.await<RefusedMessage>().refusal == Refusal::hashMismatch);
  helper.checkEnds(ExitCode::refused);
}

TEST_CASE("From its first word on the helper holds no privilege") {
  LaunchedHelper helper({}, plan().hash(), Consent::prompt);
  REQUIRE(test::privilegesOf(GetCurrentProcessId()) > 0);
  helper.send(HelloMessage{std::string(buildId())});
  helper.await<HelloMessage>();
  CHECK(test::privilegesOf(test::helperProcess()) == 0);
}

TEST_CASE(
    "At work the helper has itself loaded, and of others libraries of the system folder alone") {
  LaunchedHelper helper({}, plan().hash(), Consent::prompt);
  helper.apply(plan());
  std::array<char, MAX_PATH> folder{};
  GetSystemDirectoryA(folder.data(), static_cast<UINT>(folder.size()));
  const std::string system = lower(folder.data());
  const std::string own = std::filesystem::path(TESTED_HELPER).filename().string();
  const std::vector<std::string> modules = modulesOf(test::helperProcess());
  CHECK(modules.size() > 3);
  for (const std::string& module : modules) {
    CAPTURE(module);
    const std::filesystem::path file(module);
    const bool expected = file.filename() == own || file.parent_path() == system;
    CHECK(expected);
  }
}

TEST_CASE("A second helper finds the first at work, and the lock free once it has ended") {
  {
    LaunchedHelper first({}, plan().hash(), Consent::prompt);
    first.apply(plan());
    LaunchedHelper second({}, plan().hash(), Consent::prompt);
    CHECK(second.waitForExit().code == static_cast<int>(ExitCode::busy));
    first.send(RevertMessage{});
    first.checkEnds(ExitCode::success);
  }
  LaunchedHelper third({}, plan().hash(), Consent::prompt);
  third.sendPlan(plan());
  third.await<PreparedMessage>();
}

TEST_CASE("A helper waits for a keeper that holds its lock for a moment") {
  AdministratorsLock keeper(kWorkLock);
  REQUIRE(keeper.tryTake() == WorkLock::Attempt::held);
  LaunchedHelper helper({}, plan().hash(), Consent::prompt);
  Sleep(1000);
  keeper.release();
  helper.sendPlan(plan());
  CHECK(helper.await<PreparedMessage>().operations == 2);
  CHECK(keeper.tryTake() == WorkLock::Attempt::busy);
}

TEST_CASE("A killed helper lets the lock go") {
  {
    LaunchedHelper killed({}, plan().hash(), Consent::prompt);
    killed.apply(plan());
    CHECK(killed.launch().kill());
    CHECK(killed.waitForExit().code == 1);
  }
  LaunchedHelper next({}, plan().hash(), Consent::prompt);
  next.sendPlan(plan());
  next.await<PreparedMessage>();
}
