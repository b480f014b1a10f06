// SPDX-License-Identifier: MIT
#include "lasting/lasting_setting.h"

#include <algorithm>

#include "encoding/byte_stream.h"
#include "encoding/sha256.h"

namespace interface_panel {

SettingId settingId(const AdapterName& adapter, Family family, Field field) {
  ByteWriter key;
  key.put(family);
  key.put(field);
  key.put(std::uint8_t{0});
  key.put(adapter.type);
  key.putBytes(adapter.guid);
  key.putBytes({reinterpret_cast<const std::uint8_t*>(adapter.alias.data()), adapter.alias.size()});
  Sha256 hash;
  hash.update(key.take());
  const Sha256Digest digest = hash.finish();
  SettingId id{};
  std::copy_n(digest.begin(), id.size(), id.begin());
  return id;
}

SettingId LastingSetting::id() const { return settingId(adapter, family, field); }

}  // namespace interface_panel
