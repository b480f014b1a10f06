// SPDX-License-Identifier: MIT
// The helper's place for lasting settings with points to halt at around the write. The kinds define
// openUnhaltedPlace() here.
#include <memory>
#include <utility>

#include "helper/helper_kind.h"
#include "stop_point.h"

namespace interface_panel {

std::unique_ptr<SettableLastingPlace> openUnhaltedPlace(const HelperArguments& arguments);

namespace {

class HaltingPlace final : public SettableLastingPlace {
 public:
  explicit HaltingPlace(std::unique_ptr<SettableLastingPlace> place) : place_(std::move(place)) {}

  PlaceContent read() override { return place_->read(); }

  Result<Done> writeSettings(std::span<const std::uint8_t> bytes, bool setAside) override {
    haltAt(stop_point::kStoreUnwritten);
    const auto written = place_->writeSettings(bytes, setAside);
    haltAt(stop_point::kStoreWritten);
    return written;
  }

  Result<Done> writeStatus(std::span<const std::uint8_t> bytes) override {
    return place_->writeStatus(bytes);
  }

 private:
  std::unique_ptr<SettableLastingPlace> place_;
};

}  // namespace

std::unique_ptr<SettableLastingPlace> openHelperLastingPlace(const HelperArguments& arguments) {
  return std::make_unique<HaltingPlace>(openUnhaltedPlace(arguments));
}

}  // namespace interface_panel
