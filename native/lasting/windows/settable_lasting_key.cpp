// SPDX-License-Identifier: MIT
#include "lasting/windows/settable_lasting_key.h"

#include "lasting/windows/lasting_key.h"
#include "lasting/windows/lasting_values.h"
#include "lasting/windows/registry_key.h"
#include "stack/win32_error.h"

namespace interface_panel {
namespace {

Result<Done> setValue(HKEY key, const wchar_t* name, std::span<const std::uint8_t> bytes) {
  const LSTATUS status =
      ::RegSetValueExW(key, name, 0, REG_BINARY, bytes.data(), static_cast<DWORD>(bytes.size()));
  if (status != ERROR_SUCCESS) return win32Error(static_cast<int>(status), "RegSetValueEx");
  return Done{};
}

/// A value is replaced as a whole: the registry's own log sees to that.
class SettableLastingKey final : public SettableLastingPlace {
 public:
  PlaceContent read() override {
    const Opened opened = open(KEY_QUERY_VALUE);
    return opened.key ? readLastingValues(opened.key.get()) : withoutLastingKey(opened.status);
  }

  Result<Done> writeSettings(std::span<const std::uint8_t> bytes, bool setAside) override {
    const Opened opened = open(KEY_QUERY_VALUE | KEY_SET_VALUE);
    if (!opened.key) return failed(opened.status, "RegOpenKeyEx");
    if (setAside) keepDamaged(opened.key.get());
    const auto written = setValue(opened.key.get(), kSettingsValue, bytes);
    if (!written) return written;
    const LSTATUS flushed = ::RegFlushKey(opened.key.get());
    return flushed == ERROR_SUCCESS ? Result<Done>(Done{}) : failed(flushed, "RegFlushKey");
  }

  Result<Done> writeStatus(std::span<const std::uint8_t> bytes) override {
    const Opened opened = open(KEY_SET_VALUE);
    if (!opened.key) return failed(opened.status, "RegOpenKeyEx");
    return setValue(opened.key.get(), kStatusValue, bytes);
  }

 private:
  struct Opened {
    LSTATUS status;
    RegistryKey key;
  };

  static Opened open(REGSAM access) {
    HKEY opened = nullptr;
    const LSTATUS status = ::RegOpenKeyExW(HKEY_LOCAL_MACHINE, kLastingKey, 0, access, &opened);
    return {status, RegistryKey(status == ERROR_SUCCESS ? opened : nullptr)};
  }

  static Error failed(LSTATUS status, const char* call) {
    return win32Error(static_cast<int>(status), call);
  }

  /// Without it the new value takes the damaged one's place all the same.
  static void keepDamaged(HKEY key) {
    const PlaceContent content = readLastingValues(key);
    if (content.settings) (void)setValue(key, kDamagedValue, *content.settings).ok();
  }
};

}  // namespace

std::unique_ptr<SettableLastingPlace> openSettableLastingPlace() {
  return std::make_unique<SettableLastingKey>();
}

}  // namespace interface_panel
