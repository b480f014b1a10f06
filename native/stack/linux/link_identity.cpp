// SPDX-License-Identifier: MIT
#include "stack/linux/link_identity.h"

#include <sys/stat.h>

namespace interface_panel {
namespace {

std::uint64_t sysfsFolder(const std::string& name) {
  struct stat folder {};
  // Followed: /sys/class/net holds links to the folders of the devices.
  if (::stat(("/sys/class/net/" + name).c_str(), &folder) != 0) return 0;
  return folder.st_ino;
}

}  // namespace

LinkIdentity identityOf(const Link& link) {
  return {link.index, link.name, link.address, sysfsFolder(link.name)};
}

bool sameLink(const LinkIdentity& one, const LinkIdentity& other) {
  if (one.index != other.index) return false;
  if (one.folder != 0 && other.folder != 0) return one.folder == other.folder;
  return one.name == other.name && one.address == other.address;
}

}  // namespace interface_panel
