// SPDX-License-Identifier: MIT
#include "stack/windows/change_watch.h"

#include <mutex>
#include <utility>
#include <vector>

#include "stack/windows/call_error.h"

namespace interface_panel {
namespace {

class ChangeWatch final : public Watch {
 public:
  ChangeWatch(const IpHelperApi& api, std::function<void()> changed)
      : api_(api), changed_(std::move(changed)) {}

  // CancelMibChangeNotify2 waits for callbacks in flight, so it is called with no lock held: one
  // that is about to take the lock must be able to.
  ~ChangeWatch() override {
    for (const HANDLE handle : handles_) api_.cancelMibChangeNotify2(handle);
  }

  Result<Done> start() {
    if (auto done = add(api_.notifyIpInterfaceChange, "NotifyIpInterfaceChange"); !done)
      return done;
    if (auto done = add(api_.notifyRouteChange2, "NotifyRouteChange2"); !done) return done;
    return add(api_.notifyUnicastIpAddressChange, "NotifyUnicastIpAddressChange");
  }

 private:
  template <typename Row>
  using Callback = void(WINAPI*)(void*, Row*, MIB_NOTIFICATION_TYPE);

  template <typename Row>
  Result<Done> add(DWORD(WINAPI* subscribe)(ADDRESS_FAMILY, Callback<Row>, void*, BOOLEAN, HANDLE*),
                   const char* call) {
    HANDLE handle = nullptr;
    const DWORD code = subscribe(AF_UNSPEC, &onChange<Row>, this, FALSE, &handle);
    if (code != NO_ERROR) return callError(code, call);
    // Wine subscribes nothing and leaves the handle null.
    if (handle != nullptr) handles_.push_back(handle);
    return Done{};
  }

  // The row belongs to iphlpapi and holds nothing but its key; a new snapshot tells more, so it is
  // not looked at. Runs on a thread of the system's pool, which no exception may leave.
  template <typename Row>
  static void WINAPI onChange(void* context, Row*, MIB_NOTIFICATION_TYPE) noexcept {
    static_cast<ChangeWatch*>(context)->notify();
  }

  // Callbacks of the three subscriptions overlap, and those of one have been seen to.
  void notify() {
    const std::lock_guard lock(mutex_);
    changed_();
  }

  const IpHelperApi api_;
  const std::function<void()> changed_;
  std::mutex mutex_;
  std::vector<HANDLE> handles_;
};

}  // namespace

Result<std::unique_ptr<Watch>> watchChanges(const IpHelperApi& api, std::function<void()> changed) {
  auto watch = std::make_unique<ChangeWatch>(api, std::move(changed));
  if (const auto started = watch->start(); !started) return started.error();
  return std::unique_ptr<Watch>(std::move(watch));
}

}  // namespace interface_panel
