// SPDX-License-Identifier: MIT
#include "stack/linux/footprint_codec.h"

#include <net/if.h>

#include <limits>

namespace interface_panel {
namespace {

// "IPL" and the version of this encoding.
constexpr std::int64_t kMagic = 0x49504C04;
// Infiniband has the longest hardware addresses (MAX_ADDR_LEN).
constexpr std::size_t kMaxHardwareAddress = 32;

}  // namespace

void FootprintWriter::number(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  for (unsigned shift = 0; shift < 64; shift += 8) {
    footprint_.push_back(static_cast<std::uint8_t>(bits >> shift));
  }
}

void FootprintWriter::bytes(Bytes value) {
  number(static_cast<std::int64_t>(value.size()));
  footprint_.insert(footprint_.end(), value.begin(), value.end());
}

void FootprintWriter::text(const std::string& value) {
  const std::vector<std::uint8_t> raw(value.begin(), value.end());
  bytes(raw);
}

std::int64_t FootprintReader::number() {
  constexpr std::size_t size = sizeof(std::uint64_t);
  if (!ok_ || rest_.size() < size) {
    ok_ = false;
    return 0;
  }
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < size; ++i) bits |= static_cast<std::uint64_t>(rest_[i]) << (8 * i);
  rest_ = rest_.subspan(size);
  return static_cast<std::int64_t>(bits);
}

std::int64_t FootprintReader::number(std::int64_t min, std::int64_t max) {
  const std::int64_t value = number();
  if (ok_ && value >= min && value <= max) return value;
  ok_ = false;
  return min;
}

std::vector<std::uint8_t> FootprintReader::bytes(std::size_t most) {
  const auto length = static_cast<std::size_t>(number(0, static_cast<std::int64_t>(most)));
  if (!ok_ || rest_.size() < length) {
    ok_ = false;
    return {};
  }
  const Bytes value = rest_.first(length);
  rest_ = rest_.subspan(length);
  return {value.begin(), value.end()};
}

std::string FootprintReader::text(std::size_t most) {
  const auto raw = bytes(most);
  return {raw.begin(), raw.end()};
}

void writeHeader(FootprintWriter& writer, const FootprintHeader& header) {
  writer.number(kMagic);
  writer.number(static_cast<std::int64_t>(header.field));
  writer.number(static_cast<std::int64_t>(header.family));
  writer.number(header.link.index);
  writer.text(header.link.name);
  writer.bytes(header.link.address);
  writer.number(static_cast<std::int64_t>(header.link.folder));
}

std::optional<FootprintHeader> readHeader(FootprintReader& reader) {
  if (reader.number() != kMagic) return std::nullopt;
  FootprintHeader header;
  header.field = static_cast<Field>(reader.number(0, kFieldCount - 1));
  const std::int64_t family = reader.number();
  header.family = static_cast<Family>(family);
  header.link.index =
      static_cast<std::uint32_t>(reader.number(1, std::numeric_limits<std::int32_t>::max()));
  header.link.name = reader.text(IFNAMSIZ - 1);
  header.link.address = reader.bytes(kMaxHardwareAddress);
  header.link.folder = static_cast<std::uint64_t>(reader.number());
  const bool known = family == static_cast<std::int64_t>(Family::ipv4) ||
                     family == static_cast<std::int64_t>(Family::ipv6);
  if (!reader.ok() || !known || header.link.name.empty()) return std::nullopt;
  return header;
}

}  // namespace interface_panel
