// SPDX-License-Identifier: MIT
#include "stack/linux/name_servers.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

namespace interface_panel {
namespace {

constexpr const char* kResolvConf = "/etc/resolv.conf";
constexpr const char* kResolvedUpstream = "/run/systemd/resolve/resolv.conf";
constexpr std::string_view kResolvedStub = "127.0.0.53";

std::vector<NameServer> readFile(const char* path) {
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  return parseResolvConf(text);
}

}  // namespace

std::vector<NameServer> parseResolvConf(std::string_view text) {
  std::vector<NameServer> servers;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string keyword;
    std::string address;
    if (!(words >> keyword >> address) || keyword != "nameserver") continue;
    const auto percent = address.find('%');
    if (percent == std::string::npos) {
      servers.push_back({address, {}});
    } else {
      servers.push_back({address.substr(0, percent), address.substr(percent + 1)});
    }
  }
  return servers;
}

std::vector<NameServer> readNameServers() {
  auto servers = readFile(kResolvConf);
  const bool stub = std::any_of(servers.begin(), servers.end(), [](const NameServer& server) {
    return server.address == kResolvedStub;
  });
  if (!stub) return servers;
  auto upstream = readFile(kResolvedUpstream);
  return upstream.empty() ? servers : upstream;
}

}  // namespace interface_panel
