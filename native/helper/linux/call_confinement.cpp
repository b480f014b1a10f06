// SPDX-License-Identifier: MIT
#include "helper/linux/call_confinement.h"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <vector>

namespace interface_panel {
namespace {

#ifdef __aarch64__
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_AARCH64;
#else
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_X86_64;
#endif

constexpr std::array kAllowed{
    // The channel and netlink.
    SYS_read,
    SYS_write,
    SYS_writev,
    SYS_close,
    SYS_sendto,
    SYS_sendmsg,
    SYS_recvfrom,
    SYS_recvmsg,
    SYS_bind,
    SYS_getsockopt,
    SYS_setsockopt,
    SYS_getsockname,
    SYS_shutdown,
    SYS_ppoll,
    // The settings of interfaces, as far as Landlock lets it open them; fstat(2) goes by either
    // name.
    SYS_openat,
    SYS_getdents64,
    SYS_lseek,
    SYS_fcntl,
    SYS_newfstatat,
    SYS_fstat,
    SYS_statx,
    // What is to last: a new file, made durable, takes the place of the old one.
    SYS_fchmod,
    SYS_fsync,
    SYS_unlinkat,
    SYS_renameat,
    // Threads that are there already, signals and time.
    SYS_futex,
    SYS_sched_yield,
    SYS_set_robust_list,
    SYS_rseq,
    SYS_rt_sigprocmask,
    SYS_rt_sigaction,
    SYS_rt_sigtimedwait,
    SYS_rt_sigreturn,
    SYS_restart_syscall,
    SYS_clock_gettime,
    SYS_clock_nanosleep,
    SYS_nanosleep,
    SYS_gettid,
    SYS_getpid,
    SYS_tgkill,
    SYS_exit,
    SYS_exit_group,
    // Memory; mmap and mprotect are looked at below.
    SYS_munmap,
    SYS_mremap,
    SYS_madvise,
    SYS_brk,
    SYS_getrandom,
#ifdef SYS_poll
    SYS_poll,
#endif
};

constexpr sock_filter load(std::size_t offset) {
  return BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<std::uint32_t>(offset));
}

/// The lower half of an argument, which holds all of an `int`.
constexpr std::size_t argument(std::size_t number) {
  return offsetof(seccomp_data, args) + number * sizeof(std::uint64_t);
}

constexpr sock_filter answer(std::uint32_t action) { return BPF_STMT(BPF_RET | BPF_K, action); }
constexpr sock_filter kAllow = answer(SECCOMP_RET_ALLOW);
constexpr sock_filter kRefuse = answer(SECCOMP_RET_ERRNO | EPERM);

/// Goes on with the next instruction if what is loaded is `value`, and passes over `others` if not.
constexpr sock_filter ifEqual(std::uint32_t value, std::uint8_t others) {
  return BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, others);
}

constexpr sock_filter ifAnyBit(std::uint32_t bits, std::uint8_t others) {
  return BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, bits, 0, others);
}

/// What a process may do besides what all of them may.
struct Besides {
  std::initializer_list<long> calls;
  std::initializer_list<int> socketFamilies;
};

std::vector<sock_filter> makeFilter(const Besides& besides) {
  std::vector<sock_filter> filter{load(offsetof(seccomp_data, arch)),
                                  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, kArchitecture, 1, 0), kRefuse,
                                  load(offsetof(seccomp_data, nr))};
  const auto add = [&filter](std::initializer_list<sock_filter> instructions) {
    filter.insert(filter.end(), instructions);
  };
  const auto allow = [&add](long call) {
    add({ifEqual(static_cast<std::uint32_t>(call), 1), kAllow});
  };
  for (const long call : kAllowed) allow(call);
  for (const long call : besides.calls) allow(call);
  for (const long call : {SYS_mmap, SYS_mprotect}) {
    add({ifEqual(static_cast<std::uint32_t>(call), 4), load(argument(2)), ifAnyBit(PROT_EXEC, 1),
         kRefuse, kAllow});
  }
  // What comes last may lose the number of the call.
  const auto others = static_cast<std::uint8_t>(2 * besides.socketFamilies.size() + 3);
  add({ifEqual(SYS_socket, others), load(argument(0)), ifEqual(AF_NETLINK, 1), kAllow});
  for (const int family : besides.socketFamilies) {
    add({ifEqual(static_cast<std::uint32_t>(family), 1), kAllow});
  }
  add({kRefuse});
  return filter;
}

/// Linux 4.14 and later say so, where they are built with filters.
bool kernelFilters() {
  const std::uint32_t action = SECCOMP_RET_ERRNO;
  return syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

bool confineCalls(const Besides& besides) {
  if (!kernelFilters()) return true;
  std::vector<sock_filter> filter = makeFilter(besides);
  const sock_fprog program{.len = static_cast<unsigned short>(filter.size()),
                           .filter = filter.data()};
  // Anything else than zero is a failure; a thread that cannot follow is named by its number.
  return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program) == 0;
}

}  // namespace

bool confineCallsToConversation() { return confineCalls({}); }

bool confineCallsToKeeping() {
  return confineCalls({.calls = {SYS_flock}, .socketFamilies = {AF_UNIX}});
}

}  // namespace interface_panel
