// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "stack/simulated/control.h"
#include "stack/simulated/network.h"
#include "stack/simulated/settable_simulated_stack.h"
#include "stack/simulated/simulated_stack.h"

namespace interface_panel::simulated {

// Adapters of the demo network by what tests need them for.
inline constexpr std::uint64_t kLoopback = makeLuid(24, 0);
inline constexpr std::uint64_t kEthernet = makeLuid(6, 0x8001);
inline constexpr std::uint64_t kWifi = makeLuid(71, 0x8002);
inline constexpr std::uint64_t kFullTunnelVpn = makeLuid(53, 0x8003);
inline constexpr std::uint64_t kCompanyVpn = makeLuid(23, 0x8004);
inline constexpr std::uint64_t kCellular = makeLuid(243, 0x8007);
inline constexpr std::uint64_t kDock = makeLuid(6, 0x8008);
inline constexpr std::uint64_t kIpv4Only = makeLuid(6, 0x800B);
inline constexpr std::uint64_t kForeignName = makeLuid(6, 0x800C);
inline constexpr std::uint64_t kUnknown = makeLuid(6, 0x7777);

inline constexpr IpInterfaceKey kEthernet4{kEthernet, Family::ipv4};
inline constexpr IpInterfaceKey kEthernet6{kEthernet, Family::ipv6};
inline constexpr IpInterfaceKey kTunnel4{kFullTunnelVpn, Family::ipv4};

/// A folder of its own for the file of a simulated network, gone with the test.
class SimulatedFixture {
 public:
  SimulatedFixture() { std::filesystem::create_directories(folder_); }
  SimulatedFixture(const SimulatedFixture&) = delete;
  SimulatedFixture& operator=(const SimulatedFixture&) = delete;
  ~SimulatedFixture() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  [[nodiscard]] std::filesystem::path file() const { return folder_ / "network.sim"; }
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

  [[nodiscard]] std::unique_ptr<IpStack> reader() const { return makeSimulatedStack(file()); }
  [[nodiscard]] std::unique_ptr<SettableIpStack> stack() const {
    return makeSettableSimulatedStack(file());
  }

  /// Carries out a command of simulated-control; answers its exit code.
  int control(const std::vector<std::string>& arguments) {
    out.str("");
    err.str("");
    return runControl(file(), arguments, out, err);
  }

  std::ostringstream out;
  std::ostringstream err;

 private:
  static std::filesystem::path freshFolder();

  std::filesystem::path folder_ = freshFolder();
};

inline std::filesystem::path SimulatedFixture::freshFolder() {
  static std::atomic<unsigned> number = 0;
  std::filesystem::path folder;
  do {
    folder = std::filesystem::temp_directory_path() /
             ("interface-panel-simulated-" + std::to_string(++number));
  } while (!std::filesystem::create_directory(folder));
  return folder;
}

/// The live value of a field; fails the test through std::optional's check when there is none.
inline std::int64_t liveValue(IpStack& stack, const IpInterfaceKey& key, Field field) {
  return stack.ipInterface(key).value().value(field).value();
}

inline std::int64_t liveValue(SettableIpStack& stack, const IpInterfaceKey& key, Field field) {
  return stack.value({.key = key, .field = field}).value().value();
}

inline std::string luidText(std::uint64_t luid) { return std::to_string(luid); }

}  // namespace interface_panel::simulated
