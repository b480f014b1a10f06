// SPDX-License-Identifier: MIT
#pragma once

#include "stack/linux/file_descriptor.h"

namespace interface_panel {

/// Hears of changes in the folder of lasting settings, by inotify(7).
class StoreWatch {
 public:
  /// Not valid where there is no such folder.
  StoreWatch();

  [[nodiscard]] bool valid() const { return notify_.valid(); }
  [[nodiscard]] int descriptor() const { return notify_.get(); }

  struct News {
    /// The settings or the switch beside them.
    bool isChanged = false;
    /// The folder itself was moved, removed, or given other rights.
    bool isOtherFolder = false;
  };

  /// What was told since the last call. Never blocks.
  News take();

 private:
  FileDescriptor notify_;
};

}  // namespace interface_panel
