// SPDX-License-Identifier: MIT
#include "linux_network.h"

#include <net/if.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>

#include "stack/linux/router_solicitor.h"
#include "stack_under_test.h"

namespace interface_panel {
namespace {

[[noreturn]] void giveUp(const std::string& what) {
  std::fprintf(stderr, "contract_linux: %s\n", what.c_str());
  std::exit(1);
}

constexpr std::uint16_t kEthernet = 6;

// DAD and the wait before a first Router Solicitation would make every test seconds longer.
constexpr const char* kQuick =
    "sysctl -qw net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.all.accept_dad=0 "
    "net.ipv6.conf.default.router_solicitation_delay=0";

constexpr const char* kLinks =
    "ip link set lo up && ip link add v2 type veth peer name p2 && "
    "sysctl -qw net.ipv6.conf.v2.disable_ipv6=1 && ip link set p2 up && ip link set v2 up && "
    "for n in 0 1; do ip link set v$n up && ip addr add 10.0.$n.2/24 dev v$n && "
    "ip addr add fd00:$n::2/64 dev v$n; done && "
    "ip route append default via 10.0.0.1 dev v0 metric 100 && "
    "ip route append default via 10.0.1.1 dev v1 metric 100 && "
    "ip -6 route add default via fd00:0::1 dev v0 metric 512";

}  // namespace

std::string shell(const std::string& command) {
  FILE* pipe = ::popen(command.c_str(), "re");
  if (pipe == nullptr) giveUp("popen: " + command);
  std::string output;
  std::array<char, 4096> buffer;
  while (const std::size_t length = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
    output.append(buffer.data(), length);
  }
  if (::pclose(pipe) != 0) giveUp("failed: " + command + "\n" + output);
  return output;
}

LinuxNetwork::LinuxNetwork() {
  std::string folder = "/tmp/contract-XXXXXX";
  if (::mkdtemp(folder.data()) == nullptr) giveUp("mkdtemp");
  folder_ = folder;
  router_ = std::filesystem::path(folder).filename();
  if (::unshare(CLONE_NEWNET | CLONE_NEWNS) != 0) giveUp("unshare: these tests run as root");
  // A sysfs of this namespace, as every process of a computer finds it.
  const bool mounted = ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
                       ::mount("none", "/sys", "sysfs", 0, nullptr) == 0;
  if (!mounted) giveUp("mount: these tests run as root");
  shell("ip netns add " + router_);
  shell(kQuick);
  inRouter(std::string("sh -c '") + kQuick + "'");
  // A neighbour that answers without the router flag loses the routes learnt from it (RFC 4861,
  // 7.2.5): a router that does not forward would vanish some seconds later.
  inRouter("sysctl -qw net.ipv6.conf.all.forwarding=1");
  shell("for n in 0 1; do ip link add v$n type veth peer name p$n netns " + router_ + "; done");
  inRouter(
      "sh -c 'for n in 0 1; do ip link set p$n up && ip addr add 10.0.$n.1/24 dev p$n && "
      "ip addr add fd00:$n::1/64 dev p$n; done'");
  shell(kLinks);
  // Carriers and addresses come up by themselves, a moment later.
  const bool up = eventually([&] {
    const std::string all = shell("ip addr") + inRouter("ip addr");
    return all.find("NO-CARRIER") == std::string::npos &&
           all.find("LOWERLAYERDOWN") == std::string::npos &&
           all.find("tentative") == std::string::npos;
  });
  if (!up) giveUp("the links did not come up");
}

LinuxNetwork::~LinuxNetwork() {
  killRouter();
  shell("ip netns del " + router_);
  shell("rm -rf " + folder_);
}

std::string LinuxNetwork::inRouter(const std::string& command) const {
  return shell("ip netns exec " + router_ + " " + command);
}

void LinuxNetwork::startRouter(const std::string& options) {
  startSilentRouter(options);
  waitForRouter();
}

void LinuxNetwork::startSilentRouter(const std::string& options) {
  const std::string configuration = folder_ + "/radvd.conf";
  std::ofstream(configuration) << "interface p1 { AdvSendAdvert on; MaxRtrAdvInterval 600; "
                               << options << " };\n";
  radvd_ = ::fork();
  if (radvd_ < 0) giveUp("fork");
  if (radvd_ == 0) {
    const std::string pidFile = folder_ + "/radvd.pid";
    ::execlp("ip", "ip", "netns", "exec", router_.c_str(), "radvd", "-n", "-m", "none", "-C",
             configuration.c_str(), "-p", pidFile.c_str(), nullptr);
    ::_exit(127);
  }
}

void LinuxNetwork::waitForRouter() {
  const RouterSolicitor solicitor;
  // Asking again costs nothing: the router may not have been listening yet.
  const bool learnt = eventually([&] {
    (void)solicitor.solicit(index("v1"));
    return eventually([] { return !shell("ip -6 route show default dev v1 proto ra").empty(); },
                      std::chrono::seconds(1));
  });
  if (!learnt) giveUp("no router advertisement arrived");
}

void LinuxNetwork::stopRouter() {
  ::kill(radvd_, SIGTERM);
  ::waitpid(radvd_, nullptr, 0);
  radvd_ = -1;
}

void LinuxNetwork::killRouter() {
  if (radvd_ < 0) return;
  ::kill(radvd_, SIGKILL);
  ::waitpid(radvd_, nullptr, 0);
  radvd_ = -1;
}

std::string LinuxNetwork::witness() const {
  static const std::regex lifetimes("expires [0-9]+sec|(valid|preferred)_lft [0-9]+sec");
  const std::string all = shell(
      "ip -d link; ip -d addr; ip -4 -d route show table all; ip -6 -d route show table all; "
      "ip rule; ip -6 rule; sysctl -a -r '^net\\.' 2>/dev/null");
  return std::regex_replace(all, lifetimes, "lifetime");
}

std::uint32_t LinuxNetwork::index(const std::string& link) const {
  return ::if_nametoindex(link.c_str());
}

std::uint64_t LinuxNetwork::luid(const std::string& link) const {
  return makeLuid(kEthernet, index(link));
}

}  // namespace interface_panel
