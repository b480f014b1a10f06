// SPDX-License-Identifier: MIT
// The place of lasting settings on Windows, in a registry of the tests' own.
#include <doctest/doctest.h>

// clang-format off
#include <windows.h>
#include <sddl.h>
// clang-format on

#include <bit>
#include <memory>
#include <string>
#include <vector>

#include "lasting/keeper_process.h"
#include "lasting/lasting_codec.h"
#include "lasting/windows/key_trust.h"
#include "lasting/windows/lasting_key.h"
#include "lasting/windows/lasting_key_maker.h"
#include "lasting/windows/lasting_values.h"
#include "lasting/windows/settable_lasting_key.h"
#include "windows_import_double.h"
#include "windows_test_registry.h"
#include "windows_wine.h"

using namespace interface_panel;

namespace {

const std::vector<std::uint8_t> kSome{1, 2, 3};
const std::vector<std::uint8_t> kOthers{4, 5};

/// A security descriptor out of its text.
class Descriptor {
 public:
  explicit Descriptor(const std::wstring& text) {
    REQUIRE(ConvertStringSecurityDescriptorToSecurityDescriptorW(text.c_str(), SDDL_REVISION_1,
                                                                 &descriptor_, nullptr));
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { LocalFree(descriptor_); }

  [[nodiscard]] PSECURITY_DESCRIPTOR get() const { return descriptor_; }

 private:
  PSECURITY_DESCRIPTOR descriptor_ = nullptr;
};

bool isTrusted(const std::wstring& text) {
  return isForAdministratorsAlone(Descriptor(text).get());
}

/// As the installation leaves it.
struct Place {
  test::TestRegistry registry;
  Place() { REQUIRE(makeLastingKey()); }
};

RegistryKey openKey(REGSAM access = KEY_ALL_ACCESS) {
  HKEY key = nullptr;
  REQUIRE(RegOpenKeyExW(HKEY_LOCAL_MACHINE, kLastingKey, 0, access, &key) == ERROR_SUCCESS);
  return RegistryKey(key);
}

void setNumber(const wchar_t* name, DWORD number) {
  REQUIRE(RegSetValueExW(openKey().get(), name, 0, REG_DWORD,
                         reinterpret_cast<const BYTE*>(&number), sizeof number) == ERROR_SUCCESS);
}

void setText(const wchar_t* name, const std::wstring& text) {
  REQUIRE(RegSetValueExW(openKey().get(), name, 0, REG_SZ,
                         reinterpret_cast<const BYTE*>(text.c_str()),
                         static_cast<DWORD>(sizeof(wchar_t) * (text.size() + 1))) == ERROR_SUCCESS);
}

std::optional<std::vector<std::uint8_t>> damagedOne() {
  const auto value = readValue(openKey().get(), kDamagedValue, 100);
  REQUIRE(std::holds_alternative<std::optional<std::vector<std::uint8_t>>>(value));
  return std::get<0>(value);
}

LSTATUS WINAPI fullDisk(HKEY) { return ERROR_DISK_FULL; }

PlaceContent readNow() { return openLastingPlace()->read(); }

/// A key that leads to another; RegDeleteKey would delete that one.
struct Link {
  HKEY key = nullptr;

  Link() {
    HKEY target = nullptr;
    REQUIRE(RegCreateKeyExW(HKEY_LOCAL_MACHINE, L"SOFTWARE\\target", 0, nullptr, 0, KEY_ALL_ACCESS,
                            nullptr, &target, nullptr) == ERROR_SUCCESS);
    RegCloseKey(target);
    REQUIRE(RegCreateKeyExW(HKEY_LOCAL_MACHINE, kLastingKey, 0, nullptr, REG_OPTION_CREATE_LINK,
                            KEY_ALL_ACCESS, nullptr, &key, nullptr) == ERROR_SUCCESS);
    const std::wstring place =
        L"\\Registry\\Machine\\" + std::wstring(test::kTestMachine) + L"\\SOFTWARE\\target";
    REQUIRE(RegSetValueExW(key, L"SymbolicLinkValue", 0, REG_LINK,
                           reinterpret_cast<const BYTE*>(place.c_str()),
                           static_cast<DWORD>(sizeof(wchar_t) * place.size())) == ERROR_SUCCESS);
  }
  ~Link() {
    using Delete = LONG(NTAPI*)(HANDLE);
    std::bit_cast<Delete>(GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "NtDeleteKey"))(key);
    RegCloseKey(key);
  }
};

}  // namespace

