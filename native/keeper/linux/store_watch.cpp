// SPDX-License-Identifier: MIT
#include "keeper/linux/store_watch.h"

#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

#include "lasting/linux/lasting_files.h"
#include "lasting/linux/lasting_folder.h"

namespace interface_panel {
namespace {

constexpr std::uint32_t kEvents = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
                                  IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF |
                                  IN_ONLYDIR | IN_DONT_FOLLOW;
constexpr std::size_t kBufferBytes = 4096;

FileDescriptor watchFolder() {
  FileDescriptor notify(inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
  const bool watches =
      notify.valid() && inotify_add_watch(notify.get(), kLastingFolder, kEvents) >= 0;
  return watches ? std::move(notify) : FileDescriptor();
}

void addNews(const inotify_event& event, std::string_view name, StoreWatch::News& news) {
  // Without a name it is of the folder.
  const bool isOfFolder = name.empty() && (event.mask & IN_Q_OVERFLOW) == 0;
  if (isOfFolder) news.isOtherFolder = true;
  const bool isOfStore = name == kSettingsFile || name == kOffFile;
  if (isOfStore || (event.mask & IN_Q_OVERFLOW) != 0) news.isChanged = true;
}

}  // namespace

StoreWatch::StoreWatch() : notify_(watchFolder()) {}

StoreWatch::News StoreWatch::take() {
  News news;
  alignas(inotify_event) std::array<char, kBufferBytes> buffer{};
  for (;;) {
    const ssize_t length = ::read(notify_.get(), buffer.data(), buffer.size());
    if (length < 0 && errno == EINTR) continue;
    if (length <= 0) return news;
    for (std::size_t at = 0; at < static_cast<std::size_t>(length);) {
      inotify_event event{};
      std::memcpy(&event, buffer.data() + at, sizeof(event));
      const char* name = event.len == 0 ? "" : buffer.data() + at + sizeof(event);
      addNews(event, name, news);
      at += sizeof(event) + event.len;
    }
  }
}

}  // namespace interface_panel
