// SPDX-License-Identifier: MIT
#include "stack/linux/sysctl_directory.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <utility>

#include "stack/linux/posix_error.h"

namespace interface_panel {

Result<SysctlDirectory> SysctlDirectory::open(NetlinkSocket& route, const std::string& base,
                                              const LinkIdentity& identity) {
  std::string path = "/proc/sys/net/" + base + "/" + identity.name;
  FileDescriptor directory(::open(path.c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  if (!directory.valid()) return posixError(errno, path);
  const auto link = readLinkByIndex(route, identity.index);
  if (!link) return link.error();
  // Whose folder it is is a matter of index and name; the hardware address may change any time.
  if (link->name != identity.name) return posixError(ENODEV, path);
  return SysctlDirectory(std::move(directory), std::move(path));
}

Result<std::int64_t> SysctlDirectory::read(const std::string& file) const {
  const std::string name = path_ + "/" + file;
  const FileDescriptor descriptor(
      ::openat(directory_.get(), file.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
  if (!descriptor.valid()) return posixError(errno, name);
  std::array<char, 64> text{};
  const ssize_t length = ::read(descriptor.get(), text.data(), text.size());
  if (length < 0) return posixError(errno, name);
  std::int64_t value = 0;
  const char* end = text.data() + length;
  const auto parsed = std::from_chars(text.data(), end, value);
  if (parsed.ec != std::errc() || (parsed.ptr != end && *parsed.ptr != '\n')) {
    return posixError(EBADMSG, name);
  }
  return value;
}

Result<Done> SysctlDirectory::write(const std::string& file, std::int64_t value) const {
  const std::string name = path_ + "/" + file;
  const FileDescriptor descriptor(
      ::openat(directory_.get(), file.c_str(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC));
  if (!descriptor.valid()) return posixError(errno, name);
  const std::string text = std::to_string(value);
  const ssize_t length = ::write(descriptor.get(), text.data(), text.size());
  if (length < 0) return posixError(errno, name);
  if (static_cast<std::size_t>(length) != text.size()) return posixError(EIO, name);
  return Done{};
}

}  // namespace interface_panel