TEST_CASE("A computer without the key has no place where anything lasts") {
  const test::TestRegistry registry;
  CHECK(readNow().problem == PlaceProblem::missing);
  const auto place = openSettableLastingPlace();
  CHECK(!place->writeSettings(kSome, false));
  CHECK(!place->writeStatus(kSome));
  CHECK(readNow().problem == PlaceProblem::missing);
}

TEST_CASE("What is written is read, by a reader that was there before") {
  const Place made;
  const auto reader = openLastingPlace();
  const auto place = openSettableLastingPlace();
  CHECK(!reader->read().settings.has_value());
  CHECK(place->writeSettings(kSome, false));
  CHECK(place->writeStatus(kOthers));
  const PlaceContent content = reader->read();
  CHECK(content.problem == PlaceProblem::none);
  CHECK(content.settings == kSome);
  CHECK(content.status == kOthers);
  CHECK(place->writeSettings(kOthers, false));
  CHECK(place->read().settings == kOthers);
}

TEST_CASE("As much as settings can take is written and read, and one byte more is damage") {
  const Place made;
  const auto place = openSettableLastingPlace();
  std::vector<std::uint8_t> most(kMaxSettingsBytes, 7);
  CHECK(place->writeSettings(most, false));
  CHECK(place->read().settings == most);
  most.push_back(7);
  CHECK(place->writeSettings(most, false));
  // Cut, so that the end is not where it says.
  CHECK(place->read().settings->size() == kMaxSettingsBytes);
}

TEST_CASE("What does not reach the disk is taken back") {
  const Place made;
  const auto place = openSettableLastingPlace();
  {
    const test::ImportDouble full("RegFlushKey", fullDisk);
    CHECK(place->writeSettings(kSome, false).error().code == ERROR_DISK_FULL);
    CHECK(!place->read().settings.has_value());
  }
  CHECK(place->writeSettings(kSome, false));
  const test::ImportDouble full("RegFlushKey", fullDisk);
  CHECK(!place->writeSettings(kOthers, false));
  CHECK(place->read().settings == kSome);
}

TEST_CASE("Damaged settings are kept aside when they are written anew") {
  const Place made;
  const auto place = openSettableLastingPlace();
  CHECK(place->writeSettings(kSome, false));
  CHECK(!damagedOne().has_value());
  CHECK(place->writeSettings(kOthers, true));
  CHECK(damagedOne() == kSome);
  CHECK(place->read().settings == kOthers);
}

TEST_CASE("A value that is no bytes is damaged, not missing") {
  const Place made;
  setText(kSettingsValue, L"none");
  REQUIRE(readNow().settings.has_value());
  CHECK(std::get<SettingsDefect>(decodeSettings(*readNow().settings)) == SettingsDefect::damaged);
}

TEST_CASE("An administrator switches the keeper off by anything but the number 0") {
  const Place made;
  CHECK(!readNow().isOff);
  setNumber(kOffValue, 0);
  CHECK(!readNow().isOff);
  setNumber(kOffValue, 1);
  CHECK(readNow().isOff);
  setText(kOffValue, L"");
  CHECK(readNow().isOff);
}

TEST_CASE("The key that is made is for administrators alone, and one that is there stays") {
  const Place made;
  CHECK(isTrusted(kLastingKeySecurity));
  CHECK(isTrustedKey(openKey().get()));
  CHECK(openSettableLastingPlace()->writeSettings(kSome, false));
  CHECK(makeLastingKey());
  CHECK(readNow().settings == kSome);
}

TEST_CASE("Whoever only reads is no reason to distrust a key") {
  for (const wchar_t* text : {
           L"O:SYD:P(A;;KA;;;SY)(A;;KA;;;BA)(A;;KR;;;WD)",
           L"O:S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464D:(A;;KA;;;BA)",
           // As keys below HKLM\SOFTWARE are made without more words.
           L"O:BAD:AI(A;CIID;KR;;;BU)(A;CIID;KA;;;BA)(A;CIID;KA;;;SY)(A;CIIOID;KA;;;CO)"
           L"(A;CIID;KR;;;AC)",
           L"O:BAD:P(D;;KA;;;WD)(A;;KA;;;BA)",
           L"O:BAD:P",
       }) {
    CAPTURE(text);
    CHECK(isTrusted(text));
  }
}

