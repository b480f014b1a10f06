// SPDX-License-Identifier: MIT
// Who may come to the pipe, and who is let in. What only Windows enforces (the DACL, remote
// clients, the client's identification level) is in docs/windows-manual-tests.md.
#include <doctest/doctest.h>

// clang-format off
#include <windows.h>
#include <aclapi.h>
#include <sddl.h>
// clang-format on

#include <algorithm>
#include <array>
#include <bit>
#include <string>
#include <vector>

#include "channel/windows/pipe_client.h"
#include "channel/windows/pipe_name.h"
#include "channel/windows/pipe_server.h"
#include "windows_import_double.h"
#include "windows_wine.h"

using namespace interface_panel;
using test::ImportDouble;

namespace {

LaunchNonce freshNonce() {
  static std::uint8_t number = 0;
  LaunchNonce nonce{};
  const DWORD process = GetCurrentProcessId();
  std::copy_n(std::bit_cast<std::array<std::uint8_t, sizeof process>>(process).data(),
              sizeof process, nonce.data());
  nonce.back() = ++number;
  return nonce;
}

/// A program that does nothing and has not even begun; it is ended with the test.
class SleepingProcess {
 public:
  SleepingProcess() {
    STARTUPINFOW startup{};
    startup.cb = sizeof startup;
    const std::string path = TESTED_HELPER;
    std::wstring file(path.begin(), path.end());
    REQUIRE(CreateProcessW(file.c_str(), nullptr, nullptr, nullptr, FALSE, CREATE_SUSPENDED,
                           nullptr, nullptr, &startup, &information_));
    handle_ = Handle(information_.hProcess);
  }
  ~SleepingProcess() {
    end();
    CloseHandle(information_.hThread);
  }
  SleepingProcess(const SleepingProcess&) = delete;
  SleepingProcess& operator=(const SleepingProcess&) = delete;

  [[nodiscard]] const Handle& handle() const { return handle_; }
  [[nodiscard]] DWORD id() const { return information_.dwProcessId; }
  void end() const {
    TerminateProcess(handle_.get(), 1);
    WaitForSingleObject(handle_.get(), INFINITE);
  }

 private:
  PROCESS_INFORMATION information_{};
  Handle handle_;
};

Handle ownProcess() {
  return Handle(
      OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION | SYNCHRONIZE, FALSE, GetCurrentProcessId()));
}

Handle anEvent() { return Handle(CreateEventW(nullptr, TRUE, FALSE, nullptr)); }

Handle pipeFor(const LaunchNonce& nonce, Consent consent = Consent::prompt) {
  Result<Handle> pipe = createPipe(nonce, consent);
  REQUIRE(pipe.ok());
  return std::move(pipe).value();
}

/// An entry of an access control list: its type, access mask and whom it is about.
struct Entry {
  BYTE type;
  ACCESS_MASK mask;
  std::wstring sid;

  bool operator==(const Entry&) const = default;
};

std::wstring textOf(PSID sid) {
  LPWSTR text = nullptr;
  REQUIRE(ConvertSidToStringSidW(sid, &text));
  std::wstring copy = text;
  LocalFree(text);
  return copy;
}

std::vector<Entry> entriesOf(PACL list) {
  GENERIC_MAPPING files{FILE_GENERIC_READ, FILE_GENERIC_WRITE, FILE_GENERIC_EXECUTE,
                        FILE_ALL_ACCESS};
  std::vector<Entry> entries;
  for (DWORD i = 0; list != nullptr && i < list->AceCount; ++i) {
    void* entry = nullptr;
    REQUIRE(GetAce(list, i, &entry));
    // All the types in question are laid out like this one.
    auto* ace = static_cast<ACCESS_ALLOWED_ACE*>(entry);
    ACCESS_MASK mask = ace->Mask;
    MapGenericMask(&mask, &files);
    entries.push_back({ace->Header.AceType, mask, textOf(&ace->SidStart)});
  }
  return entries;
}

struct Security {
  std::vector<Entry> access;
  std::vector<Entry> label;
  bool isProtected = false;
};

Security securityOf(const Handle& pipe) {
  PACL access = nullptr;
  PACL label = nullptr;
  PSECURITY_DESCRIPTOR descriptor = nullptr;
  REQUIRE(GetSecurityInfo(pipe.get(), SE_KERNEL_OBJECT,
                          DACL_SECURITY_INFORMATION | LABEL_SECURITY_INFORMATION, nullptr, nullptr,
                          &access, &label, &descriptor) == ERROR_SUCCESS);
  SECURITY_DESCRIPTOR_CONTROL control = 0;
  DWORD revision = 0;
  REQUIRE(GetSecurityDescriptorControl(descriptor, &control, &revision));
  Security security{entriesOf(access), entriesOf(label), (control & SE_DACL_PROTECTED) != 0};
  LocalFree(descriptor);
  return security;
}

