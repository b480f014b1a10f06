// SPDX-License-Identifier: MIT
// The keeper on the strict test table in place of iphlpapi.dll, for a whole process where the real
// calls do not exist, or must not be made. Its registry is one of the tests' own, through which
// they change the computer that is made up: its value `VPN` is 1 while the VPN is connected (0 at
// first) and `Others` what another program sets DisableDefaultRoutes of it to. `Live` says what
// that is.
#include <windows.h>

#include <chrono>
#include <optional>
#include <thread>

#include "keeper/windows/keeper_calls.h"
#include "windows_test_registry.h"
#include "windows_test_table.h"

namespace interface_panel {
namespace {

using test::WindowsTestTable;
constexpr std::uint64_t kVpn = WindowsTestTable::kVpn;

std::optional<DWORD> wish(const wchar_t* name) {
  DWORD number = 0;
  DWORD size = sizeof number;
  const LSTATUS status =
      RegGetValueW(HKEY_LOCAL_MACHINE, nullptr, name, RRF_RT_REG_DWORD, nullptr, &number, &size);
  return status == ERROR_SUCCESS ? std::optional(number) : std::nullopt;
}

void tell(DWORD live) {
  RegSetValueExW(HKEY_LOCAL_MACHINE, L"Live", 0, REG_DWORD, reinterpret_cast<const BYTE*>(&live),
                 sizeof live);
}

/// Does what the tests wish, as long as the process lives.
[[noreturn]] void live(WindowsTestTable& table) {
  bool isConnected = false;
  std::optional<DWORD> done;
  for (;;) {
    const bool wanted = wish(L"VPN") == 1U;
    if (wanted && !isConnected) table.bind(kVpn, Family::ipv4);
    if (!wanted && isConnected) table.unbind(kVpn, Family::ipv4);
    isConnected = wanted;
    const auto others = wish(L"Others");
    if (isConnected && others && others != done) {
      table.changeFromOutside(kVpn, Family::ipv4, [&](MIB_IPINTERFACE_ROW& row) {
        row.DisableDefaultRoutes = static_cast<BOOLEAN>(*others);
      });
    }
    done = others;
    if (isConnected) tell(table.ipInterface(kVpn, Family::ipv4).DisableDefaultRoutes);
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
}

}  // namespace

IpHelperApi keeperCalls() {
  // Not before: a service finds its way to the service manager in the computer's own registry.
  test::enterTestRegistry();
  // As long as the process, as its threads do.
  static auto* const table = new WindowsTestTable;
  table->remove(kVpn, Family::ipv4);
  std::thread([] { live(*table); }).detach();
  return table->api();
}

}  // namespace interface_panel
