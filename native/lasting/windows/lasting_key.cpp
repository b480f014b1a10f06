// SPDX-License-Identifier: MIT
#include "lasting/windows/lasting_key.h"

#include <utility>

#include "lasting/keeper_status.h"
#include "lasting/lasting_codec.h"
#include "lasting/windows/key_trust.h"
#include "lasting/windows/lasting_values.h"
#include "stack/win32_error.h"

namespace interface_panel {
namespace {

KeyFailure failure(LSTATUS status, const char* call) {
  const auto problem =
      status == ERROR_FILE_NOT_FOUND ? PlaceProblem::missing : PlaceProblem::unreadable;
  return {problem, win32Error(static_cast<int>(status), call)};
}

PlaceContent without(const KeyFailure& failure) {
  PlaceContent content;
  content.problem = failure.problem;
  content.error = failure.error;
  return content;
}

/// Anything but the number 0 switches off.
bool isSwitchedOff(HKEY key) {
  DWORD off = 0;
  DWORD size = sizeof off;
  const LSTATUS status =
      RegGetValueW(key, nullptr, kOffValue, RRF_RT_REG_DWORD, nullptr, &off, &size);
  if (status == ERROR_FILE_NOT_FOUND) return false;
  return status != ERROR_SUCCESS || off != 0;
}

PlaceContent readValues(HKEY key) {
  auto settings = readValue(key, kSettingsValue, kMaxSettingsBytes);
  if (const auto* failed = std::get_if<KeyFailure>(&settings)) return without(*failed);
  auto status = readValue(key, kStatusValue, kMaxStatusBytes);
  if (const auto* failed = std::get_if<KeyFailure>(&status)) return without(*failed);
  return {.problem = PlaceProblem::none,
          .error = std::nullopt,
          .settings = std::move(std::get<0>(settings)),
          .status = std::move(std::get<0>(status)),
          .isOff = isSwitchedOff(key)};
}

/// Looks for the key each time: it may be made later.
class LastingKey final : public LastingPlace {
 public:
  PlaceContent read() override { return readLastingKey(); }
};

}  // namespace

std::variant<RegistryKey, KeyFailure> openTrustedKey(REGSAM access) {
  HKEY opened = nullptr;
  const LSTATUS status =
      RegOpenKeyExW(HKEY_LOCAL_MACHINE, kLastingKey, REG_OPTION_OPEN_LINK,
                    access | KEY_QUERY_VALUE | READ_CONTROL | KEY_WOW64_64KEY, &opened);
  if (status != ERROR_SUCCESS) return failure(status, "RegOpenKeyEx");
  RegistryKey key(opened);
  if (!isTrustedKey(key.get())) {
    return KeyFailure{PlaceProblem::notTrusted,
                      win32Error(win32::kAccessDenied, "HKLM\\SOFTWARE\\Interface Panel")};
  }
  return key;
}

std::variant<std::optional<std::vector<std::uint8_t>>, KeyFailure> readValue(HKEY key,
                                                                             const wchar_t* name,
                                                                             std::size_t most) {
  std::vector<std::uint8_t> bytes(most);
  auto size = static_cast<DWORD>(bytes.size());
  const LSTATUS status =
      RegGetValueW(key, nullptr, name, RRF_RT_REG_BINARY, nullptr, bytes.data(), &size);
  if (status == ERROR_FILE_NOT_FOUND) return std::nullopt;
  if (status == ERROR_UNSUPPORTED_TYPE) return std::vector<std::uint8_t>();
  if (status == ERROR_MORE_DATA) return bytes;
  if (status != ERROR_SUCCESS) return failure(status, "RegGetValue");
  bytes.resize(size);
  bytes.shrink_to_fit();
  return bytes;
}

PlaceContent readLastingKey() {
  const auto opened = openTrustedKey(KEY_QUERY_VALUE);
  if (const auto* failed = std::get_if<KeyFailure>(&opened)) return without(*failed);
  return readValues(std::get<RegistryKey>(opened).get());
}

std::unique_ptr<LastingPlace> openLastingPlace() { return std::make_unique<LastingKey>(); }

}  // namespace interface_panel
