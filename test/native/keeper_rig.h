// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "fake_stack.h"
#include "keeper/keeper_machine.h"
#include "lasting/lasting_codec.h"

namespace interface_panel {

/// The same stack, opened once more.
class OpenedStack final : public SettableIpStack {
 public:
  explicit OpenedStack(SettableIpStack& stack) : stack_(stack) {}

  Result<std::vector<NamedAdapter>> adapters() override { return stack_.adapters(); }
  Result<std::optional<std::int64_t>> value(const Operation& operation) override {
    return stack_.value(operation);
  }
  Result<Refusal> check(const Operation& operation) override { return stack_.check(operation); }
  Result<Footprint> capture(const Operation& operation) override {
    return stack_.capture(operation);
  }
  Result<Done> set(const Operation& operation) override { return stack_.set(operation); }
  Result<Refusal> checkRestore(const Operation& operation, const Footprint& before,
                               const Footprint& after) override {
    return stack_.checkRestore(operation, before, after);
  }
  Result<Restored> restore(const Operation& operation, const Footprint& before,
                           const Footprint& after) override {
    return stack_.restore(operation, before, after);
  }
  Result<Restored> restoreJournalled(const Operation& operation, const Footprint& before,
                                     const Footprint& after) override {
    return stack_.restoreJournalled(operation, before, after);
  }
  Result<bool> settled() override { return stack_.settled(); }

 private:
  SettableIpStack& stack_;
};

class FakePlace final : public SettableLastingPlace {
 public:
  PlaceContent content;
  std::optional<Error> statusError;
  std::vector<std::vector<std::uint8_t>> statuses;
  std::size_t triesToWrite = 0;

  PlaceContent read() override { return content; }
  Result<Done> writeSettings(std::span<const std::uint8_t>, bool) override { return Done{}; }
  Result<Done> writeStatus(std::span<const std::uint8_t> bytes) override {
    ++triesToWrite;
    if (statusError) return *statusError;
    statuses.emplace_back(bytes.begin(), bytes.end());
    return Done{};
  }
};

class FakeLock final : public WorkLock {
 public:
  Attempt answer = Attempt::held;
  bool isHeld = false;
  std::size_t timesTaken = 0;

  Attempt tryTake() override {
    REQUIRE_FALSE(isHeld);
    isHeld = answer == Attempt::held;
    if (isHeld) ++timesTaken;
    return answer;
  }
  void release() override {
    REQUIRE(isHeld);
    isHeld = false;
  }
};

class FakeLog final : public Log {
 public:
  std::vector<std::string> lines;

  void write(LogLevel, const std::string& line) override { lines.push_back(line); }
};

inline constexpr std::uint64_t kTunnel = makeLuid(131, 4);
inline constexpr std::uint64_t kOffice = makeLuid(6, 7);

/// A machine on a fake stack with one clock. The link `tun0` is there from the start, switched to
/// nothing.
class KeeperRig {
 public:
  KeeperRig() {
    stack.afterSet = [this](const Operation&) { CHECK(lock.isHeld); };
    addLink(kTunnel, "tun0", 131);
  }

  FakeStack stack;
  FakePlace place;
  FakeLock lock;
  FakeLog log;
  std::uint64_t now = 5'000'000;
  std::int64_t wallClock = 1'000;
  /// How often the stack was opened.
  std::size_t opened = 0;
  /// How often the machine was woken.
  std::size_t ticks = 0;

  KeeperMachine& machine() {
    if (!machine_) start();
    return *machine_;
  }

  /// As after a crash, or a restart of the system.
  void start() {
    machine_ = std::make_unique<KeeperMachine>(
        KeeperMachine::Surroundings{.openStack =
                                        [this] {
                                          ++opened;
                                          return std::make_unique<OpenedStack>(stack);
                                        },
                                    .place = place,
                                    .lock = lock,
                                    .log = log,
                                    .wallClock = [this] { return wallClock; },
                                    .process = 4711,
                                    .startedAt = 42},
        now);
  }

