// SPDX-License-Identifier: MIT
// The elevated helper with a stack that has been taken over: it tries to do more than change IP
// interfaces, and finds everything in order only if the kernel refuses each try.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "fake_stack.h"
#include "helper/helper_kind.h"
#include "lasting/linux/settable_lasting_folder.h"

namespace interface_panel {
namespace {

bool isRefused(long answer) { return answer == -1 && (errno == EPERM || errno == EACCES); }

bool opens(const char* path, int flags) {
  const int descriptor = open(path, flags | O_CLOEXEC, 0600);
  if (descriptor >= 0) close(descriptor);
  return descriptor >= 0;
}

bool cannotOpen(const char* path, int flags) { return !opens(path, flags) && errno == EACCES; }

bool filesAreOutOfReach() {
  return cannotOpen("/tmp/interface-panel-escaped", O_WRONLY | O_CREAT) &&
         cannotOpen("/etc/passwd", O_RDONLY) && cannotOpen("/etc/passwd", O_WRONLY) &&
         cannotOpen("/proc/sys/kernel/core_pattern", O_WRONLY) &&
         cannotOpen("/proc/sys/net/ipv4/ip_forward", O_WRONLY) &&
         isRefused(symlink("/etc/passwd", "/var/lib/interface-panel/escaped")) &&
         isRefused(mkdir("/var/lib/interface-panel/escaped", 0700)) &&
         cannotOpen("/proc/self/mem", O_RDWR) && isRefused(unlink("/etc/motd")) &&
         isRefused(mkdir("/tmp/interface-panel-escaped", 0700));
}

bool settingsAreInReach() {
  return opens("/proc/sys/net/ipv4/conf/lo/forwarding", O_RDWR) &&
         opens("/proc/sys/net/ipv6/neigh/lo/retrans_time_ms", O_RDWR);
}

bool programsAreOutOfReach() {
  std::array<char, 10> path{"/bin/true"};
  std::array<char*, 2> arguments{path.data(), nullptr};
  return isRefused(execv(path.data(), arguments.data())) && isRefused(fork());
}

bool socketsAreOutOfReach() {
  for (const int family : {AF_INET, AF_INET6, AF_UNIX, AF_PACKET}) {
    if (!isRefused(socket(family, SOCK_RAW, 0))) return false;
  }
  return true;
}

bool codeIsOutOfReach() {
  void* code =
      mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return code == MAP_FAILED && errno == EPERM;
}

class EscapingStack : public FakeStack {
 public:
  Result<Refusal> check(const Operation& operation) override {
    const bool confined = filesAreOutOfReach() && settingsAreInReach() && programsAreOutOfReach() &&
                          socketsAreOutOfReach() && codeIsOutOfReach();
    return confined ? FakeStack::check(operation) : Refusal::notAvailable;
  }
};

}  // namespace

HelperKind helperKind() { return {.takesStateFile = false, .needsPrivilege = true}; }

std::unique_ptr<SettableIpStack> makeHelperStack(const HelperArguments&) {
  auto stack = std::make_unique<EscapingStack>();
  stack->values[IpInterfaceKey{.luid = 1U << 24U, .family = Family::ipv4}][Field::NlMtu] = 1500;
  return stack;
}

std::unique_ptr<SettableLastingPlace> openHelperLastingPlace(const HelperArguments&) {
  return openSettableLastingPlace();
}

}  // namespace interface_panel
