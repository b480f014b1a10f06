// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "stack/ip_stack.h"
#include "stack/simulated/network_store.h"

namespace interface_panel::simulated {

Result<Snapshot> takeSnapshot(NetworkStore& store);
Result<IpInterface> readIpInterface(NetworkStore& store, const IpInterfaceKey& key);
Result<BestRoute> readBestRoute(NetworkStore& store, const IpAddress& destination,
                                const std::optional<IpAddress>& source);

/// The four reads for both stacks: `Base` is IpStack or SettableIpStack.
template <typename Base>
class SimulatedReads : public Base {
 public:
  explicit SimulatedReads(std::unique_ptr<NetworkStore> store) : store_(std::move(store)) {}

  Result<Snapshot> snapshot() override { return takeSnapshot(*store_); }

  Result<IpInterface> ipInterface(const IpInterfaceKey& key) override {
    return readIpInterface(*store_, key);
  }

  Result<BestRoute> bestRoute(const IpAddress& destination,
                              const std::optional<IpAddress>& source) override {
    return readBestRoute(*store_, destination, source);
  }

  Result<std::unique_ptr<Watch>> watch(std::function<void()> changed) override {
    return store_->watch(std::move(changed));
  }

 protected:
  NetworkStore& store() { return *store_; }

 private:
  std::unique_ptr<NetworkStore> store_;
};

}  // namespace interface_panel::simulated
