// SPDX-License-Identifier: MIT
#include "stack/simulated/file_format.h"

namespace interface_panel::simulated {
namespace {

/// "IPSIMNET" as it stands in the file.
constexpr std::uint64_t kMagic = 0x54454E4D49535049;

/// The bytes so far and, behind them, their checksum.
std::vector<std::uint8_t> sealed(ByteWriter writer) {
  std::vector<std::uint8_t> bytes = writer.take();
  ByteWriter seal;
  seal.putBytes(bytes);
  seal.put(checksum(bytes));
  return seal.take();
}

bool isSealed(std::span<const std::uint8_t> bytes) {
  const auto content = bytes.first(bytes.size() - sizeof(std::uint64_t));
  return ByteReader(bytes.subspan(content.size())).get<std::uint64_t>() == checksum(content);
}

}  // namespace

std::uint64_t checksum(std::span<const std::uint8_t> bytes) {
  std::uint64_t hash = 0xCBF29CE484222325;
  for (const std::uint8_t byte : bytes) hash = (hash ^ byte) * 0x100000001B3;
  return hash;
}

std::vector<std::uint8_t> encodeImageHeader(const ImageHeader& header) {
  ByteWriter writer;
  writer.put(kMagic);
  writer.put(header.version);
  writer.put(header.image);
  writer.put(header.generation);
  writer.put(header.bodySize);
  writer.put(header.bodyChecksum);
  return sealed(std::move(writer));
}

std::optional<ImageHeader> decodeImageHeader(std::span<const std::uint8_t> bytes) {
  if (bytes.size() != kImageHeaderSize || !isSealed(bytes)) return std::nullopt;
  ByteReader reader(bytes);
  if (reader.get<std::uint64_t>() != kMagic) return std::nullopt;
  ImageHeader header;
  header.version = reader.get<std::uint32_t>();
  header.image = reader.get<std::uint64_t>();
  header.generation = reader.get<std::uint64_t>();
  header.bodySize = reader.get<std::uint64_t>();
  header.bodyChecksum = reader.get<std::uint64_t>();
  return header;
}

std::vector<std::uint8_t> encodeRecord(std::uint64_t generation,
                                       const std::vector<std::uint8_t>& payload) {
  ByteWriter writer;
  writer.put(static_cast<std::uint32_t>(payload.size()));
  writer.put(generation);
  writer.put(checksum(payload));
  std::vector<std::uint8_t> record = sealed(std::move(writer));
  record.insert(record.end(), payload.begin(), payload.end());
  return record;
}

std::optional<RecordHeader> decodeRecordHeader(std::span<const std::uint8_t> bytes) {
  if (bytes.size() != kRecordHeaderSize || !isSealed(bytes)) return std::nullopt;
  ByteReader reader(bytes);
  RecordHeader header;
  header.payloadSize = reader.get<std::uint32_t>();
  header.generation = reader.get<std::uint64_t>();
  header.payloadChecksum = reader.get<std::uint64_t>();
  return header;
}

}  // namespace interface_panel::simulated
