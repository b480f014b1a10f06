// SPDX-License-Identifier: MIT
#include "log/linux/syslog_socket.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <syslog.h>
#include <unistd.h>

#include <utility>

namespace interface_panel {
namespace {

FileDescriptor connectToSyslog() {
  FileDescriptor descriptor(socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  constexpr sockaddr_un kAddress{.sun_family = AF_UNIX, .sun_path = "/dev/log"};
  const bool connected = connect(descriptor.get(), reinterpret_cast<const sockaddr*>(&kAddress),
                                 sizeof(kAddress)) == 0;
  return connected ? std::move(descriptor) : FileDescriptor();
}

}  // namespace

SyslogSocket::SyslogSocket(std::string program)
    : program_(std::move(program)), socket_(connectToSyslog()) {}

void SyslogSocket::write(LogLevel level, const std::string& line) {
  // Without a time of its own: the system's log notes when it came.
  const int priority = LOG_AUTHPRIV | static_cast<int>(level);
  std::string text;
  text.append("<").append(std::to_string(priority)).append(">").append(program_);
  text.append("[").append(std::to_string(getpid())).append("]: ").append(line);
  (void)send(socket_.get(), text.data(), text.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
}

}  // namespace interface_panel
