// SPDX-License-Identifier: MIT
// What the kernel says of the kind of a link, and whose port it is.
#include <doctest/doctest.h>
#include <linux/if_tun.h>

#include <algorithm>
#include <string>

#include "linux_network.h"
#include "stack/linux/linux_stack.h"
#include "stack_under_test.h"

namespace interface_panel {
namespace {

Adapter adapterNamed(const std::string& name) {
  const auto snapshot = makeLinuxStack()->snapshot();
  REQUIRE(snapshot.ok());
  const std::u16string alias(name.begin(), name.end());
  const auto found = std::ranges::find_if(
      snapshot->adapters, [&](const Adapter& adapter) { return adapter.alias == alias; });
  REQUIRE(found != snapshot->adapters.end());
  return *found;
}

/// The master's name as `ip` has it; empty where there is none.
std::string masterByIp(const std::string& link) {
  return shell("ip -o link show " + link +
               " | sed -n 's/.* master \\([^ ]*\\) .*/\\1/p' | "
               "tr -d '\\n'");
}

TEST_CASE("a port names its master as long as it has one") {
  LinuxNetwork network;
  shell("ip link add name br0 type bridge");
  const std::uint64_t bridge = network.luid("br0");
  CHECK(adapterNamed("v2").master == 0);
  shell("ip link set v2 master br0");
  REQUIRE(masterByIp("v2") == "br0");
  CHECK(adapterNamed("v2").master == bridge);
  CHECK(adapterNamed("br0").luid == bridge);
  CHECK(adapterNamed("br0").master == 0);
  CHECK(adapterNamed("v1").master == 0);
  shell("ip link set v2 nomaster");
  REQUIRE(masterByIp("v2") == "");
  CHECK(adapterNamed("v2").master == 0);
}

TEST_CASE("a tun and a tap are told apart, and from links that are neither") {
  LinuxNetwork network;
  shell("ip link add name br0 type bridge");
  for (const auto& [name, type] : {std::pair{"tun", IFF_TUN}, std::pair{"tap", IFF_TAP}}) {
    CAPTURE(std::string(name));
    const std::string link = std::string(name) + "9";
    shell("ip tuntap add mode " + std::string(name) + " name " + link);
    REQUIRE(shell("ip -d link show " + link).find(std::string("tun type ") + name) !=
            std::string::npos);
    CHECK(adapterNamed(link).linkKind == "tun");
    CHECK(adapterNamed(link).tunType == static_cast<std::uint32_t>(type));
  }
  for (const char* link : {"lo", "v0", "br0"}) {
    CAPTURE(std::string(link));
    CHECK(adapterNamed(link).tunType == 0);
  }
}

TEST_CASE("a link of Linux has no driver to name") {
  LinuxNetwork network;
  CHECK(adapterNamed("v0").driver.empty());
}

}  // namespace
}  // namespace interface_panel
