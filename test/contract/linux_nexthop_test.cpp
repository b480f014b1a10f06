// SPDX-License-Identifier: MIT
// Routes by nexthop objects (ip-nexthop(8)). The witness is `ip route` with nexthop_compat_mode=1,
// where the kernel itself tells the way that an object leads.
#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <linux/rtnetlink.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "linux_network.h"
#include "stack/linux/linux_stack.h"
#include "stack_under_test.h"

namespace interface_panel {
namespace {

constexpr const char* kObjects =
    "ip nexthop add id 1 via 10.0.0.1 dev v0 && ip nexthop add id 2 via 10.0.1.1 dev v1 && "
    "ip nexthop add id 3 dev v1 && ip nexthop add id 4 via 10.9.9.9 dev v0 onlink && "
    "ip nexthop add id 5 blackhole && ip nexthop add id 6 group 1/2,3/4 && "
    "ip nexthop add id 7 group 2 && ip nexthop add id 8 group 5 && "
    "ip nexthop add id 61 via fd00:0::1 dev v0 && ip nexthop add id 62 via fd00:1::1 dev v1 && "
    "ip -6 nexthop add id 63 dev v1 && ip nexthop add id 64 group 61,9/62,5 && "
    "ip -6 nexthop add id 65 blackhole";

constexpr const char* kRoutes =
    "for id in 1 2 3 4 5 6 7 8 61 64; do ip route add 10.7.$id.0/24 nhid $id; done && "
    "ip route add default nhid 6 metric 7 && "
    "for id in 61 62 63 64 65; do ip -6 route add fd07:$id::/64 nhid $id; done && "
    "ip -6 route add default nhid 64 metric 7";

void tellWays(bool tell) {
  shell(std::string("sysctl -qw net.ipv4.nexthop_compat_mode=") + (tell ? "1" : "0"));
}

Snapshot look() {
  auto snapshot = makeLinuxStack()->snapshot();
  REQUIRE(snapshot.ok());
  return std::move(snapshot.value());
}

std::string text(const IpAddress& address) {
  std::array<char, INET6_ADDRSTRLEN> buffer{};
  const int family = address.family == Family::ipv4 ? AF_INET : AF_INET6;
  return ::inet_ntop(family, address.bytes.data(), buffer.data(), buffer.size());
}

std::string text(const IpPrefix& prefix) {
  if (prefix.prefixLength == 0) return "default";
  return text(prefix.address) + "/" + std::to_string(prefix.prefixLength);
}

/// Routes in the words of `ip route`.
class Words {
 public:
  explicit Words(const Snapshot& snapshot) {
    for (const Adapter& adapter : snapshot.adapters) {
      names_[adapter.luid] = std::string(adapter.alias.begin(), adapter.alias.end());
    }
  }

  [[nodiscard]] std::string of(const Route& route) const {
    std::string words = route.type == RTN_BLACKHOLE ? "blackhole " : "";
    words += text(route.destination) + " nhid " + std::to_string(route.nexthopId) +
             way(route.family, route.luid, route.nextHop) + state(route.flags);
    for (const RouteHop& hop : route.hops) {
      words += " nexthop" + way(route.family, hop.luid, hop.nextHop) + " weight " +
               std::to_string(hop.weight) + state(hop.flags);
    }
    return words;
  }

 private:
  [[nodiscard]] std::string way(Family family, std::uint64_t luid, const IpAddress& nextHop) const {
    std::string words;
    if (nextHop != IpAddress{.family = family}) {
      words += nextHop.family == family ? " via " : " via inet6 ";
      words += text(nextHop);
    }
    if (luid != 0) words += " dev " + names_.at(luid);
    return words;
  }

  static std::string state(std::uint32_t flags) {
    return (flags & RTNH_F_ONLINK) != 0 ? " onlink" : "";
  }

