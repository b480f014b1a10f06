// SPDX-License-Identifier: MIT
#pragma once

#include "channel/windows/handle.h"
#include "lasting/windows/registry_key.h"

namespace interface_panel {

/// Hears of changes of the key of lasting settings (RegNotifyChangeKeyValue).
class StoreWatch {
 public:
  StoreWatch();

  /// Signalled once when anything of the key has changed since the last call of listen().
  [[nodiscard]] HANDLE event() const { return event_.get(); }

  /// Listens for the next change. A key that is not there any more is made again. To be called
  /// before the key is read, so that no change is missed. False: it cannot be listened to.
  bool listen();

 private:
  [[nodiscard]] bool listenToKey() const;

  const Handle event_;
  RegistryKey key_;
};

}  // namespace interface_panel
