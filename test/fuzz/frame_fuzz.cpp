// SPDX-License-Identifier: MIT
// Any bytes as a frame, in both directions. What is taken must be what encoding it gives back, byte
// by byte: so no two byte strings mean the same, and no byte of a frame is without meaning.
#include <algorithm>
#include <cstring>
#include <vector>

#include "require.h"
#include "tally.h"
#include "transaction/frame.h"

using namespace interface_panel;

namespace {

/// The sequence number a frame carries, so that it is not refused for that alone.
std::uint32_t sequenceOf(const std::vector<std::uint8_t>& bytes) {
  std::uint32_t sequence = 0;
  if (bytes.size() >= 8) std::memcpy(&sequence, bytes.data() + 4, sizeof sequence);
  return sequence;
}

/// Whether it is a frame in one of the directions.
bool decodeBoth(const std::vector<std::uint8_t>& bytes) {
  const std::uint32_t sequence = sequenceOf(bytes);
  const auto isSame = [&](const Frame& frame) {
    return std::equal(frame.begin(), frame.end(), bytes.begin(), bytes.end());
  };
  const auto app = decodeAppFrame(bytes, sequence);
  if (const auto* message = std::get_if<AppMessage>(&app)) {
    require(isSame(encodeAppFrame(*message, sequence)), "a frame of the app is encoded back");
  }
  const auto helper = decodeHelperFrame(bytes, sequence);
  if (const auto* message = std::get_if<HelperMessage>(&helper)) {
    require(isSame(encodeHelperFrame(*message, sequence)), "a frame of the helper is encoded back");
  }
  require(decodeAppFrame(bytes, sequence + 1).index() == 1 &&
              decodeHelperFrame(bytes, sequence + 1).index() == 1,
          "a frame whose number is not due is refused");
  return app.index() == 0 || helper.index() == 0;
}

/// The same bytes as the type and payload of a frame whose header is right.
std::vector<std::uint8_t> withHeader(const std::uint8_t* data, std::size_t size) {
  std::vector<std::uint8_t> bytes(kFrameBytes, 0);
  bytes[0] = kFrameMagic & 0xFF;
  bytes[1] = kFrameMagic >> 8;
  bytes[2] = kProtocolVersion;
  if (size > 0) bytes[3] = data[0];
  for (std::size_t i = 1; i < std::min(size, kFrameBytes - 7); ++i) bytes[7 + i] = data[i];
  return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const bool isFrame = decodeBoth({data, data + size});
  Tally::count(decodeBoth(withHeader(data, size)) || isFrame);
  return 0;
}
