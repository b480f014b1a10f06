// SPDX-License-Identifier: MIT
#include "lasting/windows/lasting_key.h"

#include <variant>

#include "lasting/keeper_status.h"
#include "lasting/lasting_codec.h"
#include "lasting/windows/lasting_values.h"
#include "lasting/windows/registry_key.h"
#include "stack/win32_error.h"

namespace interface_panel {
namespace {

/// The bytes of a value; none if it is not there. One that is longer than allowed is cut, and so
/// found to be damaged.
std::variant<std::optional<std::vector<std::uint8_t>>, LSTATUS> readValue(HKEY key,
                                                                          const wchar_t* name,
                                                                          std::size_t most) {
  std::vector<std::uint8_t> bytes(most);
  auto size = static_cast<DWORD>(bytes.size());
  const LSTATUS status =
      ::RegGetValueW(key, nullptr, name, RRF_RT_REG_BINARY, nullptr, bytes.data(), &size);
  if (status == ERROR_FILE_NOT_FOUND) return std::nullopt;
  if (status == ERROR_MORE_DATA) return bytes;
  if (status != ERROR_SUCCESS) return status;
  bytes.resize(size);
  bytes.shrink_to_fit();
  return bytes;
}

bool isSwitchedOff(HKEY key) {
  DWORD off = 0;
  DWORD size = sizeof off;
  return ::RegGetValueW(key, nullptr, kOffValue, RRF_RT_REG_DWORD, nullptr, &off, &size) ==
             ERROR_SUCCESS &&
         off != 0;
}

class LastingKey final : public LastingPlace {
 public:
  PlaceContent read() override {
    HKEY opened = nullptr;
    const LSTATUS status =
        ::RegOpenKeyExW(HKEY_LOCAL_MACHINE, kLastingKey, 0, KEY_QUERY_VALUE, &opened);
    if (status != ERROR_SUCCESS) return withoutLastingKey(status);
    const RegistryKey key(opened);
    return readLastingValues(key.get());
  }
};

}  // namespace

PlaceContent withoutLastingKey(LSTATUS status) {
  PlaceContent content;
  content.problem =
      status == ERROR_FILE_NOT_FOUND ? PlaceProblem::missing : PlaceProblem::unreadable;
  content.error = win32Error(static_cast<int>(status), "RegOpenKeyEx");
  return content;
}

PlaceContent readLastingValues(HKEY key) {
  auto settings = readValue(key, kSettingsValue, kMaxSettingsBytes);
  if (const auto* status = std::get_if<LSTATUS>(&settings)) return withoutLastingKey(*status);
  auto status = readValue(key, kStatusValue, kMaxStatusBytes);
  if (const auto* failed = std::get_if<LSTATUS>(&status)) return withoutLastingKey(*failed);
  PlaceContent content;
  content.settings = std::move(std::get<0>(settings));
  content.status = std::move(std::get<0>(status));
  content.isOff = isSwitchedOff(key);
  return content;
}

std::unique_ptr<LastingPlace> openLastingPlace() { return std::make_unique<LastingKey>(); }

}  // namespace interface_panel
