// SPDX-License-Identifier: MIT
#include "lasting/keeper_status.h"

#include <algorithm>
#include <array>

#include "encoding/byte_stream.h"
#include "lasting/sealed_bytes.h"

namespace interface_panel {
namespace {

/// The letters IPKS.
constexpr std::uint32_t kMagic = 0x534B5049;
constexpr std::uint16_t kVersion = 1;
constexpr std::array<std::uint8_t, 20> kSpare{};

/// A clock that is wrong must not make the status one that nobody reads.
std::int64_t showable(std::int64_t moment) {
  return std::clamp(moment, std::int64_t{0}, kLastMoment);
}

void write(ByteWriter& writer, const KeptStatus& kept) {
  writer.putBytes(kept.id);
  writer.put(kept.state);
  writer.put(static_cast<std::uint8_t>(kept.domain == ErrorDomain::posix ? 1 : 0));
  writer.put(kept.refusal);
  writer.put(kept.code);
  writer.put(showable(kept.setAgainAt));
  writer.put(kept.live);
  writer.put(kept.timesSet);
  writer.putBytes(kSpare);
}

}  // namespace

std::vector<std::uint8_t> encodeStatus(const KeeperStatus& status) {
  ByteWriter writer;
  writer.put(kMagic);
  writer.put(kVersion);
  writer.put(static_cast<std::uint16_t>(status.settings.size()));
  writer.put(status.process);
  writer.put(status.store);
  writer.put(status.startedAt);
  writer.put(showable(status.wroteAt));
  for (const KeptStatus& kept : status.settings) write(writer, kept);
  return seal(writer.take());
}

}  // namespace interface_panel