constexpr BYTE kAllowed = ACCESS_ALLOWED_ACE_TYPE;
constexpr BYTE kDenied = ACCESS_DENIED_ACE_TYPE;
const Entry kNobodyFromTheNetwork{kDenied, FILE_ALL_ACCESS, L"S-1-5-2"};
const Entry kAdministrators{kAllowed, 0x12019B, L"S-1-5-32-544"};
const Entry kOwnerMayLook{kAllowed, READ_CONTROL, L"S-1-3-4"};

std::wstring ownSid() {
  HANDLE token = nullptr;
  REQUIRE(OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token));
  const Handle owned(token);
  std::array<std::uint8_t, sizeof(TOKEN_USER) + SECURITY_MAX_SID_SIZE> buffer{};
  DWORD size = 0;
  REQUIRE(GetTokenInformation(token, TokenUser, buffer.data(), static_cast<DWORD>(buffer.size()),
                              &size));
  return textOf(reinterpret_cast<TOKEN_USER*>(buffer.data())->User.Sid);
}

Handle openAsStranger(const LaunchNonce& nonce) {
  return Handle(CreateFileW(pipeName(nonce).c_str(), kPipeAccess, 0, nullptr, OPEN_EXISTING,
                            FILE_FLAG_OVERLAPPED, nullptr));
}

}  // namespace

TEST_CASE("Administrators alone may open the pipe of a launch with consent") {
  const Security security = securityOf(pipeFor(freshNonce()));
  CHECK(security.isProtected);
  CHECK(security.access ==
        std::vector<Entry>{kNobodyFromTheNetwork, kAdministrators, kOwnerMayLook});
}

TEST_CASE("Nobody below medium integrity may read or write the pipe") {
  const Security security = securityOf(pipeFor(freshNonce()));
  REQUIRE(security.label.size() == 1);
  CHECK(security.label[0].type == SYSTEM_MANDATORY_LABEL_ACE_TYPE);
  CHECK(security.label[0].mask ==
        (SYSTEM_MANDATORY_LABEL_NO_WRITE_UP | SYSTEM_MANDATORY_LABEL_NO_READ_UP));
  CHECK(security.label[0].sid == L"S-1-16-8192");
}

TEST_CASE("Without consent this user may open it too, and nobody else") {
  const Security security = securityOf(pipeFor(freshNonce(), Consent::none));
  CHECK(security.access ==
        std::vector<Entry>{
            kNobodyFromTheNetwork, kAdministrators, {kAllowed, 0x12019B, ownSid()}, kOwnerMayLook});
}

TEST_CASE("The right to make further instances is granted to nobody") {
  for (const Entry& entry : securityOf(pipeFor(freshNonce(), Consent::none)).access) {
    if (entry.type == kAllowed) CHECK((entry.mask & FILE_CREATE_PIPE_INSTANCE) == 0);
  }
}

TEST_CASE("A name that somebody holds already is not shared") {
  const LaunchNonce nonce = freshNonce();
  // Wine knows no first instance and counts alone.
  const DWORD instances = test::runsUnderWine() ? 1 : PIPE_UNLIMITED_INSTANCES;
  const Handle squatter(CreateNamedPipeW(pipeName(nonce).c_str(), PIPE_ACCESS_DUPLEX,
                                         PIPE_TYPE_MESSAGE, instances, 64, 64, 0, nullptr));
  REQUIRE(squatter.valid());
  const Result<Handle> pipe = createPipe(nonce, Consent::prompt);
  REQUIRE_FALSE(pipe.ok());
  const bool taken =
      pipe.error().code == ERROR_ACCESS_DENIED || pipe.error().code == ERROR_PIPE_BUSY;
  CHECK(taken);
}

TEST_CASE("There is one instance, for one client") {
  const LaunchNonce nonce = freshNonce();
  const Handle pipe = pipeFor(nonce, Consent::none);
  CHECK_FALSE(createPipe(nonce, Consent::none).ok());
  const Handle first = openAsStranger(nonce);
  REQUIRE(first.valid());
  const Handle second = openAsStranger(nonce);
  CHECK_FALSE(second.valid());
  CHECK(GetLastError() == ERROR_PIPE_BUSY);
}

TEST_CASE("The pipe is local, named after the nonce and nothing else") {
  CHECK(pipeName(LaunchNonce{}) == L"\\\\.\\pipe\\InterfacePanel-00000000000000000000000000000000");
  LaunchNonce nonce{};
  nonce.fill('\\');
  CHECK(pipeName(nonce) == L"\\\\.\\pipe\\InterfacePanel-5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c");
}

TEST_CASE("The process that was started is let in") {
  const LaunchNonce nonce = freshNonce();
  const Handle pipe = pipeFor(nonce, Consent::none);
  const Handle client = openPipe(nonce, GetCurrentProcessId());
  REQUIRE(client.valid());
  CHECK(acceptClient(pipe, ownProcess(), anEvent()));
}

TEST_CASE("Another process than the one that was started is not let in") {
  const LaunchNonce nonce = freshNonce();
  const Handle pipe = pipeFor(nonce, Consent::none);
  const Handle stranger = openAsStranger(nonce);
  REQUIRE(stranger.valid());
  const SleepingProcess started;
  CHECK_FALSE(acceptClient(pipe, started.handle(), anEvent()));
}