  void addLink(std::uint64_t luid, const std::string& alias, std::uint32_t type) {
    stack.names[luid] = {alias, type, {}};
    stack.values[{luid, Family::ipv4}] = {{Field::DisableDefaultRoutes, 0}, {Field::NlMtu, 1500}};
    stack.values[{luid, Family::ipv6}] = {{Field::DadTransmits, 1}};
  }

  void removeLink(std::uint64_t luid) {
    stack.names.erase(luid);
    stack.values.erase({luid, Family::ipv4});
    stack.values.erase({luid, Family::ipv6});
  }

  static LastingSetting setting(Field field, std::int64_t value, const std::string& alias = "tun0",
                                std::uint32_t type = 131, Family family = Family::ipv4) {
    return {{alias, type, {}}, family, field, value, 0, "anna"};
  }

  static LastingSetting mtu(std::int64_t value = 1400) { return setting(Field::NlMtu, value); }
  static LastingSetting noDefaultRoutes() { return setting(Field::DisableDefaultRoutes, 1); }

  void store(LastingSettings settings) {
    std::ranges::sort(settings, {}, &LastingSetting::id);
    place.content.settings = encodeSettings(settings);
    if (machine_) machine_->storeChanged(now);
  }

  /// Lets time pass, waking the machine whenever it asks.
  void advance(std::uint64_t milliseconds) {
    const std::uint64_t end = now + milliseconds;
    while (machine().nextWakeUp() <= end) {
      now = std::max(now, machine().nextWakeUp());
      REQUIRE(++ticks < 100'000);
      machine().tick(now);
      CHECK_FALSE(lock.isHeld);
    }
    now = end;
  }

  void hear(const KeeperNews& news) { machine().hear(now, news); }

  /// An adapter came, went or was renamed.
  void hearAdapters(std::set<std::uint32_t> gone = {}) {
    KeeperNews news;
    news.adapters = true;
    news.gone = std::move(gone);
    hear(news);
  }

  /// Something was told of a link.
  void hearRow(std::uint64_t luid = kTunnel, Family family = Family::ipv4) {
    KeeperNews news;
    news.rows.insert({luidIndex(luid), family});
    hear(news);
  }

  /// Somebody adds a default route to the tunnel.
  void addDefaultRoute() {
    value(Field::DisableDefaultRoutes) = 0;
    KeeperNews news;
    news.rows.insert({luidIndex(kTunnel), Family::ipv4});
    news.defaultRoutesAdded = news.rows;
    hear(news);
  }

  /// Somebody sets a value, and the kernel tells of it.
  void change(Field field, std::int64_t to) {
    value(field) = to;
    hearRow();
  }

  std::int64_t& value(Field field, std::uint64_t luid = kTunnel) {
    return stack.values[{luid, Family::ipv4}][field];
  }

  [[nodiscard]] std::size_t sets() const {
    return static_cast<std::size_t>(std::ranges::count_if(
        stack.calls, [](const auto& call) { return call.starts_with("set"); }));
  }

  [[nodiscard]] std::size_t linesWith(const std::string& part) const {
    return static_cast<std::size_t>(std::ranges::count_if(
        log.lines, [&](const std::string& line) { return line.find(part) != std::string::npos; }));
  }

  /// Of the last status that was written: the trouble with the store, and the state of a setting.
  [[nodiscard]] StoreTrouble trouble() const {
    REQUIRE_FALSE(place.statuses.empty());
    return static_cast<StoreTrouble>(place.statuses.back()[12]);
  }
  [[nodiscard]] KeptState state(std::size_t setting = 0) const {
    REQUIRE_FALSE(place.statuses.empty());
    const auto& bytes = place.statuses.back();
    REQUIRE(bytes.size() >= 32 + 64 * (setting + 1) + 32);
    return static_cast<KeptState>(bytes[32 + 64 * setting + 16]);
  }

 private:
  std::unique_ptr<KeeperMachine> machine_;
};

}  // namespace interface_panel