  std::map<std::uint64_t, std::string> names_;
};

std::string sorted(const std::string& lines) {
  std::set<std::string> all;
  std::istringstream input(lines);
  for (std::string line; std::getline(input, line);) all.insert(line);
  std::string result;
  for (const std::string& line : all) result += line + "\n";
  return result;
}

/// What a snapshot shows of the routes by nexthop objects.
std::string shown() {
  const Snapshot snapshot = look();
  const Words words(snapshot);
  std::string lines;
  for (const Route& route : snapshot.routes) {
    if (route.nexthopId != 0) lines += words.of(route) + "\n";
  }
  return sorted(lines);
}

/// What `ip` shows of them. A route that drops is the loopback's to the kernel, and nobody's to us.
std::string witnessed() {
  static const std::regex unread(R"( (metric \d+|pref medium)(?= |$))");
  static const std::regex dropping(R"(^(blackhole .*) dev lo)");
  std::istringstream input(
      shell("(ip -o -4 route; ip -o -6 route) | grep ' nhid ' | "
            "tr -d '\\\\' | tr '\\t' ' ' | sed -e 's/  */ /g' -e 's/ $//'"));
  std::string lines;
  for (std::string line; std::getline(input, line);) {
    line = std::regex_replace(line, unread, "");
    lines += std::regex_replace(line, dropping, "$1") + "\n";
  }
  return sorted(lines);
}

TEST_CASE(
    "routes by nexthop objects lead the way of their objects, whether the kernel tells or not") {
  LinuxNetwork network;
  shell(kObjects);
  shell(kRoutes);
  tellWays(true);
  const std::string witness = witnessed();
  REQUIRE(std::ranges::count(witness, '\n') == 17);
  CHECK(difference(witness, shown()) == "");
  tellWays(false);
  CHECK(difference(witness, shown()) == "");
}

TEST_CASE("a default route by a nexthop object that drops is one that drops") {
  LinuxNetwork network;
  shell("ip nexthop add id 5 blackhole && ip route add default nhid 5 metric 7");
  for (const bool tell : {true, false}) {
    tellWays(tell);
    CHECK(shown() == "blackhole default nhid 5\n");
  }
}

TEST_CASE("default routes of any link are left alone where a nexthop object leads everywhere") {
  LinuxNetwork network;
  shell(kObjects);
  shell("ip route add default nhid 1 metric 7");
  tellWays(false);
  const auto stack = makeLinuxStack();
  for (const char* link : {"v0", "v1"}) {
    CAPTURE(link);
    const auto row = stack->ipInterface(network.key(link, Family::ipv4));
    REQUIRE(row.ok());
    const Snapshot snapshot = look();
    const auto same = std::ranges::find_if(
        snapshot.ipInterfaces, [&](const IpInterface& one) { return one.key == row->key; });
    REQUIRE(same != snapshot.ipInterfaces.end());
    for (const auto& refusals : {row->refusals, same->refusals}) {
      CHECK(std::ranges::any_of(refusals, [](const FieldRefusal& refusal) {
        return refusal.field == Field::DisableDefaultRoutes &&
               refusal.reason == Refusal::nexthopObjectDefaultRoute;
      }));
    }
  }
}

TEST_CASE("a watch is told of a nexthop object that leads another way") {
  LinuxNetwork network;
  // The kernel tells of the routes as well otherwise.
  tellWays(false);
  shell("ip nexthop add id 1 via 10.0.0.1 dev v0 && ip route add 10.7.1.0/24 nhid 1");
  const auto stack = makeLinuxStack();
  std::atomic<int> calls = 0;
  const auto watch = stack->watch([&] { ++calls; });
  REQUIRE(watch.ok());
  CHECK(shown() == "10.7.1.0/24 nhid 1 via 10.0.0.1 dev v0\n");
  shell("ip nexthop replace id 1 via 10.0.1.1 dev v1");
  CHECK(eventually([&] { return calls > 0; }));
  CHECK(shown() == "10.7.1.0/24 nhid 1 via 10.0.1.1 dev v1\n");
}

}  // namespace
}  // namespace interface_panel
