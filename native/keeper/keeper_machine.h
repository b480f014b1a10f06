// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "helper/work_lock.h"
#include "keeper/keeper_news.h"
#include "keeper/kept_setting.h"
#include "lasting/lasting_place.h"
#include "lasting/meant_adapter.h"
#include "log/log.h"
#include "stack/ip_stack.h"

namespace interface_panel {

/// Sets lasting settings again (docs/lasting-settings.md, "The keeper"). It is fed events and the
/// time, in milliseconds of one monotonic clock that stands still while the machine sleeps, reads
/// no clock and waits for nothing: whoever runs it waits until `nextWakeUp`, or for news.
class KeeperMachine {
 public:
  /// All that it touches.
  struct Surroundings {
    /// A stack that knows nothing of what was there before.
    std::function<std::unique_ptr<SettableIpStack>()> openStack;
    SettableLastingPlace& place;
    WorkLock& lock;
    Log& log;
    /// Milliseconds since 1970, for people alone.
    std::function<std::int64_t()> wallClock;
    /// The keeper's own process, for the status.
    std::uint32_t process = 0;
    std::uint64_t startedAt = 0;
  };

  KeeperMachine(Surroundings surroundings, std::uint64_t now);

  /// The place of the settings was told to be another than it was.
  void storeChanged(std::uint64_t now);
  void hear(std::uint64_t now, const KeeperNews& news);

  /// Does what is due.
  void tick(std::uint64_t now);

  /// When `tick` has something to do: kNever while nothing but news can bring it.
  [[nodiscard]] std::uint64_t nextWakeUp() const;

  /// Whether news of the system is of any use.
  [[nodiscard]] bool listens() const { return !kept_.empty(); }

 private:
  struct Due {
    KeptSetting* kept;
    Finding finding;
    Verdict verdict;
  };

  /// A stack that goes on with what it began.
  struct Unsettled {
    std::unique_ptr<SettableIpStack> stack;
    std::uint64_t until = 0;
  };

  void readStore(std::uint64_t now);
  /// True: other settings than before.
  bool adopt(const PlaceContent& content, std::uint64_t now);
  void readAdapters(std::uint64_t now);
  void place(KeptSetting& kept, const MeantAdapter& meant, std::uint64_t now);

  void lookAtAll(std::uint64_t now);
  [[nodiscard]] std::vector<KeptSetting*> due(std::uint64_t now);
  Due lookAt(KeptSetting& kept, std::uint64_t now);
  void visit(const std::vector<KeptSetting*>& wanting, std::uint64_t now);
  void actOn(KeptSetting& kept, std::uint64_t now);
  void set(KeptSetting& kept, const Finding& finding, std::uint64_t now);
  void noteAndTell(const Due& due, std::uint64_t now);
  void goOnSettling(std::uint64_t now);
  void keepUnsettled(std::uint64_t now);

  [[nodiscard]] std::vector<KeptStatus> standing() const;
  void considerStatus(std::uint64_t now);
  void writeStatus(std::uint64_t now);

  SettableIpStack& stack();

  Surroundings surroundings_;
  std::vector<KeptSetting> kept_;
  StoreTrouble trouble_ = StoreTrouble::none;
  /// For one tick.
  std::unique_ptr<SettableIpStack> stack_;

  bool storeRead_ = false;
  std::uint64_t storeAt_;
  std::uint64_t adaptersAt_ = kNever;
  std::uint64_t adaptersReadAt_ = 0;
  bool adaptersFailed_ = false;
  bool lockFailed_ = false;

  std::vector<Unsettled> unsettled_;
  std::uint64_t settleAt_ = kNever;

  std::vector<KeptStatus> told_;
  std::optional<StoreTrouble> toldTrouble_;
  std::uint64_t statusAt_ = kNever;
  std::uint64_t statusWrittenAt_ = 0;
  bool statusFailed_ = false;
};

}  // namespace interface_panel
