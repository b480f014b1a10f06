// SPDX-License-Identifier: MIT
#include "lasting/windows/settable_lasting_key.h"

#include "lasting/lasting_codec.h"
#include "lasting/windows/lasting_values.h"
#include "stack/win32_error.h"

namespace interface_panel {
namespace {

Result<Done> done(LSTATUS status, const char* call) {
  if (status != ERROR_SUCCESS) return win32Error(static_cast<int>(status), call);
  return Done{};
}

Result<Done> setValue(HKEY key, const wchar_t* name, std::span<const std::uint8_t> bytes) {
  return done(
      RegSetValueExW(key, name, 0, REG_BINARY, bytes.data(), static_cast<DWORD>(bytes.size())),
      "RegSetValueEx");
}

using OldValue = std::optional<std::vector<std::uint8_t>>;

void putBack(HKEY key, const OldValue& old) {
  if (old) {
    (void)setValue(key, kSettingsValue, *old).ok();
  } else {
    (void)RegDeleteValueW(key, kSettingsValue);
  }
}

/// A value is replaced as a whole: the registry's own log sees to that.
class SettableLastingKey final : public SettableLastingPlace {
 public:
  PlaceContent read() override { return readLastingKey(); }

  Result<Done> writeSettings(std::span<const std::uint8_t> bytes, bool setAside) override {
    const auto opened = openTrustedKey(KEY_SET_VALUE);
    if (const auto* failed = std::get_if<KeyFailure>(&opened)) return failed->error;
    HKEY key = std::get<RegistryKey>(opened).get();
    const auto old = readValue(key, kSettingsValue, kMaxSettingsBytes);
    if (const auto* failed = std::get_if<KeyFailure>(&old)) return failed->error;
    return replace(key, bytes, std::get<OldValue>(old), setAside);
  }

  Result<Done> writeStatus(std::span<const std::uint8_t> bytes) override {
    const auto opened = openTrustedKey(KEY_SET_VALUE);
    if (const auto* failed = std::get_if<KeyFailure>(&opened)) return failed->error;
    return setValue(std::get<RegistryKey>(opened).get(), kStatusValue, bytes);
  }

 private:
  static Result<Done> replace(HKEY key, std::span<const std::uint8_t> bytes, const OldValue& old,
                              bool setAside) {
    // Without it the new value takes the damaged one's place all the same.
    if (setAside && old) (void)setValue(key, kDamagedValue, *old).ok();
    if (const auto written = setValue(key, kSettingsValue, bytes); !written) return written;
    const auto flushed = done(RegFlushKey(key), "RegFlushKey");
    if (!flushed) putBack(key, old);
    return flushed;
  }
};

}  // namespace

std::unique_ptr<SettableLastingPlace> openSettableLastingPlace() {
  return std::make_unique<SettableLastingKey>();
}

}  // namespace interface_panel
