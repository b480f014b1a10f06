// SPDX-License-Identifier: MIT
#include "stack/windows/adapter_drivers.h"

#include <windows.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <type_traits>

namespace interface_panel {
namespace {

constexpr const WCHAR* kNetClass =
    L"SYSTEM\\CurrentControlSet\\Control\\Class\\{4D36E972-E325-11CE-BFC1-08002BE10318}";

/// The longest name of a key, and more than a GUID or a component's name takes.
using Text = std::array<WCHAR, 256>;

struct KeyCloser {
  void operator()(HKEY key) const { ::RegCloseKey(key); }
};
using Key = std::unique_ptr<std::remove_pointer_t<HKEY>, KeyCloser>;

std::u16string_view textOf(const Text& text) {
  return {reinterpret_cast<const char16_t*>(text.data()),
          std::char_traits<WCHAR>::length(text.data())};
}

/// Empty where the value is not there, is no text, may not be read, or is too long.
std::u16string readText(const Key& key, const Text& subkey, const WCHAR* value) {
  Text text{};
  DWORD bytes = sizeof text;
  const LSTATUS status =
      ::RegGetValueW(key.get(), subkey.data(), value, RRF_RT_REG_SZ, nullptr, text.data(), &bytes);
  return status == ERROR_SUCCESS ? std::u16string(textOf(text)) : std::u16string();
}

/// As guidText writes it. Anything else than a GUID may become anything.
std::string guidOf(std::u16string_view text) {
  std::string guid;
  for (const char16_t unit : text) {
    const bool small = unit >= u'a' && unit <= u'f';
    guid += static_cast<char>(small ? unit - u'a' + u'A' : unit);
  }
  return guid;
}

/// Drivers by the GUIDs of their adapters. Windows keeps some keys of the class to itself.
std::map<std::string, std::u16string> readNetClass() {
  std::map<std::string, std::u16string> drivers;
  HKEY opened = nullptr;
  if (::RegOpenKeyExW(HKEY_LOCAL_MACHINE, kNetClass, 0, KEY_READ, &opened) != ERROR_SUCCESS) {
    return drivers;
  }
  const Key key(opened);
  Text subkey{};
  for (DWORD place = 0;; ++place) {
    DWORD length = static_cast<DWORD>(subkey.size());
    if (::RegEnumKeyExW(key.get(), place, subkey.data(), &length, nullptr, nullptr, nullptr,
                        nullptr) != ERROR_SUCCESS) {
      return drivers;
    }
    const std::u16string guid = readText(key, subkey, L"NetCfgInstanceId");
    if (!guid.empty()) drivers[guidOf(guid)] = readText(key, subkey, L"ComponentId");
  }
}

}  // namespace

void AdapterDrivers::fillIn(std::vector<Adapter>& adapters) {
  const bool allKnown = std::all_of(adapters.begin(), adapters.end(), [this](const Adapter& one) {
    return byGuid_.contains(one.guid);
  });
  if (!allKnown) byGuid_ = readNetClass();
  // One that the list does not have is known from now on.
  for (Adapter& adapter : adapters) adapter.driver = byGuid_[adapter.guid];
}

}  // namespace interface_panel
