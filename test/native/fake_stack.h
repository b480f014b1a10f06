// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "stack/ip_stack.h"

namespace interface_panel {

/// A stack in memory for tests of the transaction: a few fields with values, Metric and
/// UseAutomaticMetric coupled as on Windows, and every failure a real one can have.
class FakeStack : public SettableIpStack {
 public:
  /// A value per key and field; a key is there when it has any.
  std::map<IpInterfaceKey, std::map<Field, std::int64_t>> values;
  /// Interfaces that are gone for now.
  std::set<std::uint64_t> gone;

  std::map<Field, Refusal> refusals;
  std::optional<Error> checkError;
  /// Fails the set of this field.
  std::map<Field, Error> setErrors;
  /// Fails the set of this field once it is made.
  std::map<Field, Error> lateSetErrors;
  /// Answers of the next restores of a field, the next one last; then the true one.
  std::map<Field, std::vector<Result<Restored>>> restoreAnswers;
  /// Fails captures while there is one.
  std::optional<Error> captureError;
  /// Bytes that make every footprint longer.
  std::size_t footprintPadding = 0;
  bool emptyFootprints = false;
  /// Footprints that say nothing of the values.
  bool blindFootprints = false;
  /// At the end of every footprint, and different each time: what changes by itself.
  std::optional<std::uint8_t> drift;
  /// How often settled() still says no.
  int unsettledPolls = 0;
  /// Called after each set, and before each capture.
  std::function<void(const Operation&)> afterSet = [](const Operation&) {};
  std::function<void(const Operation&)> beforeCapture = [](const Operation&) {};

  /// Sets and restores in the order they were made: "set 25 = 50", "restore 25".
  std::vector<std::string> calls;

  static Error noSuchInterface() { return {ErrorDomain::posix, 19, "ENODEV", "fake"}; }

  static Error invalid() { return {ErrorDomain::posix, 22, "EINVAL", "fake"}; }

  /// What is known of the adapters that are there.
  std::map<std::uint64_t, AdapterName> names;

  std::optional<Error> adaptersError;

  Result<std::vector<NamedAdapter>> adapters() override {
    if (adaptersError) return *adaptersError;
    std::vector<NamedAdapter> adapters;
    for (const auto& [luid, name] : names) {
      if (gone.count(luid) == 0) adapters.push_back({luid, name});
    }
    return adapters;
  }

  Result<std::optional<std::int64_t>> value(const Operation& operation) override {
    if (!isThere(operation.key)) return noSuchInterface();
    const auto& row = values[operation.key];
    const auto found = row.find(operation.field);
    return found == row.end() ? std::nullopt : std::optional(found->second);
  }

  Result<Refusal> check(const Operation& operation) override {
    if (checkError) return *checkError;
    const auto refusal = refusals.find(operation.field);
    return refusal == refusals.end() ? Refusal::none : refusal->second;
  }

  Result<Footprint> capture(const Operation& operation) override {
    beforeCapture(operation);
    if (captureError) return *captureError;
    if (!isThere(operation.key)) return noSuchInterface();
    return encode(operation);
  }

  Result<bool> isUnchanged(const Operation& operation, const Footprint& footprint) override {
    Result<Footprint> live = capture(operation);
    if (!live) return live.error();
    if (drift && footprint.size() == live->size()) live->back() = footprint.back();
    return live.value() == footprint;
  }

  Result<Done> set(const Operation& operation) override {
    calls.push_back("set " + std::to_string(static_cast<int>(operation.field)) + " = " +
                    std::to_string(operation.value));
    if (!isThere(operation.key)) return noSuchInterface();
    const auto error = setErrors.find(operation.field);
    if (error != setErrors.end()) return error->second;
    // As the real ones: compare, then set.
    if (values[operation.key][operation.field] != operation.expected) return invalid();
    values[operation.key][operation.field] = operation.value;
    if (operation.field == Field::Metric) values[operation.key][Field::UseAutomaticMetric] = 0;
    afterSet(operation);
    const auto late = lateSetErrors.find(operation.field);
    if (late != lateSetErrors.end()) return late->second;
    return Done{};
  }

  Result<Restored> restore(const Operation& operation, const Footprint& before,
                           const Footprint& after) override {
    calls.push_back("restore " + std::to_string(static_cast<int>(operation.field)));
    auto& answers = restoreAnswers[operation.field];
    if (!answers.empty()) {
      const Result<Restored> answer = answers.back();
      answers.pop_back();
      return answer;
    }
    if (!isThere(operation.key)) return Restored::gone;
    if (before.size() != encode(operation).size() || after.size() != before.size()) {
      return invalid();
    }
    if (encode(operation) != after) return Restored::foreign;
    decode(operation, before);
    // It leads back to what the operation expected, or it is not the operation that was made.
    if (values[operation.key][operation.field] != operation.expected) return invalid();
    return Restored::complete;
  }

  /// What is no footprint of these fields, or of another value before, is refused.
  Result<Refusal> checkRestore(const Operation& operation, const Footprint& before,
                               const Footprint& after) override {
    const std::size_t size = encode(operation).size();
    const bool fits = before.size() == size && (after.empty() || after.size() == size);
    return fits ? Refusal::none : Refusal::malformedFootprint;
  }

  Result<Restored> restoreJournalled(const Operation& operation, const Footprint& before,
                                     const Footprint& after) override {
    return restore(operation, before, after);
  }

  Result<bool> settled() override { return unsettledPolls == 0 || unsettledPolls-- == 0; }

  /// The fields an operation may alter, each as eight bytes little endian, then the padding.
  Footprint encode(const Operation& operation) {
    Footprint footprint;
    if (emptyFootprints) return footprint;
    if (blindFootprints) return {0};
    for (const Field field : fieldsOf(operation)) {
      const auto bits = static_cast<std::uint64_t>(values[operation.key][field]);
      for (int shift = 0; shift < 64; shift += 8) {
        footprint.push_back(static_cast<std::uint8_t>(bits >> shift));
      }
    }
    footprint.insert(footprint.end(), footprintPadding, 0xA5);
    if (drift) footprint.push_back((*drift)++);
    return footprint;
  }

 private:
  [[nodiscard]] bool isThere(const IpInterfaceKey& key) const {
    return gone.count(key.luid) == 0 && values.count(key) != 0;
  }

  static std::vector<Field> fieldsOf(const Operation& operation) {
    const bool metric =
        operation.field == Field::Metric || operation.field == Field::UseAutomaticMetric;
    if (metric) return {Field::Metric, Field::UseAutomaticMetric};
    return {operation.field};
  }

  void decode(const Operation& operation, const Footprint& footprint) {
    std::size_t offset = 0;
    for (const Field field : fieldsOf(operation)) {
      std::uint64_t bits = 0;
      for (std::size_t i = 0; i < 8; ++i) {
        bits |= static_cast<std::uint64_t>(footprint[offset + i]) << (8 * i);
      }
      values[operation.key][field] = static_cast<std::int64_t>(bits);
      offset += 8;
    }
  }
};

}  // namespace interface_panel
