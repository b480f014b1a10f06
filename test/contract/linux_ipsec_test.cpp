// SPDX-License-Identifier: MIT
// IPsec policies, with `ip xfrm policy` as the witness.
#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <linux/capability.h>
#include <linux/xfrm.h>
#include <netinet/in.h>
#include <sched.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <regex>
#include <sstream>
#include <string>

#include "linux_network.h"
#include "stack/linux/file_descriptor.h"
#include "stack/linux/linux_stack.h"
#include "stack_under_test.h"

namespace interface_panel {
namespace {

constexpr std::array kPolicies{
    "dir out src 10.0.0.0/24 dst 10.9.0.0/16 priority 100 mark 5 mask 0xff if_id 7 "
    "tmpl src 192.0.2.1 dst 192.0.2.2 proto esp reqid 1 mode tunnel",
    "dir out src 10.0.0.1/32 dst 10.9.0.1/32 priority 3 action block",
    "dir out src 10.0.0.0/24 dst 10.8.0.0/16 priority 4294967295",
    "dir out src fd00::/64 dst ::/0 priority 9 "
    "tmpl proto esp mode transport level use tmpl proto ah",
    "dir out src fd00::/64 dst fd09::/64 "
    "tmpl proto comp mode transport tmpl src fd00::1 dst fd00::2 proto esp mode tunnel",
    "dir out src 10.0.0.0/24 dst 10.1.0.0/16 proto tcp",
    "dir out src 10.0.0.0/24 dst 10.2.0.0/16 proto udp dport 1701",
    "dir out src 10.0.0.0/24 dst 10.3.0.0/16 proto udp sport 1701",
    "dir out src 10.0.0.0/24 dst 10.4.0.0/16 dev v0",
};

/// What is none of those that decide about packets that leave. Not every kernel has the last one.
constexpr const char* kOthers =
    "ip xfrm policy add dir in src 10.9.0.0/16 dst 10.0.0.0/24 && "
    "ip xfrm policy add dir fwd src 10.9.0.0/16 dst 10.0.0.0/24 && "
    "(ip xfrm policy add dir out src 10.0.0.0/24 dst 10.9.0.0/16 ptype sub || true)";

std::string text(const IpPrefix& prefix) {
  std::array<char, INET6_ADDRSTRLEN> buffer{};
  const int family = prefix.address.family == Family::ipv4 ? AF_INET : AF_INET6;
  ::inet_ntop(family, prefix.address.bytes.data(), buffer.data(), buffer.size());
  return buffer.data() + ("/" + std::to_string(prefix.prefixLength));
}

std::string hexadecimal(std::uint32_t number) {
  std::array<char, 16> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "0x%x", number);
  return buffer.data();
}

std::string words(const IpsecPolicy& policy) {
  std::string words = "src " + text(policy.source) + " dst " + text(policy.destination);
  if (policy.limited) words += " limited";
  if (policy.action == XFRM_POLICY_BLOCK) words += " action block";
  words += " priority " + std::to_string(policy.priority);
  if (policy.markMask != 0) {
    words += " mark " + hexadecimal(policy.mark) + "/" + hexadecimal(policy.markMask);
  }
  if (policy.encrypts) words += " tmpl";
  if (policy.tunnel) words += " mode tunnel";
  if (policy.interfaceId != 0) words += " if_id " + hexadecimal(policy.interfaceId);
  return words + "\n";
}

/// What a snapshot shows, in the kernel's order.
std::string shown() {
  const auto snapshot = makeLinuxStack()->snapshot();
  REQUIRE(snapshot.ok());
  std::string all;
  for (const IpsecPolicy& policy : snapshot->ipsecPolicies) all += words(policy);
  return all;
}

/// One line of `ip -o xfrm policy` in the words above.
std::string wordsOfIp(const std::string& line) {
  const auto found = [&](const char* pattern) {
    std::smatch match;
    return std::regex_search(line, match, std::regex(pattern)) ? match.str() : std::string();
  };
  std::string words = found(R"(^src \S+ dst \S+)");
  if (!found(R"(^src \S+ dst \S+ (proto|dev|uid) )").empty()) words += " limited";
  words += found(" action block") + found(R"( priority \d+)");
  for (const char* pattern : {R"(mark \w+/\w+)", "tmpl", "mode tunnel", R"(if_id \w+)"}) {
    const std::string part = found(pattern);
    if (!part.empty()) words += " " + part;
  }
  return words + "\n";
}

std::string witnessed() {
  std::istringstream lines(shell("ip -o xfrm policy list dir out ptype main"));
  std::string all;
  for (std::string line; std::getline(lines, line);) all += wordsOfIp(line);
  return all;
}

void addPolicies() {
  for (const char* policy : kPolicies) shell(std::string("ip xfrm policy add ") + policy);
}

/// A program that talks past all policies, as one that exchanges their keys does.
FileDescriptor socketWithPolicy() {
  FileDescriptor descriptor(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
  xfrm_userpolicy_info policy{};
  policy.sel.family = AF_INET;
  policy.dir = XFRM_POLICY_OUT;
  policy.action = XFRM_POLICY_ALLOW;
  REQUIRE(::setsockopt(descriptor.get(), IPPROTO_IP, IP_XFRM_POLICY, &policy, sizeof(policy)) == 0);
  return descriptor;
}

TEST_CASE("a snapshot has the IPsec policies for packets that leave, and no others") {
  LinuxNetwork network;
  CHECK(shown() == "");
  addPolicies();
  shell(kOthers);
  const FileDescriptor descriptor = socketWithPolicy();
  REQUIRE(shell("ip xfrm policy").find("socket out") != std::string::npos);
  const std::string witness = witnessed();
  REQUIRE(std::ranges::count(witness, '\n') == std::ssize(kPolicies));
  CHECK(difference(witness, shown()) == "");
}

void giveUpCapabilities() {
  __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
  std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> none{};
  ::syscall(SYS_capset, &header, none.data());
}

/// All capabilities, but over nothing that is there already.
void enterUserNamespace() { ::unshare(CLONE_NEWUSER); }

TEST_CASE("who may not ask for IPsec policies has a snapshot without them") {
  LinuxNetwork network;
  addPolicies();
  for (const auto become : {giveUpCapabilities, enterUserNamespace}) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      become();
      const auto snapshot = makeLinuxStack()->snapshot();
      const bool good = snapshot.ok() && snapshot->ipsecPolicies.empty();
      ::_exit(good && !snapshot->routes.empty() ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
  }
}

}  // namespace
}  // namespace interface_panel
