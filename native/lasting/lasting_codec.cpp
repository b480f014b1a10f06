// SPDX-License-Identifier: MIT
#include "lasting/lasting_codec.h"

#include <algorithm>
#include <optional>
#include <string>

#include "encoding/byte_stream.h"
#include "encoding/utf8.h"
#include "lasting/sealed_bytes.h"
#include "stack/table_refusal.h"

namespace interface_panel {
namespace {

/// The letters IPLS.
constexpr std::uint32_t kMagic = 0x534C5049;
constexpr std::uint16_t kVersion = 1;

std::span<const std::uint8_t> bytesOf(const std::string& text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

void write(ByteWriter& writer, const LastingSetting& setting) {
  writer.put(setting.family);
  writer.put(setting.field);
  writer.put(std::uint8_t{0});
  writer.put(setting.adapter.type);
  writer.put(setting.value);
  writer.put(setting.madeAt);
  writer.putBytes(setting.adapter.guid);
  writer.put(static_cast<std::uint16_t>(setting.adapter.alias.size()));
  writer.put(static_cast<std::uint16_t>(setting.account.size()));
  writer.putBytes(bytesOf(setting.adapter.alias));
  writer.putBytes(bytesOf(setting.account));
}

std::string readText(ByteReader& reader, std::size_t size) {
  const auto bytes = reader.getBytes(size);
  std::string text(bytes.begin(), bytes.end());
  if (!isUtf8Text(text)) reader.reject();
  return text;
}

bool isAllowed(const LastingSetting& setting) {
  const Operation operation{{0, setting.family}, setting.field, 0, setting.value};
  return tableRefusal(operation) == Refusal::none && setting.madeAt >= 0 &&
         setting.madeAt <= kLastMoment;
}

LastingSetting read(ByteReader& reader) {
  LastingSetting setting;
  setting.family = reader.get<Family>();
  setting.field = reader.get<Field>();
  if (reader.get<std::uint8_t>() != 0) reader.reject();
  setting.adapter.type = reader.get<std::uint32_t>();
  setting.value = reader.get<std::int64_t>();
  setting.madeAt = reader.get<std::int64_t>();
  const auto guid = reader.getBytes(setting.adapter.guid.size());
  std::copy(guid.begin(), guid.end(), setting.adapter.guid.begin());
  const auto aliasBytes = reader.get<std::uint16_t>();
  const auto accountBytes = reader.get<std::uint16_t>();
  if (aliasBytes == 0 || aliasBytes > kMaxAliasBytes || accountBytes > kMaxAccountBytes) {
    reader.reject();
  }
  setting.adapter.alias = readText(reader, aliasBytes);
  setting.account = readText(reader, accountBytes);
  if (!isAllowed(setting)) reader.reject();
  return setting;
}

std::optional<LastingSettings> readAll(ByteReader& reader) {
  const auto count = reader.get<std::uint16_t>();
  if (count > kMaxLastingSettings) return std::nullopt;
  LastingSettings settings;
  std::optional<SettingId> last;
  for (std::size_t i = 0; i < count && !reader.failed(); ++i) {
    settings.push_back(read(reader));
    const SettingId id = settings.back().id();
    if (last && *last >= id) reader.reject();
    last = id;
  }
  return reader.isComplete() ? std::optional(std::move(settings)) : std::nullopt;
}

}  // namespace

std::vector<std::uint8_t> encodeSettings(const LastingSettings& settings) {
  ByteWriter writer;
  writer.put(kMagic);
  writer.put(kVersion);
  writer.put(static_cast<std::uint16_t>(settings.size()));
  for (const LastingSetting& setting : settings) write(writer, setting);
  return seal(writer.take());
}

std::variant<LastingSettings, SettingsDefect> decodeSettings(std::span<const std::uint8_t> bytes) {
  const auto content = unseal(bytes);
  if (!content) return SettingsDefect::damaged;
  ByteReader reader(*content);
  if (reader.get<std::uint32_t>() != kMagic) return SettingsDefect::damaged;
  const auto version = reader.get<std::uint16_t>();
  if (!reader.failed() && version > kVersion) return SettingsDefect::laterVersion;
  if (version != kVersion) return SettingsDefect::damaged;
  auto settings = readAll(reader);
  if (!settings) return SettingsDefect::damaged;
  return std::move(*settings);
}

}  // namespace interface_panel
