// SPDX-License-Identifier: MIT
#include "helper/linux/peer.h"

#include <sys/socket.h>
#include <unistd.h>

#include <charconv>
#include <cstdlib>

namespace interface_panel {
namespace {

/// Of whatever family: SO_PEERCRED names a process on Unix sockets alone.
bool isSeqpacketSocket(int descriptor) {
  int type = 0;
  socklen_t size = sizeof type;
  return getsockopt(descriptor, SOL_SOCKET, SO_TYPE, &type, &size) == 0 && type == SOCK_SEQPACKET;
}

/// The user this process runs for; none if what pkexec should have set is not what it sets.
std::optional<std::uint32_t> userServed() {
  const char* caller = std::getenv("PKEXEC_UID");
  if (caller == nullptr) return getuid();
  return geteuid() == 0 ? parseUserId(caller) : std::nullopt;
}

}  // namespace

std::optional<std::uint32_t> parseUserId(std::string_view text) {
  std::uint32_t user = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), user);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole ? std::optional(user) : std::nullopt;
}

bool isApp(int descriptor, std::uint32_t appProcess) {
  if (!isSeqpacketSocket(descriptor)) return false;
  ucred maker{};
  socklen_t size = sizeof maker;
  if (getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &maker, &size) != 0) return false;
  const auto app = static_cast<pid_t>(appProcess);
  return app > 0 && maker.pid == app && getppid() == app && userServed() == maker.uid;
}

}  // namespace interface_panel
