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

  Result<std::vector<NamedAdapter>> adapters() override {
    enter("adapters");
    return stack_->adapters();
  }
  Result<std::optional<std::int64_t>> value(const Operation& operation) override {
    enter("value");
    return stack_->value(operation);
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
  Result<Done> set(const Operation& operation) override {
    if (enter("set") == 1) haltAt(stop_point::kBetweenOperations);
    return stack_->set(operation);
  }

  Result<Refusal> checkRestore(const Operation& operation, const Footprint& before,
                               const Footprint& after) override {
    enter("checkRestore");
    return stack_->checkRestore(operation, before, after);
  }

  Result<Restored> restore(const Operation& operation, const Footprint& before,
                           const Footprint& after) override {
    if (enter("restore") == 1) haltAt(stop_point::kMidUndo);
    return stack_->restore(operation, before, after);
  }

  Result<Restored> restoreJournalled(const Operation& operation, const Footprint& before,
                                     const Footprint& after) override {
    enter("restoreJournalled");
    return stack_->restoreJournalled(operation, before, after);
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
