// SPDX-License-Identifier: MIT
// The keeper of Windows with its real loop, locks and registry, on the strict test table.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

// clang-format off
#include <windows.h>
#include <sddl.h>
// clang-format on

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cwchar>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "channel/windows/handle.h"
#include "helper/windows/administrators_lock.h"
#include "keeper/windows/interface_notices.h"
#include "keeper/windows/keeper_calls.h"
#include "keeper/windows/keeper_process.h"
#include "lasting/keeper_process.h"
#include "lasting/keeper_status.h"
#include "lasting/lasting_codec.h"
#include "lasting/windows/lasting_key.h"
#include "lasting/windows/lasting_key_maker.h"
#include "lasting/windows/settable_lasting_key.h"
#include "log/windows/event_log.h"
#include "stack/windows/settable_windows_stack.h"
#include "windows_import_double.h"
#include "windows_test_registry.h"
#include "windows_test_table.h"
#include "windows_wine.h"

namespace interface_panel {

namespace {

test::WindowsTestTable* computer = nullptr;

}  // namespace

IpHelperApi keeperCalls() { return computer->api(); }

namespace {

using test::ImportDouble;
using test::WindowsTestTable;

constexpr auto kPatience = std::chrono::seconds(60);
/// Longer than an IP interface must be quiet, and than a helper is waited for.
constexpr auto kLongEnough = std::chrono::milliseconds(2500);
constexpr std::uint64_t kVpn = WindowsTestTable::kVpn;
constexpr Field kField = Field::DisableDefaultRoutes;

/// Lines of the keeper, to be waited for.
class AwaitedLog final : public Log {
 public:
  void write(LogLevel, const std::string& line) override {
    const std::lock_guard lock(mutex_);
    lines_.push_back(line);
    written_.notify_all();
  }

  /// Whether so many lines with this part have come, or come in time.
  bool has(const std::string& part, long times = 1) {
    std::unique_lock lock(mutex_);
    return written_.wait_for(lock, kPatience, [&] { return countOf(part) >= times; });
  }

  long count(const std::string& part) {
    const std::lock_guard lock(mutex_);
    return countOf(part);
  }

 private:
  [[nodiscard]] long countOf(const std::string& part) const {
    return static_cast<long>(std::ranges::count_if(
        lines_, [&](const std::string& line) { return line.find(part) != std::string::npos; }));
  }

  std::mutex mutex_;
  std::condition_variable written_;
  std::vector<std::string> lines_;
};

std::atomic<ULONGLONG> timePassed = 0;
/// Of the keeper's thread, since it began to listen.
std::atomic<DWORD> keeperThread = 0;
std::atomic<int> timesAwake = 0;

/// A clock that tests put forward.
BOOL WINAPI unbiasedTime(ULONGLONG* now) {
  LARGE_INTEGER ticks{};
  LARGE_INTEGER perSecond{};
  QueryPerformanceCounter(&ticks);
  QueryPerformanceFrequency(&perSecond);
  *now = static_cast<ULONGLONG>(ticks.QuadPart * 10 / perSecond.QuadPart * 1'000'000) + timePassed;
  return TRUE;
}

DWORD WINAPI waitForMultiple(DWORD count, const HANDLE* handles, BOOL all, DWORD timeout) {
  if (GetCurrentThreadId() == keeperThread) ++timesAwake;
  return WaitForMultipleObjectsEx(count, handles, all, timeout, FALSE);
}

void putForward(std::chrono::milliseconds time) {
  timePassed += static_cast<ULONGLONG>(time.count()) * 10'000;
}

LastingSetting setting(std::int64_t value = 1, const char* alias = "Company VPN") {
  return {{alias, 53, {}}, Family::ipv4, kField, value, 0, "anna"};
}

/// An office computer with a place for lasting settings, and a keeper once it is started.
class Office {
 public:
  Office() {
    computer = &table;
    REQUIRE(makeLastingKey());
  }
  ~Office() { stop(); }

  WindowsTestTable table;
  AwaitedLog log;

  void store(const LastingSettings& settings) {
    REQUIRE(openSettableLastingPlace()->writeSettings(encodeSettings(settings), false));
  }

  void start() {
    std::promise<void> listening;
    auto listens = listening.get_future();
    exit_ = std::async(std::launch::async, [this, &listening] {
      return keep(log, stop_.get(), [&listening] {
        keeperThread = GetCurrentThreadId();
        listening.set_value();
      });
    });
    REQUIRE(listens.wait_for(kPatience) == std::future_status::ready);
  }

  KeeperExit stop() {
    if (!exit_.valid()) return KeeperExit::toldToStop;
    SetEvent(stop_.get());
    return exit_.get();
  }

