// SPDX-License-Identifier: MIT
// Drivers of adapters by a registry of the test's own, which stands in the place of the computer's.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>

#include "stack/windows/windows_stack.h"
#include "windows_test_table.h"

namespace interface_panel {
namespace {

using test::WindowsTestTable;

/// HKEY_LOCAL_MACHINE of this process, as long as this lives: empty but for what is listed.
class RegistryOfTest {
 public:
  RegistryOfTest() {
    REQUIRE(::RegCreateKeyExW(HKEY_CURRENT_USER, kPlace, 0, nullptr, REG_OPTION_NON_VOLATILE,
                              KEY_ALL_ACCESS, nullptr, &root_, nullptr) == ERROR_SUCCESS);
    REQUIRE(::RegOverridePredefKey(HKEY_LOCAL_MACHINE, root_) == ERROR_SUCCESS);
  }
  RegistryOfTest(const RegistryOfTest&) = delete;
  RegistryOfTest& operator=(const RegistryOfTest&) = delete;
  ~RegistryOfTest() {
    ::RegOverridePredefKey(HKEY_LOCAL_MACHINE, nullptr);
    ::RegCloseKey(root_);
    ::RegDeleteTreeW(HKEY_CURRENT_USER, kPlace);
  }

  /// A value of the adapter that Windows has installed as the `number`th.
  void list(const std::wstring& number, const WCHAR* name, const std::wstring& value) {
    const std::wstring key = kNetClass + number;
    REQUIRE(::RegSetKeyValueW(root_, key.c_str(), name, REG_SZ, value.c_str(),
                              static_cast<DWORD>((value.size() + 1) * sizeof(WCHAR))) ==
            ERROR_SUCCESS);
  }
  void listAdapter(const std::wstring& number, const std::wstring& guid,
                   const std::wstring& driver) {
    list(number, L"NetCfgInstanceId", guid);
    list(number, L"ComponentId", driver);
  }

 private:
  static constexpr const WCHAR* kPlace = L"Software\\Interface Panel test registry";
  static constexpr const WCHAR* kNetClass =
      L"SYSTEM\\CurrentControlSet\\Control\\Class\\{4d36e972-e325-11ce-bfc1-08002be10318}\\";

  HKEY root_ = nullptr;
};

std::u16string driverOf(IpStack& stack, std::uint64_t luid) {
  const auto snapshot = stack.snapshot();
  REQUIRE(snapshot);
  const auto& adapters = snapshot.value().adapters;
  const auto found = std::find_if(adapters.begin(), adapters.end(),
                                  [luid](const Adapter& each) { return each.luid == luid; });
  REQUIRE(found != adapters.end());
  return found->driver;
}

const std::wstring kEthernetGuid = L"{1C0FFEEC-ABCD-1234-A001-02030405060F}";

}  // namespace

TEST_CASE("an adapter has the driver that the registry lists for its GUID, in any case") {
  RegistryOfTest registry;
  registry.listAdapter(L"0001", L"{00000000-ABCD-1234-A001-02030405060F}", L"wintun");
  registry.listAdapter(L"0012", L"{1c0ffeec-abcd-1234-a001-02030405060f}",
                       L"PCI\\VEN_8086&DEV_15B8");
  const WindowsTestTable table;
  const auto stack = makeWindowsStack(table.api());
  CHECK(driverOf(*stack, WindowsTestTable::kEthernet) == u"PCI\\VEN_8086&DEV_15B8");
  CHECK(driverOf(*stack, WindowsTestTable::kLoopback).empty());
}

TEST_CASE("what is half listed, or overlong, is no driver, and hides no other") {
  RegistryOfTest registry;
  registry.list(L"0001", L"ComponentId", L"nobody");
  registry.listAdapter(L"0002", std::wstring(300, L'x'), L"overlong GUID");
  registry.listAdapter(L"0003", kEthernetGuid, L"tap0901");
  registry.list(L"Properties", L"Other", L"value");
  const WindowsTestTable table;
  const auto stack = makeWindowsStack(table.api());
  CHECK(driverOf(*stack, WindowsTestTable::kEthernet) == u"tap0901");
  registry.listAdapter(L"0003", kEthernetGuid, std::wstring(300, L'y'));
  CHECK(driverOf(*makeWindowsStack(table.api()), WindowsTestTable::kEthernet).empty());
}

TEST_CASE("a computer without the list has adapters all the same") {
  const RegistryOfTest registry;
  const WindowsTestTable table;
  const auto stack = makeWindowsStack(table.api());
  CHECK(driverOf(*stack, WindowsTestTable::kEthernet).empty());
}

TEST_CASE("the registry is read again for a new adapter alone") {
  RegistryOfTest registry;
  registry.listAdapter(L"0001", kEthernetGuid, L"first");
  WindowsTestTable table;
  const auto stack = makeWindowsStack(table.api());
  CHECK(driverOf(*stack, WindowsTestTable::kEthernet) == u"first");
  registry.listAdapter(L"0001", kEthernetGuid, L"second");
  CHECK(driverOf(*stack, WindowsTestTable::kEthernet) == u"first");
  table.adapter(WindowsTestTable::kVpn).InterfaceGuid.Data1 = 0xADA0;
  CHECK(driverOf(*stack, WindowsTestTable::kEthernet) == u"second");
}

}  // namespace interface_panel
