// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "encoding/byte_stream.h"

// The two headers of a simulated network's file. Checksums tell damage from a write that a killed
// process left unfinished: what is whole but wrong was damaged, what is short was unfinished.
namespace interface_panel::simulated {

inline constexpr std::uint32_t kFormatVersion = 2;

/// At the start of the file; the encoded network follows.
struct ImageHeader {
  std::uint32_t version = kFormatVersion;
  /// Another random number for each image, so that a reader notices that the file was replaced.
  std::uint64_t image = 0;
  std::uint64_t generation = 0;
  std::uint64_t bodySize = 0;
  std::uint64_t bodyChecksum = 0;
};
inline constexpr std::size_t kImageHeaderSize = 52;

/// In front of every record behind the image.
struct RecordHeader {
  std::uint32_t payloadSize = 0;
  /// One more than that of the record or image before.
  std::uint64_t generation = 0;
  std::uint64_t payloadChecksum = 0;
};
inline constexpr std::size_t kRecordHeaderSize = 28;

/// FNV-1a with 64 bits: finds accidents, not forgeries; decoding trusts nothing anyway.
std::uint64_t checksum(std::span<const std::uint8_t> bytes);

std::vector<std::uint8_t> encodeImageHeader(const ImageHeader& header);
/// None when this is no such header or it is damaged. Any version is accepted.
std::optional<ImageHeader> decodeImageHeader(std::span<const std::uint8_t> bytes);

/// Header and payload.
std::vector<std::uint8_t> encodeRecord(std::uint64_t generation,
                                       const std::vector<std::uint8_t>& payload);
std::optional<RecordHeader> decodeRecordHeader(std::span<const std::uint8_t> bytes);

}  // namespace interface_panel::simulated
