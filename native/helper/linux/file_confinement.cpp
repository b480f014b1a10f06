// SPDX-License-Identifier: MIT
#include "helper/linux/file_confinement.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>

#include "lasting/linux/lasting_folder.h"
#include "stack/linux/file_descriptor.h"

namespace interface_panel {
namespace {

/// What landlock_create_ruleset(2) takes, with members that older headers do not have.
struct RulesetAttributes {
  std::uint64_t handledFiles;
  std::uint64_t handledNetwork;
  std::uint64_t scoped;
};

/// Rights by the number of their bit, as the kernel numbers them for all time: 0 to 12 came with
/// the first version, one each with the second, third and fifth.
constexpr std::uint64_t rightsUpTo(unsigned bit) { return (std::uint64_t{2} << bit) - 1; }
constexpr unsigned kMakeSymlink = 12;
constexpr unsigned kRefer = 13;
constexpr unsigned kTruncate = 14;
constexpr unsigned kIoctlDevice = 15;
/// Binding and connecting TCP sockets (fourth version); abstract sockets and signals (sixth).
constexpr std::uint64_t kTcp = 3;
constexpr std::uint64_t kScopes = 3;

constexpr std::uint64_t fileRights(long version) {
  if (version >= 5) return rightsUpTo(kIoctlDevice);
  if (version >= 3) return rightsUpTo(kTruncate);
  return rightsUpTo(version >= 2 ? kRefer : kMakeSymlink);
}

struct Attributes {
  RulesetAttributes values;
  std::size_t size;
};

/// A kernel refuses what it does not know, unless it is shorter.
Attributes attributesFor(long version) {
  const RulesetAttributes all{fileRights(version), version >= 4 ? kTcp : 0,
                              version >= 6 ? kScopes : 0};
  if (version >= 6) return {all, sizeof(all)};
  return {all, (version >= 4 ? 2 : 1) * sizeof(std::uint64_t)};
}

constexpr std::uint64_t kChange = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE;
/// Settings are replaced by a new file that takes the name of the old one.
constexpr std::uint64_t kReplace = kChange | LANDLOCK_ACCESS_FS_READ_DIR |
                                   LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_REMOVE_FILE;
constexpr std::uint64_t kLook = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;

struct Folder {
  const char* path;
  std::uint64_t rights;
};

/// Below /sys/devices a link's own folder tells which links stand on it.
constexpr std::array kFolders{Folder{"/proc/sys/net/ipv4/conf", kChange},
                              Folder{"/proc/sys/net/ipv4/neigh", kChange},
                              Folder{"/proc/sys/net/ipv6/conf", kChange},
                              Folder{"/proc/sys/net/ipv6/neigh", kChange},
                              Folder{"/sys/devices", kLook},
                              Folder{kLastingFolder, kReplace}};

/// A rule holds for a folder that the kernel keeps; of /proc/sys it forgets those that nobody has
/// open, and makes others in their place. So they stay open until the process ends.
std::array<FileDescriptor, kFolders.size()>& keptFolders() {
  static std::array<FileDescriptor, kFolders.size()> folders;
  return folders;
}

bool allow(const FileDescriptor& ruleset, const FileDescriptor& folder, std::uint64_t rights) {
  landlock_path_beneath_attr rule{};
  rule.allowed_access = rights;
  rule.parent_fd = folder.get();
  return syscall(SYS_landlock_add_rule, ruleset.get(), LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
}

bool allowFolders(const FileDescriptor& ruleset) {
  for (std::size_t i = 0; i < kFolders.size(); ++i) {
    FileDescriptor& folder = keptFolders()[i];
    folder = FileDescriptor(open(kFolders[i].path, O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    // A kernel without IPv6 has none of its folders, not everybody mounts sysfs, and where there is
    // no keeper, or a file or a link in the place of its folder, nothing lasts.
    if (!folder.valid() && (errno == ENOENT || errno == ENOTDIR)) continue;
    if (!folder.valid() || !allow(ruleset, folder, kFolders[i].rights)) return false;
  }
  return true;
}

}  // namespace

bool confineFilesToSettings() {
  const long version =
      syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) return true;
  const Attributes attributes = attributesFor(version);
  const FileDescriptor ruleset(static_cast<int>(
      syscall(SYS_landlock_create_ruleset, &attributes.values, attributes.size, 0)));
  return ruleset.valid() && allowFolders(ruleset) &&
         syscall(SYS_landlock_restrict_self, ruleset.get(), 0) == 0;
}

}  // namespace interface_panel