  std::optional<std::int64_t> live(std::uint64_t luid = kVpn) const {
    const auto value =
        makeSettableWindowsStack(table.api())->value({{luid, Family::ipv4}, kField, 0, 0});
    return value ? value.value() : std::nullopt;
  }

  /// Another program's doing.
  void change(BOOLEAN to) {
    table.changeFromOutside(kVpn, Family::ipv4,
                            [to](MIB_IPINTERFACE_ROW& row) { row.DisableDefaultRoutes = to; });
  }

  /// Of the last status: the trouble with the store, and how the first setting stands.
  static StoreTrouble trouble() { return static_cast<StoreTrouble>(status().at(12)); }
  static KeptState state() { return static_cast<KeptState>(status().at(32 + 16)); }
  static bool reaches(KeptState awaited) {
    const auto giveUpAt = std::chrono::steady_clock::now() + kPatience;
    while (status().size() <= 64 || state() != awaited) {
      if (std::chrono::steady_clock::now() > giveUpAt) return false;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return true;
  }

 private:
  static std::vector<std::uint8_t> status() {
    return openLastingPlace()->read().status.value_or(std::vector<std::uint8_t>());
  }

  test::TestRegistry registry_;
  ImportDouble clock_{"QueryUnbiasedInterruptTime", unbiasedTime};
  ImportDouble wait_{"WaitForMultipleObjects", waitForMultiple};
  Handle stop_{CreateEventW(nullptr, TRUE, FALSE, nullptr)};
  std::future<KeeperExit> exit_;
};

void checkNothingIsSet(Office& office) {
  std::this_thread::sleep_for(kLongEnough);
  CHECK(office.live() == 0);
  CHECK(office.table.setCalls == 0);
}

void setOff(DWORD off) {
  HKEY key = nullptr;
  REQUIRE(RegOpenKeyExW(HKEY_LOCAL_MACHINE, kLastingKey, 0, KEY_SET_VALUE, &key) == ERROR_SUCCESS);
  const RegistryKey owned(key);
  REQUIRE(RegSetValueExW(key, L"Off", 0, REG_DWORD, reinterpret_cast<const BYTE*>(&off),
                         sizeof off) == ERROR_SUCCESS);
}

int WINAPI inSafeMode(int which) { return which == SM_CLEANBOOT ? 2 : 0; }

}  // namespace

TEST_CASE("A keeper that starts after the adapter sets what is to last, and tells of it") {
  Office office;
  office.store({setting()});
  office.start();
  CHECK(office.log.has("Company VPN, IPv4, DisableDefaultRoutes: set again from 0 to 1"));
  CHECK(office.live() == 1);
  CHECK(Office::reaches(KeptState::held));
  CHECK(office.stop() == KeeperExit::toldToStop);
  CHECK(office.log.count("set again") == 1);
}

TEST_CASE("One that starts before it sets it once it has come, whatever its GUID and LUID") {
  Office office;
  office.store({setting(1, "Home VPN")});
  office.start();
  CHECK(Office::reaches(KeptState::absent));
  for (const std::uint32_t connection : {0x8101U, 0x8102U}) {
    const std::uint64_t luid = makeLuid(53, connection);
    office.table.plugIn(luid, connection, L"Home VPN");
    office.table.bind(luid, Family::ipv4);
    CHECK(office.log.has("set again", connection - 0x8100U));
    CHECK(office.live(luid) == 1);
    office.table.remove(luid);
  }
}

TEST_CASE("One that is given its name only after its IP interface is known with the next notice") {
  Office office;
  office.store({setting(1, "Home VPN")});
  office.start();
  const std::uint64_t luid = makeLuid(53, 0x8101);
  office.table.plugIn(luid, 0x8101, L"Local Area Connection 5");
  office.table.bind(luid, Family::ipv4);
  std::this_thread::sleep_for(kLongEnough);
  CHECK(office.live(luid) == 0);
  office.table.changeFromOutside(luid, Family::ipv4, [&](MIB_IPINTERFACE_ROW&) {
    std::wmemcpy(office.table.adapter(luid).Alias, L"Home VPN", 9);
  });
  CHECK(office.log.has("set again"));
  CHECK(office.live(luid) == 1);
}

TEST_CASE("An adapter that was disabled and enabled has what lasts, however quickly it was") {
  Office office;
  office.store({setting()});
  office.start();
  CHECK(office.log.has("set again"));
  putForward(kPatience + kPatience);
  office.table.unbind(kVpn, Family::ipv4);
  office.table.bind(kVpn, Family::ipv4);
  CHECK(office.log.has("set again", 2));
  office.table.unbind(kVpn, Family::ipv4);
  CHECK(Office::reaches(KeptState::absent));
  office.table.bind(kVpn, Family::ipv4);
  CHECK(office.log.has("set again", 3));
  CHECK(office.live() == 1);
}

TEST_CASE("A value that somebody changes soon after is set again, and later is left alone") {
  Office office;
  office.store({setting()});
  office.start();
  CHECK(office.log.has("set again"));
  putForward(std::chrono::seconds(10));
  office.change(FALSE);
  CHECK(office.log.has("set again", 2));
  putForward(std::chrono::seconds(90));
  office.change(FALSE);
  CHECK(office.log.has("left alone"));
  CHECK(Office::reaches(KeptState::changed));
  CHECK(office.live() == 0);
}

TEST_CASE("A store that is written while the keeper waits is acted on") {
  Office office;
  office.start();
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  const auto from = std::chrono::steady_clock::now();
  office.store({setting()});
  CHECK(office.log.has("set again"));
  CHECK(std::chrono::steady_clock::now() - from < std::chrono::milliseconds(1500 + 1000));
  office.store({});
  CHECK(office.log.has("Lasting settings: 0"));
  CHECK(office.live() == 1);
}

TEST_CASE("Switched off it does nothing, until it is switched on") {
  Office office;
  office.store({setting()});
  setOff(1);
  office.start();
  CHECK(office.log.has("Switched off by an administrator"));
  checkNothingIsSet(office);
  CHECK(Office::trouble() == StoreTrouble::switchedOff);
  setOff(0);
  CHECK(office.log.has("set again"));
}

TEST_CASE("Of a damaged store nothing is set") {
  Office office;
  auto bytes = encodeSettings({setting()});
  bytes[20] ^= 1U;
  REQUIRE(openSettableLastingPlace()->writeSettings(bytes, false));
  office.start();
  CHECK(office.log.has("are damaged"));
  checkNothingIsSet(office);
  CHECK(Office::trouble() == StoreTrouble::damaged);
}

TEST_CASE("Of a store that others may write nothing is set, until it is for administrators alone") {
  Office office;
  office.store({setting()});
  HKEY key = nullptr;
  REQUIRE(RegOpenKeyExW(HKEY_LOCAL_MACHINE, kLastingKey, 0, KEY_ALL_ACCESS, &key) == ERROR_SUCCESS);
  const RegistryKey owned(key);
  const auto let = [key](const wchar_t* who) {
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    REQUIRE(ConvertStringSecurityDescriptorToSecurityDescriptorW(who, SDDL_REVISION_1, &descriptor,
                                                                 nullptr));
    REQUIRE(RegSetKeySecurity(key, OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION,
                              descriptor) == ERROR_SUCCESS);
    LocalFree(descriptor);
  };
  let(L"O:BAD:P(A;;KA;;;BA)(A;;KA;;;BU)");
  office.start();
  CHECK(office.log.has("are not trusted"));
  checkNothingIsSet(office);
  let(kLastingKeySecurity);
  // Wine tells of no change of rights.
  if (test::runsUnderWine()) setOff(0);
  CHECK(office.log.has("set again"));
}

TEST_CASE("A second keeper ends at once") {
  Office office;
  office.start();
  AwaitedLog log;
  const Handle never(CreateEventW(nullptr, TRUE, FALSE, nullptr));
  CHECK(keep(log, never.get(), [] {}) == KeeperExit::second);
  CHECK(log.count("Another keeper is at work") == 1);
}

TEST_CASE("While a helper is at work nothing is set, and afterwards it is") {
  Office office;
  office.store({setting()});
  AdministratorsLock helper(kWorkLock);
  REQUIRE(helper.tryTake() == WorkLock::Attempt::held);
  office.start();
  checkNothingIsSet(office);
  helper.release();
  CHECK(office.log.has("set again"));
  // It has the lock no longer than it sets.
  CHECK(Office::reaches(KeptState::held));
  CHECK(helper.tryTake() == WorkLock::Attempt::held);
}

TEST_CASE("In safe mode nothing is set, and that is told") {
  Office office;
  const ImportDouble metrics("GetSystemMetrics", inSafeMode);
  office.store({setting()});
  office.start();
  CHECK(office.log.has("safe mode"));
  checkNothingIsSet(office);
  CHECK(Office::trouble() == StoreTrouble::safeMode);
  CHECK(office.stop() == KeeperExit::toldToStop);
}

TEST_CASE("While nothing changes it does not wake") {
  Office office;
  office.store({setting()});
  office.start();
  CHECK(office.log.has("set again"));
  CHECK(Office::reaches(KeptState::held));
  // Past the looks of the minute after an arrival; what is told makes it look at its clock.
  putForward(kPatience + kPatience);
  office.table.notifyIpInterface(kVpn, Family::ipv4, 1);
  std::this_thread::sleep_for(kLongEnough);
  const int before = timesAwake;
  CHECK(before > 0);
  std::this_thread::sleep_for(kLongEnough);
  CHECK(timesAwake == before);
}

TEST_CASE("It gives up every privilege, and hears no more once it has ended") {
  Office office;
  office.start();
  CHECK(office.table.openSubscriptions() == 1);
  HANDLE token = nullptr;
  REQUIRE(OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token));
  const Handle owned(token);
  std::vector<std::uint8_t> buffer(4096);
  DWORD size = 0;
  REQUIRE(GetTokenInformation(token, TokenPrivileges, buffer.data(),
                              static_cast<DWORD>(buffer.size()), &size));
  CHECK(reinterpret_cast<const TOKEN_PRIVILEGES*>(buffer.data())->PrivilegeCount == 0);
  CHECK(office.stop() == KeeperExit::toldToStop);
  CHECK(office.table.openSubscriptions() == 0);
}

TEST_CASE("A key that is deleted is made again, and heard of") {
  // Wine tells of no deletion.
  if (test::runsUnderWine()) return;
  Office office;
  office.start();
  REQUIRE(RegDeleteKeyExW(HKEY_LOCAL_MACHINE, kLastingKey, KEY_WOW64_64KEY, 0) == ERROR_SUCCESS);
  std::this_thread::sleep_for(kLongEnough);
  office.store({setting()});
  CHECK(office.log.has("set again"));
}

namespace {

PIPINTERFACE_CHANGE_CALLBACK callback = nullptr;
void* callbackContext = nullptr;

DWORD WINAPI subscribe(ADDRESS_FAMILY, PIPINTERFACE_CHANGE_CALLBACK told, void* context, BOOLEAN,
                       HANDLE*) {
  callback = told;
  callbackContext = context;
  return NO_ERROR;
}

void tell(std::uint64_t luid, MIB_NOTIFICATION_TYPE type) {
  MIB_IPINTERFACE_ROW row{};
  row.InterfaceLuid.Value = luid;
  row.Family = AF_INET;
  callback(callbackContext, &row, type);
}

}  // namespace

TEST_CASE("Notices that nobody takes stay few, and are told as lost") {
  IpHelperApi api;
  api.notifyIpInterfaceChange = &subscribe;
  InterfaceNotices notices(api);
  REQUIRE(notices.valid());
  for (std::uint32_t index = 0; index < 10'000; ++index) {
    tell(makeLuid(6, index), MibParameterNotification);
  }
  CHECK(WaitForSingleObject(notices.event(), 0) == WAIT_OBJECT_0);
  KeeperNews news = notices.take();
  CHECK(news.ofAll);
  CHECK(news.rows.size() < 5'000);
  CHECK(WaitForSingleObject(notices.event(), 0) == WAIT_TIMEOUT);

  tell(kVpn, MibAddInstance);
  tell(kVpn, MibParameterNotification);
  news = notices.take();
  CHECK_FALSE(news.ofAll);
  CHECK(news.adapters);
  CHECK(news.renewed == std::set<IpInterfaceKey>{{kVpn, Family::ipv4}});
  CHECK(news.rows == std::set<NoticedRow>{{luidIndex(kVpn), Family::ipv4}});
}

namespace {

std::wstring reported;
WORD reportedType = 0;
DWORD reportedEvent = 0;

BOOL WINAPI report(HANDLE, WORD type, WORD, DWORD event, PSID, WORD count, DWORD,
                   const wchar_t** strings, void*) {
  reportedType = type;
  reportedEvent = event;
  reported = count == 1 ? strings[0] : L"";
  return TRUE;
}

}  // namespace

TEST_CASE("An event holds its line as it is, whatever characters those are") {
  const ImportDouble events("ReportEventW", report);
  EventLog log(L"InterfacePanelKeeper");
  log.write(LogLevel::warning, "Z\xC3\xBCrich VPN, IPv4: 100 %1 %%2");
  CHECK(reported == L"Z\u00FCrich VPN, IPv4: 100 %1 %%2");
  CHECK(reportedType == EVENTLOG_WARNING_TYPE);
  CHECK(reportedEvent == 3);
  log.write(LogLevel::info, std::string(70'000, 'x'));
  CHECK(reported.size() == 31'839);
  CHECK(reportedType == EVENTLOG_INFORMATION_TYPE);
  CHECK(reportedEvent == 1);
}

}  // namespace interface_panel
