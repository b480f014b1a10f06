// SPDX-License-Identifier: MIT
#include "helper/linux/capabilities.h"

#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>

namespace interface_panel {
namespace {

using CapabilitySets = std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3>;

constexpr std::uint32_t kNetAdminBit = 1U << CAP_NET_ADMIN;
static_assert(CAP_NET_ADMIN < 32, "CAP_NET_ADMIN lies in the first word of the sets");

__user_cap_header_struct thisThread() { return {.version = _LINUX_CAPABILITY_VERSION_3, .pid = 0}; }

/// The C library has no wrapper for capget(2) and capset(2).
bool readCapabilities(CapabilitySets& sets) {
  __user_cap_header_struct header = thisThread();
  return syscall(SYS_capget, &header, sets.data()) == 0;
}

bool writeCapabilities(const CapabilitySets& sets) {
  __user_cap_header_struct header = thisThread();
  return syscall(SYS_capset, &header, sets.data()) == 0;
}

bool dropFromBoundingSet(unsigned long capability) {
  if (prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) == 0) return true;
  // Without CAP_SETPCAP the bounding set cannot be changed; no_new_privs then keeps what is in it
  // out of reach, because only an exec could have made use of it.
  return errno == EPERM && prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1;
}

/// Walks the capabilities this kernel knows, which may be more than the headers do.
bool emptyBoundingSet() {
  for (unsigned long capability = 0; prctl(PR_CAPBSET_READ, capability, 0, 0, 0) >= 0;
       ++capability) {
    if (capability != CAP_NET_ADMIN && !dropFromBoundingSet(capability)) return false;
  }
  return true;
}

bool holdsNetAdminOnly(const CapabilitySets& sets) {
  return sets[0].effective == kNetAdminBit && sets[0].permitted == kNetAdminBit &&
         sets[0].inheritable == 0 && sets[1].effective == 0 && sets[1].permitted == 0 &&
         sets[1].inheritable == 0;
}

}  // namespace

bool hasNetAdmin() {
  CapabilitySets sets{};
  return readCapabilities(sets) && (sets[0].effective & kNetAdminBit) != 0;
}

bool keepNetAdminOnly() {
  if (!emptyBoundingSet()) return false;
  if (prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0) != 0) return false;
  CapabilitySets kept{};
  kept[0].effective = kNetAdminBit;
  kept[0].permitted = kNetAdminBit;
  CapabilitySets found{};
  return writeCapabilities(kept) && readCapabilities(found) && holdsNetAdminOnly(found);
}

}  // namespace interface_panel
