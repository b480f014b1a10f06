// SPDX-License-Identifier: MIT
// The elevated helper as a process on Windows, or under Wine, where every process counts as
// elevated. Nothing is changed: the plan names no adapter there is.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

// clang-format off
#include <windows.h>
#include <tlhelp32.h>
// clang-format on

#include <string>
#include <vector>

#include "channel/windows/handle.h"
#include "helper/windows/parent_process.h"
#include "helper/windows/privileges.h"
#include "launched_helper.h"
#include "windows_wine.h"

using namespace interface_panel;

namespace {

ScriptedPlan planForNobody() {
  return ScriptedPlan(600).set(makeLuid(6, 0x7777), Field::NlMtu, 1500, 1400);
}

/// Process id of the one process that this one has started and that still runs.
DWORD onlyChild() {
  const Handle processes(CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0));
  REQUIRE(processes.valid());
  std::vector<DWORD> children;
  PROCESSENTRY32W entry{};
  entry.dwSize = sizeof entry;
  for (BOOL more = Process32FirstW(processes.get(), &entry); more;
       more = Process32NextW(processes.get(), &entry)) {
    if (entry.th32ParentProcessID == GetCurrentProcessId()) {
      children.push_back(entry.th32ProcessID);
    }
  }
  REQUIRE(children.size() == 1);
  return children.front();
}

/// How many privileges the token of a process holds, enabled or not.
DWORD privilegesOf(DWORD process) {
  const Handle opened(OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, process));
  REQUIRE(opened.valid());
  HANDLE token = nullptr;
  REQUIRE(OpenProcessToken(opened.get(), TOKEN_QUERY, &token));
  const Handle owned(token);
  std::vector<std::uint8_t> buffer(4096);
  DWORD size = 0;
  REQUIRE(GetTokenInformation(token, TokenPrivileges, buffer.data(),
                              static_cast<DWORD>(buffer.size()), &size));
  return reinterpret_cast<const TOKEN_PRIVILEGES*>(buffer.data())->PrivilegeCount;
}

}  // namespace

TEST_CASE("Only the process that started this one counts as its parent") {
  CHECK_FALSE(isOurParent(GetCurrentProcessId()));
  CHECK_FALSE(isOurParent(0));
  CHECK_FALSE(isOurParent(0xFFFFFFFC));
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

TEST_CASE("The helper answers without a privilege, one at a time, and not without its lock") {
  const ScriptedPlan plan = planForNobody();
  LaunchedHelper helper({}, plan.hash(), Consent::prompt);
  if (test::runsUnderWine()) {
    // Wine has no private namespaces, so the lock cannot be had.
    CHECK(helper.waitForExit().code == static_cast<int>(ExitCode::internalFailure));
    return;
  }
  helper.send(HelloMessage{std::string(buildId())});
  helper.await<HelloMessage>();
  CHECK(privilegesOf(onlyChild()) == 0);
  LaunchedHelper second({}, plan.hash(), Consent::prompt);
  CHECK(second.waitForExit().code == static_cast<int>(ExitCode::busy));
  for (const AppMessage& message : plan.messages()) helper.send(message);
  CHECK(helper.await<RefusedMessage>().refusal == Refusal::unknownInterface);
  helper.checkEnds(ExitCode::refused);
}

// The last one: what is given up does not come back.
TEST_CASE("Every privilege is given up, for good") {
  REQUIRE(isElevatedAdministrator());
  REQUIRE(privilegesOf(GetCurrentProcessId()) > 0);
  CHECK(removeAllPrivileges());
  CHECK(privilegesOf(GetCurrentProcessId()) == 0);
  CHECK_FALSE(enablePrivilege(SE_DEBUG_NAME));
}
