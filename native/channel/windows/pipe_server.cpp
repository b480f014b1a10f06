// SPDX-License-Identifier: MIT
#include "channel/windows/pipe_server.h"

// clang-format off
#include <windows.h>
#include <sddl.h>
// clang-format on

#include <array>
#include <string>
#include <vector>

#include "channel/windows/pipe_name.h"
#include "stack/win32_error.h"

namespace interface_panel {
namespace {

constexpr DWORD kBufferBytes = 64 * 1024;

Error lastError(const char* call) { return win32Error(static_cast<int>(GetLastError()), call); }

/// Frees what the system allocated with LocalAlloc.
class LocalMemory {
 public:
  explicit LocalMemory(void* memory) : memory_(memory) {}
  LocalMemory(const LocalMemory&) = delete;
  LocalMemory& operator=(const LocalMemory&) = delete;
  ~LocalMemory() { LocalFree(memory_); }

  [[nodiscard]] void* get() const { return memory_; }

 private:
  void* memory_;
};

/// The security identifier of this process's user: S-1-5-21-...
Result<std::wstring> userSid() {
  HANDLE token = nullptr;
  if (!OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token)) {
    return lastError("OpenProcessToken");
  }
  const Handle owned(token);
  std::array<std::uint8_t, sizeof(TOKEN_USER) + SECURITY_MAX_SID_SIZE> buffer{};
  DWORD size = 0;
  if (!GetTokenInformation(token, TokenUser, buffer.data(), static_cast<DWORD>(buffer.size()),
                           &size)) {
    return lastError("GetTokenInformation");
  }
  LPWSTR text = nullptr;
  if (!ConvertSidToStringSidW(reinterpret_cast<const TOKEN_USER*>(buffer.data())->User.Sid,
                              &text)) {
    return lastError("ConvertSidToStringSid");
  }
  const LocalMemory memory(text);
  return std::wstring(text);
}

/// Nobody from the network, administrators for reading and writing (kPipeAccess), nothing but
/// READ_CONTROL for the owner, who would otherwise have WRITE_DAC; nobody below medium integrity.
Result<std::wstring> securityDescriptor(Consent consent) {
  std::wstring user;
  if (consent == Consent::none) {
    Result<std::wstring> sid = userSid();
    if (!sid) return sid.error();
    user = L"(A;;0x12019b;;;" + sid.value() + L")";
  }
  return L"D:P(D;;GA;;;NU)(A;;0x12019b;;;BA)" + user + L"(A;;RC;;;OW)S:(ML;;NWNR;;;ME)";
}

}  // namespace

Result<Handle> createPipe(const LaunchNonce& nonce, Consent consent) {
  const Result<std::wstring> text = securityDescriptor(consent);
  if (!text) return text.error();
  PSECURITY_DESCRIPTOR descriptor = nullptr;
  if (!ConvertStringSecurityDescriptorToSecurityDescriptorW(text.value().c_str(), SDDL_REVISION_1,
                                                            &descriptor, nullptr)) {
    return lastError("ConvertStringSecurityDescriptorToSecurityDescriptor");
  }
  const LocalMemory memory(descriptor);
  SECURITY_ATTRIBUTES attributes{sizeof attributes, descriptor, FALSE};
  Handle pipe(CreateNamedPipeW(
      pipeName(nonce).c_str(),
      PIPE_ACCESS_DUPLEX | FILE_FLAG_FIRST_PIPE_INSTANCE | FILE_FLAG_OVERLAPPED,
      PIPE_TYPE_MESSAGE | PIPE_READMODE_MESSAGE | PIPE_WAIT | PIPE_REJECT_REMOTE_CLIENTS, 1,
      kBufferBytes, kBufferBytes, 0, &attributes));
  if (!pipe.valid()) return lastError("CreateNamedPipe");
  return pipe;
}

bool acceptClient(const Handle& pipe, const Handle& process, const Handle& abandoned) {
  const Handle connected(CreateEventW(nullptr, TRUE, FALSE, nullptr));
  if (!connected.valid()) return false;
  OVERLAPPED connect{};
  connect.hEvent = connected.get();
  if (!ConnectNamedPipe(pipe.get(), &connect)) {
    const DWORD error = GetLastError();
    if (error == ERROR_PIPE_CONNECTED) SetEvent(connected.get());
    if (error != ERROR_PIPE_CONNECTED && error != ERROR_IO_PENDING) return false;
  }
  const std::array<HANDLE, 3> watched{connected.get(), process.get(), abandoned.get()};
  if (WaitForMultipleObjects(static_cast<DWORD>(watched.size()), watched.data(), FALSE, INFINITE) !=
      WAIT_OBJECT_0) {
    CancelIoEx(pipe.get(), &connect);
    DWORD size = 0;
    GetOverlappedResult(pipe.get(), &connect, &size, TRUE);
    return false;
  }
  // The handle is held, so that the number cannot have passed to another process. What has ended
  // talks to nobody.
  ULONG client = 0;
  return GetNamedPipeClientProcessId(pipe.get(), &client) &&
         client == GetProcessId(process.get()) &&
         WaitForSingleObject(process.get(), 0) == WAIT_TIMEOUT;
}

}  // namespace interface_panel
