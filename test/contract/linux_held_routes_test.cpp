// SPDX-License-Identifier: MIT
// Routes that are kept up to date by the kernel's notices, compared with the tables read anew after
// each of many random changes by `ip`.
#include <doctest/doctest.h>
#include <linux/netlink.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "linux_network.h"
#include "stack/linux/held_routes.h"
#include "stack/linux/linux_stack.h"
#include "stack/linux/route_table.h"
#include "stack_under_test.h"

namespace interface_panel {
namespace {

/// Never reads all but for a reason; links are at rest when `ip` has ended.
constexpr HeldRoutesPace kByNotices{
    .settling = {}, .readingPause = 1000000, .longestPause = std::chrono::hours(1)};

NetlinkSocket openRoute() {
  auto socket = NetlinkSocket::open(NETLINK_ROUTE);
  REQUIRE(socket.ok());
  return std::move(socket.value());
}

bool isSameList(const std::vector<Route>& one, const std::vector<Route>& other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(), isSameRow<Route>);
}

/// The list before with the splices' rows of the one after in their places.
std::vector<Route> spliced(const std::vector<Route>& before, const Splices& splices,
                           const std::vector<Route>& after) {
  std::vector<Route> result;
  std::size_t at = 0;
  const auto copy = [&result](const std::vector<Route>& rows, std::size_t begin, std::size_t end) {
    result.insert(result.end(), rows.begin() + static_cast<std::ptrdiff_t>(begin),
                  rows.begin() + static_cast<std::ptrdiff_t>(end));
  };
  for (const Splice& splice : splices) {
    copy(before, at, splice.start);
    copy(after, splice.first, splice.first + splice.added);
    at = splice.start + splice.removed;
  }
  copy(before, at, before.size());
  return result;
}

/// Routes as they are held, beside the kernel's.
class Held {
 public:
  explicit Held(HeldRoutesPace pace = kByNotices) : routes_(pace) {}

  /// Whether what was told of this update leads to the list that is held then.
  bool update() {
    const auto before = rows_;
    const auto splices = routes_.update(route_, luids(), rows_);
    return splices.ok() && isSameList(spliced(before, splices.value(), rows_), rows_);
  }

  /// Whether the list is the kernel's. What the kernel does by itself a moment later is waited for.
  bool isTrue() {
    return eventually(
        [this] {
          REQUIRE(update());
          const auto fresh = readRouteTable(route_, luids());
          return fresh.ok() && isSameList(fresh->rows, rows_);
        },
        std::chrono::seconds(2));
  }

  /// Whether the list is the kernel's after the command, and how often all was read for that.
  bool isTrueAfter(const std::string& command, std::size_t readings) {
    shell(command);
    const std::size_t before = routes_.readings();
    const bool same = isTrue();
    CHECK_MESSAGE(routes_.readings() - before == readings, command);
    return same;
  }

  /// Waits until an update reads nothing.
  bool settles() {
    return eventually(
        [this] {
          const std::size_t before = routes_.readings();
          return update() && routes_.readings() == before;
        },
        std::chrono::seconds(5));
  }

  [[nodiscard]] std::size_t readings() const { return routes_.readings(); }

  /// Links have other LUIDs from now on.
  void renumber() { ++renumbered_; }

 private:
  LuidByIndex luids() {
    const auto links = readLinks(route_);
    REQUIRE(links.ok());
    LuidByIndex luids = luidsOf(links.value());
    for (auto& [index, luid] : luids) luid += renumbered_;
    return luids;
  }

  NetlinkSocket route_ = openRoute();
  std::vector<Route> rows_;
  HeldRoutes routes_;
  std::uint64_t renumbered_ = 0;
};

/// Commands of a batch for ip-route(8), which tells families by their prefixes, about few prefixes
/// that contain each other, in three tables.
class RandomChanges {
 public:
  explicit RandomChanges(unsigned seed) : random_(seed) {}

  std::string next() {
    if (one(40) == 0) return "link set v1 down\nlink set v1 up\n";
    if (one(40) == 0) return "addr add 10.0.1.77/24 dev v1\naddr del 10.0.1.77/24 dev v1\n";
    return one(2) == 0 ? ipv4() : ipv6();
  }

  std::string batch(int commands) {
    std::string all;
    for (int i = 0; i < commands; ++i) all += next();
    return all;
  }

