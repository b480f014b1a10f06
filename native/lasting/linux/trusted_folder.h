// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "lasting/lasting_place.h"
#include "stack/linux/file_descriptor.h"
#include "stack/result.h"

namespace interface_panel {

/// Why a folder or a file of it is not used.
struct PlaceFailure {
  PlaceProblem problem = PlaceProblem::unreadable;
  Error error;
};

/// A folder that root alone can write to.
class TrustedFolder {
 public:
  /// Walks from / on: each folder must be root's and a folder, no link, and be writable by nobody
  /// else.
  static std::variant<TrustedFolder, PlaceFailure> open(const std::filesystem::path& path);

  /// A plain file that root alone can write to; none if it is not there.
  [[nodiscard]] std::variant<std::optional<std::vector<std::uint8_t>>, PlaceFailure> read(
      const char* name, std::size_t most) const;

  /// Whether anything has this name.
  [[nodiscard]] bool has(const char* name) const;

  [[nodiscard]] int get() const { return folder_.get(); }

 private:
  explicit TrustedFolder(FileDescriptor folder) : folder_(std::move(folder)) {}

  FileDescriptor folder_;
};

}  // namespace interface_panel
