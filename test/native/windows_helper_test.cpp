// SPDX-License-Identifier: MIT
// The elevated helper on Windows, or under Wine: whom it takes for the app, and how far the one
// that ships gets.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
#include <windows.h>

#include <string>

#include "channel/windows/handle.h"
#include "helper/helper_process.h"
#include "helper/windows/parent_process.h"
#include "launched_helper.h"
#include "windows_import_double.h"
#include "windows_wine.h"

using namespace interface_panel;
using test::ImportDouble;

namespace {

/// Whether a program started by us takes the process with this id for its parent, in a world that
/// windows_parent_check_main.cpp knows.
bool childAccepts(DWORD process, const std::string& world) {
  const std::string file = PARENT_CHECK;
  std::string line = "\"" + file + "\" " + std::to_string(process) + " " + world;
  STARTUPINFOA startup{};
  startup.cb = sizeof startup;
  PROCESS_INFORMATION information{};
  REQUIRE(CreateProcessA(nullptr, line.data(), nullptr, nullptr, FALSE, 0, nullptr, nullptr,
                         &startup, &information));
  const Handle started(information.hProcess);
  const Handle thread(information.hThread);
  WaitForSingleObject(started.get(), INFINITE);
  DWORD code = 1;
  REQUIRE(GetExitCodeProcess(started.get(), &code));
  return code == 0;
}

}  // namespace

TEST_CASE("The process that started this one counts as its parent, and no other") {
  CHECK(childAccepts(GetCurrentProcessId(), "usual"));
  CHECK_FALSE(childAccepts(GetCurrentProcessId() + 4, "usual"));
  CHECK_FALSE(childAccepts(0, "usual"));
  CHECK_FALSE(isOurParent(GetCurrentProcessId()));
}

TEST_CASE("Who has the parent's number but is younger, of another session or hidden is refused") {
  for (const char* world : {"younger", "other-session", "not-to-be-seen"}) {
    CAPTURE(world);
    CHECK_FALSE(childAccepts(GetCurrentProcessId(), world));
  }
}

TEST_CASE("A program that is not there is told as what it is") {
  const auto launch =
      HelperLaunch::start({.helperPath = "C:\\nowhere\\helper.exe", .consent = Consent::prompt});
  REQUIRE(launch.ok());
  const HelperExit exit = launch.value()->waitForExit();
  const bool missing =
      exit.launchError == ERROR_FILE_NOT_FOUND || exit.launchError == ERROR_PATH_NOT_FOUND;
  CHECK(missing);
}

TEST_CASE(
    "The helper that ships does nothing without its lock, and with it refuses a plan for nobody") {
  const ScriptedPlan plan = ScriptedPlan(600).set(makeLuid(6, 0x7777), Field::NlMtu, 1500, 1400);
  LaunchedHelper helper({}, plan.hash(), Consent::prompt);
  if (test::runsUnderWine()) {
    // Wine has no private namespaces, so the lock cannot be had.
    CHECK(helper.waitForExit().code == static_cast<int>(ExitCode::internalFailure));
    return;
  }
  helper.sendPlan(plan);
  CHECK(helper.await<RefusedMessage>().refusal == Refusal::unknownInterface);
  helper.checkEnds(ExitCode::refused);
}

namespace {

std::wstring openedSource;

HANDLE WINAPI openSource(const wchar_t*, const wchar_t* source) {
  openedSource = source;
  return nullptr;
}

}  // namespace

TEST_CASE("A helper has a source of its own in the log of events, and goes on where it gets none") {
  const ImportDouble sources("RegisterEventSourceW", openSource);
  const auto log = openSystemLog();
  CHECK(openedSource == L"InterfacePanelHelper");
  log->write(LogLevel::info, "Plan 1A2B3C4D begins");
}
