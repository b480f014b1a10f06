// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "stack/result.h"

namespace interface_panel {

/// What is the matter with the place where lasting settings are.
enum class PlaceProblem {
  none,
  /// There is no such place: nothing lasts here.
  missing,
  /// Somebody else than administrators could have written it.
  notTrusted,
  unreadable,
};

/// What lies there. With a problem nothing of it is told.
struct PlaceContent {
  PlaceProblem problem = PlaceProblem::none;
  /// Of what could not be read.
  std::optional<Error> error;
  /// None where there are none yet.
  std::optional<std::vector<std::uint8_t>> settings;
  std::optional<std::vector<std::uint8_t>> status;
  /// Whether an administrator switched the keeper off.
  bool isOff = false;
};

/// The place of lasting settings and of the keeper's status, byte by byte; what the bytes mean is
/// for the codecs to say (docs/lasting-settings.md, "Where they are").
class LastingPlace {
 public:
  LastingPlace() = default;
  LastingPlace(const LastingPlace&) = delete;
  LastingPlace& operator=(const LastingPlace&) = delete;
  virtual ~LastingPlace() = default;

  [[nodiscard]] virtual PlaceContent read() = 0;
};

/// The same for those that may write there.
class SettableLastingPlace : public LastingPlace {
 public:
  /// Puts settings in place of those that are there, durably and as a whole: on an error the old
  /// ones stay. `setAside` keeps the old ones under another name.
  virtual Result<Done> writeSettings(std::span<const std::uint8_t> bytes, bool setAside) = 0;

  /// Puts a status in place of the one that is there, as a whole.
  virtual Result<Done> writeStatus(std::span<const std::uint8_t> bytes) = 0;
};

}  // namespace interface_panel
