// SPDX-License-Identifier: MIT
// Prints a snapshot of the `windows` stack on the system's iphlpapi.dll, for test/windows to
// compare with what another program says about the same computer.
#include <cstdio>

#include "addon/snapshot_json.h"
#include "stack/windows/windows_stack.h"
#include "windows_system_api.h"

using namespace interface_panel;

int main() {
  const auto snapshot = makeWindowsStack(test::systemApiWithIpInterfaces())->snapshot();
  if (!snapshot) {
    std::fprintf(stderr, "%s: %s\n", snapshot.error().call.c_str(), snapshot.error().name.c_str());
    return 1;
  }
  std::puts(snapshotJson(snapshot.value(), "windows").c_str());
  return 0;
}