  /// What is known to be told in full.
  std::string plain() {
    const std::string prefix =
        " 10." + std::to_string(one(3) + 60) + "." + std::to_string(one(250)) + ".0/24";
    const std::string way = std::string(" via 10.0.0.") + std::to_string(one(9) + 3);
    return "route " + pick({"add", "replace", "replace", "del"}) + prefix + way + "\n" + "route " +
           pick({"add", "del"}) + " fd60:" + std::to_string(one(99)) + "::/64 dev v0\n";
  }

 private:
  int one(int of) { return static_cast<int>(random_() % static_cast<unsigned>(of)); }
  std::string pick(std::initializer_list<const char*> words) {
    return *(words.begin() + one(static_cast<int>(words.size())));
  }

  std::string verb() {
    return pick({"add", "add", "append", "prepend", "replace", "change", "del", "del", "del"});
  }
  std::string table() { return " table " + pick({"main", "main", "main", "100", "local"}); }
  std::string metric() { return pick({"", "", " metric 5", " metric 7"}); }

  std::string ipv4() {
    const std::string prefix = pick({"10.7.0.0/16", "10.7.0.0/24", "10.7.0.0/32", "10.0.0.0/8",
                                     "10.7.1.0/24", "10.8.0.0/13", "10.6.255.0/24", "172.16.0.0/12",
                                     "224.0.0.0/4", "0.0.0.0/1", "128.0.0.0/1", "default"});
    const std::string way =
        pick({" via 10.0.0.3", " via 10.0.1.3", " dev v0", " dev v1", " via 10.0.0.3 mtu 1400",
              " nexthop via 10.0.0.1 weight 3 nexthop via 10.0.1.1", " nhid 1", " nhid 6",
              " via 10.0.0.3 src 10.0.0.2", " dev v1 proto 42", " via inet6 fd00:0::1 dev v0"});
    const std::string tos = pick({"", "", "", " tos 0x10", " tos 8"});
    if (one(9) == 0) {
      return "route " + verb() + " " + pick({"blackhole", "unreachable", "throw"}) + " " + prefix +
             tos + metric() + table() + "\n";
    }
    return "route " + verb() + " " + prefix + tos + metric() + table() + way + "\n";
  }

  std::string ipv6() {
    const std::string prefix =
        pick({"fd07::/16", "fd07::/32", "fd07::/64", "fd07::/128", "fd07:1::/32", "fd06:8000::/17",
              "fd00::/8", "8000::/1", "::/1", "fd07:8::/29", "::/0"});
    const std::string way =
        pick({" via fd00:0::1", " via fd00:1::1", " dev v0", " dev v1", " via fd00:0::3 mtu 1300",
              " nexthop via fd00:0::1 weight 3 nexthop via fd00:1::1", " nhid 61", " nhid 64",
              " via fd00:0::5 pref high"});
    // Not beside others: a second one without a lifetime makes it last, and nobody is told.
    if (one(20) == 0) return "route " + verb() + " fd77::/64 dev v0 expires 300\n";
    if (one(9) == 0) {
      return "route " + verb() + " " + pick({"blackhole", "unreachable"}) + " " + prefix +
             metric() + table() + "\n";
    }
    if (one(20) == 0) {
      const std::string route = prefix + " from fd09::/16 dev v0\n";
      return "route add " + route + (one(2) == 0 ? ipv4() : "") + "route del " + route;
    }
    return "route " + verb() + " " + prefix + metric() + table() + way + "\n";
  }

  std::mt19937 random_;
};

/// More with CONTRACT_SEEDS.
unsigned seeds() {
  const char* wanted = std::getenv("CONTRACT_SEEDS");
  return wanted == nullptr ? 4U : static_cast<unsigned>(std::atoi(wanted));
}

constexpr const char* kObjects =
    "ip nexthop add id 1 via 10.0.0.1 dev v0 && ip nexthop add id 2 via 10.0.1.1 dev v1 && "
    "ip nexthop add id 6 group 1/2,3 && ip nexthop add id 61 via fd00:0::1 dev v0 && "
    "ip nexthop add id 62 via fd00:1::1 dev v1 && ip nexthop add id 64 group 61,9/62,5";

/// Makes changes of which some are refused.
void make(const std::string& commands) {
  FILE* ip = ::popen("ip -force -batch - >/dev/null 2>&1", "we");
  REQUIRE(ip != nullptr);
  std::fwrite(commands.data(), 1, commands.size(), ip);
  ::pclose(ip);
}

/// So many routes, which take a while to be read.
std::string manyRoutes(const char* verb, int count) {
  std::string commands;
  for (int i = 0; i < count; ++i) {
    commands += std::string("route ") + verb + " 20." + std::to_string(i >> 8) + "." +
                std::to_string(i & 255) + ".0/24 via 10.0.0.1\n";
  }
  return commands;
}

}  // namespace

