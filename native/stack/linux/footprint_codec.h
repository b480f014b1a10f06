// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "stack/linux/link_identity.h"
#include "stack/linux/netlink_attributes.h"
#include "stack/operation.h"

namespace interface_panel {

/// Writes a footprint: whole numbers in little endian, lists and bytes after their length.
class FootprintWriter {
 public:
  void number(std::int64_t value);
  void bytes(Bytes value);
  void text(const std::string& value);

  Footprint take() { return std::move(footprint_); }

 private:
  Footprint footprint_;
};

/// Reads what FootprintWriter wrote. Every value is bounded; after the first one that does not fit
/// all further ones are empty, and ok() is false.
class FootprintReader {
 public:
  explicit FootprintReader(Bytes footprint) : rest_(footprint) {}

  std::int64_t number();
  /// A number from `min` to `max`.
  std::int64_t number(std::int64_t min, std::int64_t max);
  std::vector<std::uint8_t> bytes(std::size_t most);
  std::string text(std::size_t most);
  void fail() { ok_ = false; }

  [[nodiscard]] bool ok() const { return ok_; }
  /// What has not been read yet.
  [[nodiscard]] Bytes rest() const { return rest_; }
  /// Whether everything was read and fitted.
  [[nodiscard]] bool complete() const { return ok_ && rest_.empty(); }

 private:
  Bytes rest_;
  bool ok_ = true;
};

/// What every footprint of this stack begins with.
struct FootprintHeader {
  Field field = Field::DisableDefaultRoutes;
  Family family = Family::ipv4;
  LinkIdentity link;

  bool operator==(const FootprintHeader&) const = default;
};

void writeHeader(FootprintWriter& writer, const FootprintHeader& header);

/// None for another version or anything malformed.
std::optional<FootprintHeader> readHeader(FootprintReader& reader);

}  // namespace interface_panel
