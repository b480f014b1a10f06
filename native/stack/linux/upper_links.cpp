// SPDX-License-Identifier: MIT
#include "stack/linux/upper_links.h"

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <memory>
#include <string_view>

#include "stack/linux/file_descriptor.h"

namespace interface_panel {
namespace {

constexpr std::string_view kUpper = "upper_";

std::string readLine(int folder, const char* file) {
  const FileDescriptor descriptor(openat(folder, file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  std::array<char, 256> text{};
  const ssize_t length = descriptor.valid() ? read(descriptor.get(), text.data(), text.size()) : 0;
  if (length <= 0) return {};
  const std::string_view line(text.data(), static_cast<std::size_t>(length));
  return std::string(line.substr(0, line.find('\n')));
}

/// As sysfs writes a hardware address.
std::string hexOf(const std::vector<std::uint8_t>& address) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const std::uint8_t byte : address) {
    if (!text.empty()) text += ':';
    text += kDigits[byte >> 4U];
    text += kDigits[byte & 15U];
  }
  return text;
}

/// A program that changed its namespace may still see the folders of the old one.
bool isFolderOf(int folder, const Link& link) {
  return readLine(folder, "ifindex") == std::to_string(link.index) &&
         readLine(folder, "address") == hexOf(link.address);
}

}  // namespace

std::optional<std::vector<std::string>> readUpperLinks(const Link& link) {
  // Followed: /sys/class/net holds links to the folders of the devices.
  const std::string path = "/sys/class/net/" + link.name;
  const int folder = open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return std::nullopt;
  const std::unique_ptr<DIR, int (*)(DIR*)> list(fdopendir(folder), closedir);
  if (!list) {
    close(folder);
    return std::nullopt;
  }
  if (!isFolderOf(folder, link)) return std::nullopt;
  std::vector<std::string> uppers;
  while (const dirent* entry = readdir(list.get())) {
    const std::string_view name = entry->d_name;
    if (name.starts_with(kUpper)) uppers.emplace_back(name.substr(kUpper.size()));
  }
  return uppers;
}

}  // namespace interface_panel