TEST_CASE("single routes are followed by notices alone") {
  const LinuxNetwork network;
  shell(kObjects);
  shell(
      "ip route add 10.7.0.0/16 via 10.0.0.1 table 100 && ip route add 10.6.0.0/16 nhid 1 && "
      "ip -6 route add fd07::/32 dev v0 && ip -6 route add fd07::/32 dev v0 table 100");
  Held held;
  shell("sysctl -qw net.ipv4.nexthop_compat_mode=0");
  REQUIRE(held.isTrue());
  for (const char* command :
       {"ip route add 10.7.0.0/16 via 10.0.0.3",
        "ip route add 10.7.0.0/24 via 10.0.0.3",
        "ip route add 10.0.0.0/8 dev v1",
        "ip route append 10.7.0.0/16 via 10.0.1.3",
        "ip route prepend 10.7.0.0/16 via 10.0.1.4",
        "ip route replace 10.7.0.0/16 via 10.0.1.5",
        "ip route add 10.7.0.0/16 via 10.0.1.5 metric 9",
        "ip route add 10.7.0.0/16 dev v1 tos 0x10",
        "ip route del 10.7.0.0/16 via 10.0.1.3",
        "ip route add blackhole 10.9.0.0/16",
        "ip route add 10.9.1.0/24 nexthop via 10.0.0.1 nexthop via 10.0.1.1",
        "ip route del 10.9.1.0/24",
        "ip route add 10.9.0.0/24 nhid 6 table 100",
        "ip route del 10.9.0.0/24 table 100",
        "ip route del 10.7.0.0/16 table 100",
        "ip route add 10.7.0.0/16 via 10.0.0.1 table 100",
        "ip -6 route add fd07::/64 dev v1",
        "ip -6 route add fd07::/16 via fd00:0::1",
        "ip -6 route add fd07::/16 via fd00:0::1 metric 3",
        "ip -6 route replace fd07::/16 via fd00:1::1",
        "ip -6 route del fd07::/16 metric 3",
        "ip -6 route add fd08::/16 nexthop via fd00:0::1 nexthop via fd00:1::1",
        "ip -6 route add fd08::/64 nhid 64",
        "ip -6 route del fd08::/64",
        "ip -6 route add unreachable fd09::/64 table 100"}) {
    CHECK_MESSAGE(held.isTrueAfter(command, 0), command);
  }
}

TEST_CASE("the tables are read again when notices do not tell all") {
  const LinuxNetwork network;
  shell(kObjects);
  shell(
      "ip route add 10.7.0.0/16 via 10.0.1.1 && ip -6 route add fd07::/16 via fd00:0::1 && "
      "ip route add 10.6.0.0/16 nhid 2");
  Held held;
  REQUIRE(held.isTrue());
  for (const char* command :
       {"ip -6 route append fd07::/16 via fd00:1::1", "ip -6 route replace fd07::/16 dev v0",
        "ip -6 route replace fd07::/16 nexthop via fd00:0::1 nexthop via fd00:1::1",
        "ip -6 route del fd07::/16",
        "ip -6 route add fd07::/16 via fd00:0::1 && ip -6 route append fd07::/16 via fd00:1::1",
        "ip -6 route del fd07::/16 via fd00:0::1", "ip route add 10.7.0.0/16 dev v0 table 100",
        "ip nexthop del id 2", "ip link set v1 down", "ip link set v1 up",
        "ip addr add 10.0.0.9/24 dev v0", "ip rule add pref 5 table 100",
        "ip route add default dev v0 metric 7", "sysctl -qw net.ipv4.conf.v0.forwarding=1",
        "ip -6 route add fd07:5::/32 from fd09::/16 dev v0"}) {
    REQUIRE(held.settles());
    const std::size_t before = held.readings();
    shell(command);
    CHECK_MESSAGE(held.isTrue(), command);
    CHECK_MESSAGE(held.readings() > before, command);
  }
}

