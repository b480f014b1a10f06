// SPDX-License-Identifier: MIT
#include "stack/windows/windows_stack.h"

#include <utility>

#include "stack/windows/windows_reader.h"

namespace interface_panel {
namespace {

class WindowsStack final : public IpStack {
 public:
  explicit WindowsStack(const IpHelperApi& api) : reader_(api) {}

  Result<Snapshot> snapshot() override { return reader_.snapshot(); }

  Result<IpInterface> ipInterface(const IpInterfaceKey& key) override {
    return reader_.ipInterface(key);
  }

  Result<BestRoute> bestRoute(const IpAddress& destination,
                              const std::optional<IpAddress>& source) override {
    return reader_.bestRoute(destination, source);
  }

  Result<std::unique_ptr<Watch>> watch(std::function<void()> changed) override {
    return reader_.watch(std::move(changed));
  }

 private:
  WindowsReader reader_;
};

}  // namespace

std::unique_ptr<IpStack> makeWindowsStack() { return makeWindowsStack(loadIpHelperApi()); }

std::unique_ptr<IpStack> makeWindowsStack(const IpHelperApi& api) {
  return std::make_unique<WindowsStack>(api);
}

}  // namespace interface_panel
