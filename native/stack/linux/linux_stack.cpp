// SPDX-License-Identifier: MIT
#include "stack/linux/linux_stack.h"

#include <utility>

#include "stack/linux/linux_reader.h"

namespace interface_panel {
namespace {

class LinuxStack final : public IpStack {
 public:
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
  LinuxReader reader_;
};

}  // namespace

std::unique_ptr<IpStack> makeLinuxStack() { return std::make_unique<LinuxStack>(); }

}  // namespace interface_panel
