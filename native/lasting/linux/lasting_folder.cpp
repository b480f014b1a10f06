// SPDX-License-Identifier: MIT
#include "lasting/linux/lasting_folder.h"

#include <utility>

#include "lasting/keeper_status.h"
#include "lasting/lasting_codec.h"
#include "lasting/linux/lasting_files.h"

namespace interface_panel {
namespace {

/// Looks for the folder each time: it may be made later.
class LastingFolder final : public LastingPlace {
 public:
  PlaceContent read() override {
    const auto opened = TrustedFolder::open(kLastingFolder);
    if (const auto* failure = std::get_if<PlaceFailure>(&opened)) return without(*failure);
    return readLastingFiles(std::get<TrustedFolder>(opened));
  }
};

}  // namespace

PlaceContent without(const PlaceFailure& failure) {
  return {.problem = failure.problem,
          .error = failure.error,
          .settings = std::nullopt,
          .status = std::nullopt,
          .isOff = false};
}

PlaceContent readLastingFiles(const TrustedFolder& folder) {
  auto settings = folder.read(kSettingsFile, kMaxSettingsBytes);
  if (const auto* failure = std::get_if<PlaceFailure>(&settings)) return without(*failure);
  auto status = folder.read(kStatusFile, kMaxStatusBytes);
  if (const auto* failure = std::get_if<PlaceFailure>(&status)) return without(*failure);
  return {.problem = PlaceProblem::none,
          .error = std::nullopt,
          .settings = std::move(std::get<0>(settings)),
          .status = std::move(std::get<0>(status)),
          .isOff = folder.has(kOffFile)};
}

std::unique_ptr<LastingPlace> openLastingPlace() { return std::make_unique<LastingFolder>(); }

}  // namespace interface_panel
