// SPDX-License-Identifier: MIT
#pragma once

#include <windows.h>

#include "lasting/windows/registry_key.h"

namespace interface_panel::test {

/// What stands in for HKEY_LOCAL_MACHINE, below the real one.
inline constexpr const wchar_t* kTestMachine = L"SOFTWARE\\Interface Panel tests";

/// From now on HKEY_LOCAL_MACHINE is that key to this process, with what is there.
inline void enterTestRegistry() {
  HKEY made = nullptr;
  ::RegCreateKeyExW(HKEY_LOCAL_MACHINE, kTestMachine, 0, nullptr, 0, KEY_ALL_ACCESS, nullptr, &made,
                    nullptr);
  const RegistryKey machine(made);
  ::RegOverridePredefKey(HKEY_LOCAL_MACHINE, made);
}

/// As long as this lives, HKEY_LOCAL_MACHINE is an empty key to this process
/// (RegOverridePredefKey): no test touches the lasting settings of the computer it runs on.
class TestRegistry {
 public:
  TestRegistry() {
    ::RegDeleteTreeW(HKEY_LOCAL_MACHINE, kTestMachine);
    enterTestRegistry();
  }
  TestRegistry(const TestRegistry&) = delete;
  TestRegistry& operator=(const TestRegistry&) = delete;
  ~TestRegistry() {
    ::RegOverridePredefKey(HKEY_LOCAL_MACHINE, nullptr);
    ::RegDeleteTreeW(HKEY_LOCAL_MACHINE, kTestMachine);
  }
};

}  // namespace interface_panel::test
