// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "stack/ip_stack.h"

namespace interface_panel {

/// Another stack, with the accidents that the simulated one cannot have.
class FailingStack final : public SettableIpStack {
 public:
  enum class Call { read, check, capture, set, restore, settled };

  explicit FailingStack(std::unique_ptr<SettableIpStack> stack) : stack_(std::move(stack)) {}

  /// This call answers with the error until healed.
  std::optional<std::pair<Call, Error>> failure;
  /// Footprints come with this many bytes whatever they hold.
  std::optional<std::size_t> footprintBytes;
  /// Calls that still go well before the first that does not.
  std::size_t goodCalls = 0;
  /// The field of the row that is not there.
  std::optional<Field> hidden;
  /// restore() puts back what it can and says that something could not be put back.
  bool restoresHalf = false;
  /// How often settled() still says no.
  int unsettledPolls = 0;

  /// Called with each capture that the stack made, and that it failed to make.
  std::function<void(const Operation&)> captured = [](const Operation&) {};
  std::function<void(const Operation&)> captureFailed = [](const Operation&) {};

  void heal() {
    failure.reset();
    footprintBytes.reset();
    hidden.reset();
    restoresHalf = false;
  }

  Result<std::vector<NamedAdapter>> adapters() override { return stack_->adapters(); }

  Result<std::optional<std::int64_t>> value(const Operation& operation) override {
    if (const auto error = failureOf(Call::read)) return *error;
    auto value = stack_->value(operation);
    if (value && hidden == operation.field && isDue()) value.value().reset();
    return value;
  }

  Result<Refusal> check(const Operation& operation) override {
    if (const auto error = failureOf(Call::check)) return *error;
    return stack_->check(operation);
  }

  Result<Footprint> capture(const Operation& operation) override {
    if (const auto error = failureOf(Call::capture)) {
      captureFailed(operation);
      return *error;
    }
    Result<Footprint> footprint = stack_->capture(operation);
    if (footprint) captured(operation);
    if (footprint && footprintBytes && isDue()) footprint.value().resize(*footprintBytes);
    return footprint;
  }

  Result<Done> set(const Operation& operation) override {
    if (const auto error = failureOf(Call::set)) return *error;
    return stack_->set(operation);
  }

  Result<Refusal> checkRestore(const Operation& operation, const Footprint& before,
                               const Footprint& after) override {
    return stack_->checkRestore(operation, before, after);
  }

  Result<Restored> restore(const Operation& operation, const Footprint& before,
                           const Footprint& after) override {
    if (const auto error = failureOf(Call::restore)) return *error;
    return halved(stack_->restore(operation, before, after));
  }

  Result<Restored> restoreJournalled(const Operation& operation, const Footprint& before,
                                     const Footprint& after) override {
    if (const auto error = failureOf(Call::restore)) return *error;
    return halved(stack_->restoreJournalled(operation, before, after));
  }

  Result<bool> settled() override {
    if (const auto error = failureOf(Call::settled)) return *error;
    return unsettledPolls == 0 || unsettledPolls-- == 0;
  }

 private:
  [[nodiscard]] Result<Restored> halved(Result<Restored> restored) const {
    const bool isDone = restored && restored.value() == Restored::complete;
    return isDone && restoresHalf ? Restored::failed : restored;
  }

  [[nodiscard]] std::optional<Error> failureOf(Call call) {
    if (!failure || failure->first != call || !isDue()) return std::nullopt;
    return failure->second;
  }

  bool isDue() { return goodCalls == 0 || goodCalls-- == 0; }

  std::unique_ptr<SettableIpStack> stack_;
};

}  // namespace interface_panel