TEST_CASE("after any random changes the routes held are the kernel's") {
  const LinuxNetwork network;
  shell(kObjects);
  for (unsigned seed = 1; seed <= seeds(); ++seed) {
    RandomChanges changes(seed);
    // With 0 a route by an object tells its number alone.
    shell("sysctl -qw net.ipv4.nexthop_compat_mode=" + std::to_string(seed % 2));
    Held held;
    for (int step = 0; step < 150; ++step) {
      const std::string commands = changes.batch(step % 10 == 0 ? 40 : step % 5 == 4 ? 3 : 1);
      make(commands);
      REQUIRE_MESSAGE(held.isTrue(), "seed " << seed << ", step " << step << ":\n" << commands);
    }
    MESSAGE("read " << held.readings() << " times for 150 steps");
  }
}

TEST_CASE("changes while the tables are read are neither lost nor made twice") {
  const LinuxNetwork network;
  shell(kObjects);
  make(manyRoutes("add", 20000));
  FILE* ip = ::popen("exec ip -force -batch - >/dev/null 2>&1", "we");
  REQUIRE(ip != nullptr);
  std::size_t followed = 0;
  for (unsigned seed = 1; seed <= 60; ++seed) {
    RandomChanges changes(seed);
    std::string commands;
    for (int i = 0; i < 30; ++i) commands += seed % 4 == 0 ? changes.next() : changes.plain();
    Held held;
    std::fwrite(commands.data(), 1, commands.size(), ip);
    std::fflush(ip);
    CHECK(held.update());
    CHECK_MESSAGE(held.isTrue(), "seed " << seed);
    if (held.readings() == 1) ++followed;
  }
  ::pclose(ip);
  // Else nothing was shown.
  CHECK(followed > 0);
  MESSAGE("followed " << followed << " of 60");
}

TEST_CASE("a flood that the kernel does not tell of in full is read") {
  const LinuxNetwork network;
  std::string hops;
  for (int i = 3; i < 150; ++i) hops += " nexthop via 10.0.0." + std::to_string(i);
  make("route add 21.0.0.0/8" + hops + "\n");
  Held held;
  REQUIRE(held.isTrue());
  make(manyRoutes("add", 20000));
  CHECK(held.isTrue());
  make(manyRoutes("del", 19000) + manyRoutes("replace", 500));
  CHECK(held.isTrue());
  // Few enough to follow, and too large to be kept until they are asked for.
  std::string large;
  for (int i = 0; i < 1900; ++i) {
    large += "route add 21." + std::to_string(i >> 8) + "." + std::to_string(i & 255) + ".0/24" +
             hops + "\n";
  }
  REQUIRE(held.settles());
  make(large);
  CHECK(held.isTrue());
}

TEST_CASE("the tables are read again for links of other LUIDs") {
  const LinuxNetwork network;
  Held held;
  REQUIRE(held.isTrue());
  held.renumber();
  CHECK(held.isTrue());
  CHECK(held.readings() == 2);
}

TEST_CASE("an update leaves what a snapshot shows") {
  const LinuxNetwork network;
  const auto stack = makeLinuxStack();
  Snapshot held;
  CHECK(stack->update(held).ok());
  std::this_thread::sleep_for(std::chrono::milliseconds(1100));
  for (const char* command :
       {"true", "ip route add 10.7.0.0/16 dev v0", "ip route del 10.7.0.0/16",
        "ip link set v1 down", "ip route del default dev v0", "ip addr add 10.0.0.9/24 dev v0"}) {
    shell(command);
    CHECK(eventually([&] {
      REQUIRE(stack->update(held).ok());
      const auto fresh = stack->snapshot();
      REQUIRE(fresh.ok());
      const SnapshotDiff diff = diffSnapshots(held, fresh.value());
      return diff.adapters.empty() && diff.ipInterfaces.empty() && diff.unicastAddresses.empty() &&
             diff.routes.empty() && diff.rules.empty() && diff.dnsServers.empty() &&
             diff.ipsecPolicies.empty();
    }));
  }
}

}  // namespace interface_panel