TEST_CASE("A key that somebody else owns is not trusted") {
  for (const wchar_t* text : {L"O:BUD:P(A;;KA;;;BA)", L"O:WDD:P(A;;KA;;;BA)", L"D:P(A;;KA;;;BA)",
                              L"O:S-1-5-21-1-2-3-1001D:P(A;;KA;;;BA)"}) {
    CAPTURE(text);
    CHECK(!isTrusted(text));
  }
}

TEST_CASE("A key that somebody else may change, in whatever way, is not trusted") {
  // Set values, make keys, make links, delete, rights, owner, and what holds those.
  for (const wchar_t* right : {L"0x2", L"0x4", L"0x20", L"0x10000", L"0x40000", L"0x80000", L"KW",
                               L"KA", L"GW", L"GA", L"0x2000000"}) {
    for (const wchar_t* who : {L"WD", L"BU", L"AU", L"IU", L"PU", L"CO", L"LS", L"NS", L"AC",
                               L"S-1-3-4", L"S-1-5-21-1-2-3-1001", L"S-1-5-80-1-2-3-4-5"}) {
      const std::wstring text = std::wstring(L"O:BAD:P(A;;KA;;;BA)(A;;") + right + L";;;" + who;
      CAPTURE(text);
      CHECK(!isTrusted(text + L")"));
    }
  }
}

TEST_CASE("A key without a list of who may what, or with a list of another kind, is not trusted") {
  Descriptor none(L"O:BAD:P(A;;KA;;;BA)");
  SECURITY_DESCRIPTOR absolute{};
  REQUIRE(InitializeSecurityDescriptor(&absolute, SECURITY_DESCRIPTOR_REVISION));
  PSID owner = nullptr;
  BOOL isDefault = FALSE;
  REQUIRE(GetSecurityDescriptorOwner(none.get(), &owner, &isDefault));
  REQUIRE(SetSecurityDescriptorOwner(&absolute, owner, FALSE));
  CHECK(!isForAdministratorsAlone(&absolute));
  REQUIRE(SetSecurityDescriptorDacl(&absolute, TRUE, nullptr, FALSE));
  CHECK(!isForAdministratorsAlone(&absolute));

  for (const int kind : {ACCESS_ALLOWED_COMPOUND_ACE_TYPE, ACCESS_ALLOWED_OBJECT_ACE_TYPE,
                         ACCESS_ALLOWED_CALLBACK_ACE_TYPE, 0x7F}) {
    const Descriptor strange(L"O:BAD:P(A;;KR;;;BA)");
    ACL* list = nullptr;
    BOOL isPresent = FALSE;
    REQUIRE(GetSecurityDescriptorDacl(strange.get(), &isPresent, &list, &isDefault));
    void* ace = nullptr;
    REQUIRE(GetAce(list, 0, &ace));
    static_cast<ACE_HEADER*>(ace)->AceType = static_cast<BYTE>(kind);
    CHECK(!isForAdministratorsAlone(strange.get()));
  }
}

TEST_CASE("From a key that others may change nothing is read, and nothing is written there") {
  const Place made;
  CHECK(openSettableLastingPlace()->writeSettings(kSome, false));
  const Descriptor open(L"O:BAD:P(A;;KA;;;BA)(A;;KA;;;WD)");
  REQUIRE(RegSetKeySecurity(openKey().get(), OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION,
                            open.get()) == ERROR_SUCCESS);
  const PlaceContent content = readNow();
  CHECK(content.problem == PlaceProblem::notTrusted);
  CHECK(!content.settings.has_value());
  CHECK(!openSettableLastingPlace()->writeSettings(kOthers, false));
  CHECK(!openSettableLastingPlace()->writeStatus(kOthers));
}

TEST_CASE("A key that leads to another one is not trusted, and stays a link") {
  const test::TestRegistry registry;
  const Link link;
  CHECK(readNow().problem == PlaceProblem::notTrusted);
  CHECK(!openSettableLastingPlace()->writeSettings(kSome, false));
  CHECK(makeLastingKey());
  CHECK(readNow().problem == PlaceProblem::notTrusted);
}

TEST_CASE("A process is told from another one with its number by when it started") {
  const DWORD own = GetCurrentProcessId();
  const auto startedAt = processStartedAt(own);
  REQUIRE(startedAt.has_value());
  CHECK(isKeeperProcess(own, *startedAt));
  CHECK(!isKeeperProcess(own, *startedAt + 1));
  CHECK(!isKeeperProcess(0, 0));
  CHECK(!processStartedAt(0).has_value());
}
