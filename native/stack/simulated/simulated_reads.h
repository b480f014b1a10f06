// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "stack/ip_stack.h"
#include "stack/simulated/network_file.h"

namespace interface_panel::simulated {

Result<Snapshot> takeSnapshot(NetworkFile& file);
Result<IpInterface> readIpInterface(NetworkFile& file, const IpInterfaceKey& key);
Result<BestRoute> readBestRoute(NetworkFile& file, const IpAddress& destination,
                                const std::optional<IpAddress>& source);
Result<std::unique_ptr<Watch>> startWatch(NetworkFile& file, const std::filesystem::path& path,
                                          std::function<void()> changed);

/// The four reads for both stacks: `Base` is IpStack or SettableIpStack.
template <typename Base>
class SimulatedReads : public Base {
 public:
  explicit SimulatedReads(std::filesystem::path path) : path_(std::move(path)), file_(path_) {}

  Result<Snapshot> snapshot() override { return takeSnapshot(file_); }

  Result<IpInterface> ipInterface(const IpInterfaceKey& key) override {
    return readIpInterface(file_, key);
  }

  Result<BestRoute> bestRoute(const IpAddress& destination,
                              const std::optional<IpAddress>& source) override {
    return readBestRoute(file_, destination, source);
  }

  Result<std::unique_ptr<Watch>> watch(std::function<void()> changed) override {
    return startWatch(file_, path_, std::move(changed));
  }

 protected:
  NetworkFile& file() { return file_; }

 private:
  std::filesystem::path path_;
  NetworkFile file_;
};

}  // namespace interface_panel::simulated
