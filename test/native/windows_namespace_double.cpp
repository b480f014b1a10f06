// SPDX-License-Identifier: MIT
// For a helper and a keeper of the tests under Wine, which has no private namespaces: stands in for
// the calls that make one and enters objects of ours among those of all sessions. On Windows the
// real ones are called.
#include <windows.h>

#include <array>
#include <memory>
#include <string>

#include "windows_import_double.h"
#include "windows_wine.h"

namespace interface_panel::test {
namespace {

/// Any handle that is not null; nothing is done with it.
HANDLE someHandle() { return GetCurrentProcess(); }

HANDLE WINAPI createBoundary(LPCWSTR, ULONG) { return someHandle(); }
BOOL WINAPI addSid(HANDLE*, PSID) { return TRUE; }
HANDLE WINAPI createNamespace(LPSECURITY_ATTRIBUTES, LPVOID, LPCWSTR) { return someHandle(); }

HANDLE WINAPI createMutex(LPSECURITY_ATTRIBUTES attributes, BOOL owned, LPCWSTR name) {
  std::wstring ofAll = name;
  ofAll.replace(0, ofAll.find(L'\\'), L"Global");
  return CreateMutexExW(attributes, ofAll.c_str(), owned ? CREATE_MUTEX_INITIAL_OWNER : 0,
                        MUTEX_ALL_ACCESS);
}

struct NamespaceDoubles {
  ImportDouble boundary{"CreateBoundaryDescriptorW", createBoundary};
  ImportDouble sid{"AddSIDToBoundaryDescriptor", addSid};
  ImportDouble space{"CreatePrivateNamespaceW", createNamespace};
  ImportDouble mutex{"CreateMutexW", createMutex};
};

/// Before main().
const std::unique_ptr<NamespaceDoubles> kDoubles =
    runsUnderWine() ? std::make_unique<NamespaceDoubles>() : nullptr;

}  // namespace
}  // namespace interface_panel::test
