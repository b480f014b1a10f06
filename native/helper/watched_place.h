// SPDX-License-Identifier: MIT
#pragma once

#include "helper/watchdog.h"
#include "lasting/lasting_place.h"

namespace interface_panel {

/// A place every call of which is under the eyes of a watchdog.
class WatchedPlace final : public SettableLastingPlace {
 public:
  WatchedPlace(SettableLastingPlace& place, Watchdog& watchdog)
      : place_(place), watchdog_(watchdog) {}

  PlaceContent read() override {
    const Watchdog::Guard guard(watchdog_);
    return place_.read();
  }

  Result<Done> writeSettings(std::span<const std::uint8_t> bytes, bool setAside) override {
    const Watchdog::Guard guard(watchdog_);
    return place_.writeSettings(bytes, setAside);
  }

  Result<Done> writeStatus(std::span<const std::uint8_t> bytes) override {
    const Watchdog::Guard guard(watchdog_);
    return place_.writeStatus(bytes);
  }

 private:
  SettableLastingPlace& place_;
  Watchdog& watchdog_;
};

}  // namespace interface_panel
