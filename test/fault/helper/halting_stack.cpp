// SPDX-License-Identifier: MIT
// The helper's stack with places to halt at. platform_kind.cpp and simulated_kind.cpp define
// makeUnhaltedStack() here.
#include <memory>

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
    return stack_->ipInterface(key);
  }
  Result<BestRoute> bestRoute(const IpAddress& destination,
                              const std::optional<IpAddress>& source) override {
    return stack_->bestRoute(destination, source);
  }
  Result<std::unique_ptr<Watch>> watch(std::function<void()> changed) override {
    return stack_->watch(std::move(changed));
  }
  Result<Refusal> check(const Operation& operation) override { return stack_->check(operation); }
  Result<Footprint> capture(const Operation& operation) override {
    return stack_->capture(operation);
  }
  Result<bool> isUnchanged(const Operation& operation, const Footprint& footprint) override {
    return stack_->isUnchanged(operation, footprint);
  }
  bool mayAlter(const Operation& one, const Footprint& oneBefore, const Operation& other,
                const Footprint& otherBefore) override {
    return stack_->mayAlter(one, oneBefore, other, otherBefore);
  }

  Result<Done> set(const Operation& operation) override {
    if (sets_++ == 1) haltAt(stop_point::kBetweenOperations);
    return stack_->set(operation);
  }

  Result<Restored> restore(const Operation& operation, const Footprint& before,
                           const Footprint& after) override {
    if (restores_++ == 1) haltAt(stop_point::kMidUndo);
    return stack_->restore(operation, before, after);
  }

  Result<bool> settled() override { return stack_->settled(); }

 private:
  std::unique_ptr<SettableIpStack> stack_;
  int sets_ = 0;
  int restores_ = 0;
};

}  // namespace

std::unique_ptr<SettableIpStack> makeHelperStack(const HelperArguments& arguments) {
  std::unique_ptr<SettableIpStack> stack = makeUnhaltedStack(arguments);
  return stack ? std::make_unique<HaltingStack>(std::move(stack)) : nullptr;
}

}  // namespace interface_panel