TEST_CASE("Nobody is let in once the started process has ended or the launch was given up") {
  const Handle pipe = pipeFor(freshNonce(), Consent::none);
  const SleepingProcess started;
  const Handle abandoned = anEvent();
  SetEvent(abandoned.get());
  CHECK_FALSE(acceptClient(pipe, started.handle(), abandoned));
  started.end();
  CHECK_FALSE(acceptClient(pipe, started.handle(), anEvent()));
}

TEST_CASE("A helper does not talk to a pipe of another process than its parent") {
  const LaunchNonce nonce = freshNonce();
  const Handle pipe = pipeFor(nonce, Consent::none);
  const SleepingProcess other;
  CHECK_FALSE(openPipe(nonce, other.id()).valid());
}

/// What the last CreateFile was asked for; it is refused.
struct FileCall {
  std::wstring name;
  DWORD access = 0;
  DWORD share = 0;
  DWORD disposition = 0;
  DWORD flags = 0;
};
FileCall fileCall;

HANDLE WINAPI recordFile(LPCWSTR name, DWORD access, DWORD share, LPSECURITY_ATTRIBUTES,
                         DWORD disposition, DWORD flags, HANDLE) {
  fileCall = {name, access, share, disposition, flags};
  return INVALID_HANDLE_VALUE;
}

TEST_CASE("A server may find out who the helper is, but not act as it") {
  const ImportDouble files("CreateFileW", recordFile);
  CHECK_FALSE(openPipe(LaunchNonce{}, GetCurrentProcessId()).valid());
  // The two bits above the flag are the level: anonymous, identification, impersonation,
  // delegation.
  CHECK((fileCall.flags & SECURITY_SQOS_PRESENT) != 0);
  CHECK((fileCall.flags & SECURITY_DELEGATION) == SECURITY_IDENTIFICATION);
  CHECK(fileCall.access == kPipeAccess);
  CHECK(fileCall.share == 0);
  CHECK(fileCall.disposition == OPEN_EXISTING);
}

/// Nonces that somebody might put on a command line to lead the helper elsewhere.
std::vector<std::string> hostileNonces() {
  const std::string zeros(32, '0');
  std::vector<std::string> nonces{"",
                                  zeros.substr(1),
                                  zeros + "0",
                                  "..\\" + zeros.substr(3),
                                  "\\\\192.0.2.1\\pipe\\" + zeros.substr(17),
                                  "\\\\?\\GLOBALROOT\\Device\\x",
                                  "\\\\.\\pipe\\InterfacePanel-" + zeros,
                                  "C:\\windows\\system32\\config\\SAM"};
  // Every byte in the place of one digit, at three places, and with a terminator after it.
  for (const std::size_t place : {std::size_t{0}, std::size_t{15}, std::size_t{31}}) {
    for (int value = 0; value < 256; ++value) {
      std::string nonce = zeros;
      nonce[place] = static_cast<char>(value);
      nonces.push_back(nonce);
      nonces.push_back(nonce + std::string(1, '\0') + "\\..\\x");
    }
  }
  return nonces;
}

TEST_CASE("No argument leads a helper to a pipe outside the pattern") {
  const ImportDouble files("CreateFileW", recordFile);
  const std::vector<std::string> nonces = hostileNonces();
  REQUIRE(nonces.size() >= 1'000);
  std::size_t accepted = 0;
  for (const std::string& nonce : nonces) {
    const std::vector<std::string> line{"--v", "1", "--n", nonce,
                                        "--p", "4", "--h", std::string(64, '0')};
    const auto arguments = parseHelperArguments(line, false);
    if (!arguments) continue;
    ++accepted;
    CHECK_FALSE(openPipe(arguments->nonce, arguments->appProcess).valid());
    CHECK(fileCall.name ==
          L"\\\\.\\pipe\\InterfacePanel-" + std::wstring(nonce.begin(), nonce.end()));
    CHECK(nonce.find_first_not_of("0123456789abcdef") == std::string::npos);
  }
  // The sixteen digits at each of the three places.
  CHECK(accepted == 48);
}

DWORD reusedProcess = 0;

BOOL WINAPI sayReused(HANDLE, PULONG process) {
  *process = reusedProcess;
  return TRUE;
}

TEST_CASE("A stranger who has the number of the started process, which has ended, is not let in") {
  const LaunchNonce nonce = freshNonce();
  const Handle pipe = pipeFor(nonce, Consent::none);
  const Handle stranger = openAsStranger(nonce);
  REQUIRE(stranger.valid());
  const SleepingProcess started;
  reusedProcess = started.id();
  const ImportDouble clients("GetNamedPipeClientProcessId", sayReused);
  // The double answers what makes the difference: while the process lives, its client is let in.
  CHECK(acceptClient(pipe, started.handle(), anEvent()));
  started.end();
  CHECK_FALSE(acceptClient(pipe, started.handle(), anEvent()));
}

TEST_CASE("A helper finds no pipe where there is none") {
  CHECK_FALSE(openPipe(freshNonce(), GetCurrentProcessId()).valid());
}
