// SPDX-License-Identifier: MIT
#include "keeper/windows/interface_notices.h"

#include <cstddef>
#include <utility>

namespace interface_panel {
namespace {

/// More rows than that are not told apart while nobody takes the news.
constexpr std::size_t kMostRows = 4096;

}  // namespace

InterfaceNotices::InterfaceNotices(const IpHelperApi& api)
    : api_(api), event_(CreateEventW(nullptr, TRUE, FALSE, nullptr)) {
  // Nothing is told of those that are there: the keeper looks at them once it listens.
  const DWORD code =
      api_.notifyIpInterfaceChange(AF_UNSPEC, &onChange, this, FALSE, &subscription_);
  isListening_ = event_.valid() && code == NO_ERROR;
}

// It waits for callbacks in flight.
InterfaceNotices::~InterfaceNotices() {
  // Wine subscribes nothing and leaves the handle null.
  if (subscription_ != nullptr) api_.cancelMibChangeNotify2(subscription_);
}

KeeperNews InterfaceNotices::take() {
  const std::lock_guard lock(mutex_);
  ResetEvent(event_.get());
  return std::exchange(news_, {});
}

// The row belongs to iphlpapi and holds nothing but its key. Runs on a thread of the system's pool,
// which no exception may leave: without memory the process ends, and is started anew.
void WINAPI InterfaceNotices::onChange(void* context, MIB_IPINTERFACE_ROW* row,
                                       MIB_NOTIFICATION_TYPE type) noexcept {
  if (row == nullptr) return;
  const IpInterfaceKey key{row->InterfaceLuid.Value, static_cast<Family>(row->Family)};
  static_cast<InterfaceNotices*>(context)->note(key, type);
}

void InterfaceNotices::note(const IpInterfaceKey& key, MIB_NOTIFICATION_TYPE type) {
  const std::lock_guard lock(mutex_);
  // Nobody tells of a new name, which an adapter may get while its first IP interface is set up.
  news_.adapters = true;
  if (type == MibParameterNotification) {
    news_.rows.emplace(luidIndex(key.luid), key.family);
  } else {
    news_.renewed.insert(key);
  }
  if (news_.rows.size() + news_.renewed.size() > kMostRows) {
    news_.ofAll = true;
    news_.rows.clear();
  }
  SetEvent(event_.get());
}

}  // namespace interface_panel
