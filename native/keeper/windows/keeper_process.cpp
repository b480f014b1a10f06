// SPDX-License-Identifier: MIT
#include "keeper/windows/keeper_process.h"

#include <chrono>
#include <memory>

#include "channel/monotonic_clock.h"
#include "helper/windows/administrators_lock.h"
#include "helper/windows/hardening.h"
#include "helper/windows/privileges.h"
#include "keeper/keeper_words.h"
#include "keeper/windows/keeper_calls.h"
#include "keeper/windows/keeping.h"
#include "lasting/keeper_process.h"
#include "lasting/windows/settable_lasting_key.h"
#include "stack/windows/settable_windows_stack.h"

namespace interface_panel {
namespace {

std::int64_t millisecondsSince1970() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

KeeperExit fail(Log& log, const char* why, KeeperExit exit = KeeperExit::failed) {
  log.write(LogLevel::warning, why);
  return exit;
}

/// Without a single setting, until it is told to stop.
KeeperExit restInSafeMode(Log& log, SettableLastingPlace& place, const KeeperStatus& status,
                          HANDLE stop) {
  log.write(LogLevel::warning, wordsOfStore(StoreTrouble::safeMode, std::nullopt, 0));
  (void)place.writeStatus(encodeStatus(status)).ok();
  WaitForSingleObject(stop, INFINITE);
  return KeeperExit::toldToStop;
}

KeeperExit keepLocked(Log& log, HANDLE stop, const std::function<void()>& listening) {
  const DWORD process = GetCurrentProcessId();
  const std::uint64_t startedAt = processStartedAt(process).value_or(0);
  const auto place = openSettableLastingPlace();
  // Not zero: started in safe mode, with or without a network.
  if (GetSystemMetrics(SM_CLEANBOOT) != 0) {
    listening();
    return restInSafeMode(log, *place,
                          {.process = process,
                           .store = StoreTrouble::safeMode,
                           .startedAt = startedAt,
                           .wroteAt = millisecondsSince1970(),
                           .settings = {}},
                          stop);
  }
  const IpHelperApi api = keeperCalls();
  AdministratorsLock lock(kWorkLock);
  StoreWatch store;
  InterfaceNotices notices(api);
  if (!removeAllPrivileges()) return fail(log, "The privileges cannot be given up");
  if (!store.listen()) return fail(log, "The key of the lasting settings cannot be had");
  if (!notices.valid()) return fail(log, "The system cannot be listened to");
  KeeperMachine machine({.openStack = [&api] { return makeSettableWindowsStack(api); },
                         .place = *place,
                         .lock = lock,
                         .log = log,
                         .wallClock = millisecondsSince1970,
                         .process = process,
                         .startedAt = startedAt},
                        monotonicMilliseconds());
  listening();
  const bool isTold = Keeping(machine, store, notices, stop).run();
  if (!isTold) return fail(log, "The key of the lasting settings cannot be had any more");
  return KeeperExit::toldToStop;
}

}  // namespace

KeeperExit keep(Log& log, HANDLE stop, const std::function<void()>& listening) {
  if (!hardenElevatedProcess()) return fail(log, "The process cannot be hardened");
  if (!isElevatedAdministrator()) {
    return fail(log, "Only an elevated administrator can change IP interfaces",
                KeeperExit::notPrivileged);
  }
  AdministratorsLock keepers(kKeepersLock);
  switch (keepers.tryTake()) {
    case WorkLock::Attempt::held:
      return keepLocked(log, stop, listening);
    case WorkLock::Attempt::busy:
      return fail(log, "Another keeper is at work", KeeperExit::second);
    case WorkLock::Attempt::failed:
      break;
  }
  return fail(log, "The lock of keepers cannot be had");
}

}  // namespace interface_panel
