// SPDX-License-Identifier: MIT
#include "helper/windows/parent_process.h"

// clang-format off
#include <windows.h>
#include <winternl.h>
// clang-format on

#include <bit>
#include <optional>

#include "channel/windows/handle.h"
#include "helper/windows/privileges.h"

namespace interface_panel {
namespace {

/// PROCESS_BASIC_INFORMATION with the member that winternl.h calls Reserved3 by its name.
struct BasicInformation {
  NTSTATUS exitStatus;
  void* environmentBlock;
  ULONG_PTR affinityMask;
  LONG basePriority;
  ULONG_PTR processId;
  ULONG_PTR parentProcessId;
};
static_assert(sizeof(BasicInformation) == sizeof(PROCESS_BASIC_INFORMATION));

std::optional<std::uint32_t> parentProcessId() {
  using Query = NTSTATUS(NTAPI*)(HANDLE, PROCESSINFOCLASS, void*, ULONG, ULONG*);
  const HMODULE ntdll = GetModuleHandleW(L"ntdll.dll");
  if (ntdll == nullptr) return std::nullopt;
  const FARPROC address = GetProcAddress(ntdll, "NtQueryInformationProcess");
  if (address == nullptr) return std::nullopt;
  BasicInformation information{};
  const NTSTATUS status = std::bit_cast<Query>(address)(
      GetCurrentProcess(), ProcessBasicInformation, &information, sizeof information, nullptr);
  if (status < 0) return std::nullopt;
  return static_cast<std::uint32_t>(information.parentProcessId);
}

Handle openForQuery(std::uint32_t process) {
  Handle opened(OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, process));
  // A helper that runs as another user (over the shoulder) may look only with this privilege; it is
  // removed with all others before anything is read from the peer.
  if (opened.valid() || !enablePrivilege(SE_DEBUG_NAME)) return opened;
  return Handle(OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, process));
}

std::optional<std::uint64_t> creationTime(HANDLE process) {
  FILETIME created{};
  FILETIME exited{};
  FILETIME kernel{};
  FILETIME user{};
  if (!GetProcessTimes(process, &created, &exited, &kernel, &user)) return std::nullopt;
  return (std::uint64_t{created.dwHighDateTime} << 32) | created.dwLowDateTime;
}

bool isOlderThanUs(const Handle& process) {
  const auto theirs = creationTime(process.get());
  const auto ours = creationTime(GetCurrentProcess());
  return theirs && ours && *theirs <= *ours;
}

bool isOfOurSession(std::uint32_t process) {
  DWORD theirs = 0;
  DWORD ours = 0;
  return ProcessIdToSessionId(process, &theirs) &&
         ProcessIdToSessionId(GetCurrentProcessId(), &ours) && theirs == ours;
}

}  // namespace

bool isOurParent(std::uint32_t process) {
  if (parentProcessId() != process) return false;
  const Handle parent = openForQuery(process);
  return parent.valid() && isOlderThanUs(parent) && isOfOurSession(process);
}

}  // namespace interface_panel
