// SPDX-License-Identifier: MIT
// What a helper asks of its own rights, and gives up of them. The system starts these tests
// elevated, as their manifest wants.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
#include <windows.h>

#include <cstring>

#include "helper/windows/privileges.h"
#include "windows_child_process.h"
#include "windows_import_double.h"

using namespace interface_panel;
using test::ImportDouble;

namespace {

BOOL WINAPI sayNotElevated(HANDLE, TOKEN_INFORMATION_CLASS, LPVOID information, DWORD size,
                           PDWORD written) {
  std::memset(information, 0, size);
  *written = size;
  return TRUE;
}

BOOL WINAPI sayNoMember(HANDLE, PSID, PBOOL member) {
  *member = FALSE;
  return TRUE;
}

BOOL WINAPI failMembership(HANDLE, PSID, PBOOL) { return FALSE; }

}  // namespace

TEST_CASE("Who is not elevated, or no enabled administrator, or cannot tell, is not privileged") {
  REQUIRE(isElevatedAdministrator());
  {
    const ImportDouble elevation("GetTokenInformation", sayNotElevated);
    CHECK_FALSE(isElevatedAdministrator());
  }
  for (const auto membership : {sayNoMember, failMembership}) {
    const ImportDouble member("CheckTokenMembership", membership);
    CHECK_FALSE(isElevatedAdministrator());
  }
}

// The last one: what is given up does not come back.
TEST_CASE("Every privilege is given up, for good") {
  REQUIRE(isElevatedAdministrator());
  REQUIRE(test::privilegesOf(GetCurrentProcessId()) > 0);
  CHECK(removeAllPrivileges());
  CHECK(test::privilegesOf(GetCurrentProcessId()) == 0);
  CHECK_FALSE(enablePrivilege(SE_DEBUG_NAME));
}
