// SPDX-License-Identifier: MIT
#include "keeper/windows/store_watch.h"

#include "lasting/windows/lasting_key.h"
#include "lasting/windows/lasting_key_maker.h"

namespace interface_panel {
namespace {

/// Its values, who may change them, and itself: a key that is deleted tells so by its name.
constexpr DWORD kChanges =
    REG_NOTIFY_CHANGE_LAST_SET | REG_NOTIFY_CHANGE_SECURITY | REG_NOTIFY_CHANGE_NAME;

RegistryKey openKey() {
  HKEY opened = nullptr;
  const LSTATUS status = RegOpenKeyExW(HKEY_LOCAL_MACHINE, kLastingKey, REG_OPTION_OPEN_LINK,
                                       KEY_NOTIFY | KEY_WOW64_64KEY, &opened);
  return RegistryKey(status == ERROR_SUCCESS ? opened : nullptr);
}

}  // namespace

StoreWatch::StoreWatch() : event_(CreateEventW(nullptr, FALSE, FALSE, nullptr)), key_(openKey()) {}

bool StoreWatch::listen() {
  if (listenToKey()) return true;
  if (!makeLastingKey()) return false;
  key_ = openKey();
  return listenToKey();
}

bool StoreWatch::listenToKey() const {
  return key_ && event_.valid() &&
         RegNotifyChangeKeyValue(key_.get(), FALSE, kChanges, event_.get(), TRUE) == ERROR_SUCCESS;
}

}  // namespace interface_panel
