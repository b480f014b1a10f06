// SPDX-License-Identifier: MIT
#pragma once

#include <mutex>

#include "channel/windows/handle.h"
#include "keeper/keeper_news.h"
#include "stack/windows/ip_helper_api.h"

namespace interface_panel {

/// Hears of IP interfaces that come, go and change (NotifyIpInterfaceChange). Windows tells of no
/// change of an MTU, and of no adapter without an IP interface.
class InterfaceNotices {
 public:
  explicit InterfaceNotices(const IpHelperApi& api);
  InterfaceNotices(const InterfaceNotices&) = delete;
  InterfaceNotices& operator=(const InterfaceNotices&) = delete;
  ~InterfaceNotices();

  [[nodiscard]] bool valid() const { return isListening_; }
  /// Signalled while there is news.
  [[nodiscard]] HANDLE event() const { return event_.get(); }

  /// What was told since the last call.
  KeeperNews take();

 private:
  static void WINAPI onChange(void* context, MIB_IPINTERFACE_ROW* row,
                              MIB_NOTIFICATION_TYPE type) noexcept;
  void note(const IpInterfaceKey& key, MIB_NOTIFICATION_TYPE type);

  const IpHelperApi api_;
  const Handle event_;
  HANDLE subscription_ = nullptr;
  bool isListening_ = false;

  std::mutex mutex_;
  KeeperNews news_;
};

}  // namespace interface_panel
