// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <string>

#include "helper/linux/capabilities.h"
#include "in_child.h"

using namespace interface_panel;

namespace {

/// 1 << CAP_NET_ADMIN, as /proc writes it.
const std::string kNetAdmin = "0000000000001000";
const std::string kNone = "0000000000000000";

std::string statusLine(const std::string& name) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.rfind(name + ":\t", 0) == 0) return line.substr(name.size() + 2);
  }
  return {};
}

}  // namespace

TEST_CASE("CAP_NET_ADMIN alone is kept, in the effective and permitted sets alone") {
  REQUIRE(hasNetAdmin());
  CHECK(inChild([] {
    return keepNetAdminOnly() && statusLine("CapEff") == kNetAdmin &&
           statusLine("CapPrm") == kNetAdmin && statusLine("CapInh") == kNone &&
           statusLine("CapAmb") == kNone && statusLine("CapBnd") == kNetAdmin;
  }));
}

TEST_CASE("Without CAP_NET_ADMIN there is nothing to keep") {
  CHECK(inChild(
      [] { return setresuid(65534, 65534, 65534) == 0 && !hasNetAdmin() && !keepNetAdminOnly(); }));
}
