// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <future>

#include "stack/windows/windows_stack.h"
#include "windows_test_table.h"

namespace interface_panel {
namespace {

using test::WindowsTestTable;

constexpr auto kPatience = std::chrono::seconds(60);

/// Counts calls and lets a test wait for a number of them.
class Counter {
 public:
  void add() {
    const std::lock_guard lock(mutex_);
    ++count_;
    changed_.notify_all();
  }

  bool reaches(int count) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, kPatience, [this, count] { return count_ >= count; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int count_ = 0;
};

std::unique_ptr<Watch> watchOf(const WindowsTestTable& table, std::function<void()> changed) {
  auto watch = makeWindowsStack(table.api())->watch(std::move(changed));
  REQUIRE(watch);
  return std::move(watch).value();
}

}  // namespace

TEST_CASE("changes of IP interfaces, routes and addresses are all told") {
  WindowsTestTable table;
  Counter counter;
  const auto watch = watchOf(table, [&counter] { counter.add(); });
  table.notifyIpInterface(WindowsTestTable::kEthernet, Family::ipv4, 1);
  CHECK(counter.reaches(1));
  table.notifyRoute(WindowsTestTable::kEthernet, Family::ipv6);
  CHECK(counter.reaches(2));
  table.notifyUnicastAddress(WindowsTestTable::kVpn, Family::ipv4);
  CHECK(counter.reaches(3));
}

TEST_CASE("a stack may go while its watch goes on") {
  WindowsTestTable table;
  Counter counter;
  auto stack = makeWindowsStack(table.api());
  auto watch = stack->watch([&counter] { counter.add(); });
  REQUIRE(watch);
  stack.reset();
  table.notifyIpInterface(WindowsTestTable::kEthernet, Family::ipv4, 1);
  CHECK(counter.reaches(1));
}

TEST_CASE("callbacks that overlap are told one after the other") {
  WindowsTestTable table;
  Counter counter;
  std::atomic<int> inside = 0;
  std::atomic<bool> overlapped = false;
  const auto watch = watchOf(table, [&] {
    if (++inside != 1) overlapped = true;
    std::this_thread::yield();
    --inside;
    counter.add();
  });
  table.notifyIpInterface(WindowsTestTable::kEthernet, Family::ipv4, 40);
  CHECK(counter.reaches(40));
  CHECK_FALSE(overlapped);
}

TEST_CASE("ending a watch waits for callbacks in flight and lets them end") {
  WindowsTestTable table;
  std::promise<void> entered;
  std::promise<void> release;
  std::atomic<int> finished = 0;
  std::once_flag first;
  auto watch = watchOf(table, [&] {
    std::call_once(first, [&] {
      entered.set_value();
      release.get_future().wait();
    });
    ++finished;
  });
  // The first holds the lock, the others want it while the watch is being ended.
  table.notifyIpInterface(WindowsTestTable::kEthernet, Family::ipv4, 3);
  REQUIRE(entered.get_future().wait_for(kPatience) == std::future_status::ready);

  auto ended = std::async(std::launch::async, [&watch] { watch.reset(); });
  CHECK(table.waitUntilCancelling(kPatience));
  CHECK(finished == 0);
  release.set_value();
  REQUIRE(ended.wait_for(kPatience) == std::future_status::ready);
  CHECK(finished == 3);
  CHECK(table.openSubscriptions() == 0);
}

TEST_CASE("after its end a watch tells nothing") {
  WindowsTestTable table;
  std::atomic<int> calls = 0;
  watchOf(table, [&calls] { ++calls; }).reset();
  CHECK(table.openSubscriptions() == 0);
  table.notifyIpInterface(WindowsTestTable::kEthernet, Family::ipv4, 1);
  CHECK(calls == 0);
}

TEST_CASE("a subscription that fails takes the others back") {
  for (const char* const call :
       {"NotifyIpInterfaceChange", "NotifyRouteChange2", "NotifyUnicastIpAddressChange"}) {
    WindowsTestTable table;
    table.failures[call] = ERROR_NOT_ENOUGH_MEMORY;
    const auto watch = makeWindowsStack(table.api())->watch([] {});
    REQUIRE_FALSE(watch);
    CHECK(watch.error().call == call);
    CHECK(watch.error().name == "ERROR_NOT_ENOUGH_MEMORY");
    CHECK(table.openSubscriptions() == 0);
  }
}

}  // namespace interface_panel
