// SPDX-License-Identifier: MIT
// The helper's stack with places to halt at. platform_kind.cpp and simulated_kind.cpp define
// makeUnhaltedStack() here.
#include <map>
#include <memory>
#include <string>

#include "helper/helper_kind.h"
#include "stop_point.h"

namespace interface_panel {

std::unique_ptr<SettableIpStack> makeUnhaltedStack(const HelperArguments& arguments);

namespace {

class HaltingStack : public SettableIpStack {
 public:
  explicit HaltingStack(std::unique_ptr<SettableIpStack> stack) : stack_(std::move(stack)) {}

  Result<Snapshot> snapshot() override { return stack_->snapshot(); }
  Result<IpInterface> ipInterface(const IpInterfaceKey& key) override {
    enter("ipInterface");
    return stack_->ipInterface(key);
  }
  Result<BestRoute> bestRoute(const IpAddress& destination,
                              const std::optional<IpAddress>& source) override {
    return stack_->bestRoute(destination, source);
  }
  Result<std::unique_ptr<Watch>> watch(std::function<void()> changed) override {
    return stack_->watch(std::move(changed));
  }
  Result<Refusal> check(const Operation& operation) override {
    enter("check");
    return stack_->check(operation);
  }
  Result<Footprint> capture(const Operation& operation) override {
    enter("capture");
    return stack_->capture(operation);
  }
  Result<bool> isUnchanged(const Operation& operation, const Footprint& footprint) override {
    enter("isUnchanged");
    return stack_->isUnchanged(operation, footprint);
  }
  bool mayAlter(const Operation& one, const Footprint& oneBefore, const Operation& other,
                const Footprint& otherBefore) override {
    return stack_->mayAlter(one, oneBefore, other, otherBefore);
  }

  Result<Done> set(const Operation& operation) override {
    if (enter("set") == 1) haltAt(stop_point::kBetweenOperations);
    return stack_->set(operation);
  }

  Result<Restored> restore(const Operation& operation, const Footprint& before,
                           const Footprint& after) override {
    if (enter("restore") == 1) haltAt(stop_point::kMidUndo);
    return stack_->restore(operation, before, after);
  }

  Result<bool> settled() override {
    enter("settled");
    return stack_->settled();
  }

 private:
  /// Halts inside this call if its name and number make the chosen point, as "set-0". Its number.
  int enter(const std::string& call) {
    const int number = calls_[call]++;
    haltAt(call + '-' + std::to_string(number));
    return number;
  }

  std::unique_ptr<SettableIpStack> stack_;
  /// How often each was called.
  std::map<std::string, int> calls_;
};

}  // namespace

std::unique_ptr<SettableIpStack> makeHelperStack(const HelperArguments& arguments) {
  std::unique_ptr<SettableIpStack> stack = makeUnhaltedStack(arguments);
  return stack ? std::make_unique<HaltingStack>(std::move(stack)) : nullptr;
}

}  // namespace interface_panel
