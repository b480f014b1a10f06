// SPDX-License-Identifier: MIT
#pragma once

#include <windows.h>

#include <cstdint>

#include "keeper/keeper_machine.h"
#include "keeper/windows/interface_notices.h"
#include "keeper/windows/store_watch.h"

namespace interface_panel {

/// Feeds the machine with what the system tells, and waits for it.
class Keeping {
 public:
  Keeping(KeeperMachine& machine, StoreWatch& store, InterfaceNotices& notices, HANDLE stop)
      : machine_(machine), store_(store), notices_(notices), stop_(stop) {}

  /// Until `stop` is signalled. False: the settings cannot be listened to any more.
  bool run();

 private:
  enum class Heard { nothing, stop, store, notices };

  Heard wait();
  void takeNotices();

  KeeperMachine& machine_;
  StoreWatch& store_;
  InterfaceNotices& notices_;
  HANDLE stop_;
  std::uint64_t listensFrom_ = 0;
};

}  // namespace interface_panel
