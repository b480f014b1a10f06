// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "stack/ip_stack.h"

namespace interface_panel {

/// A settable field of one IP interface, and a value that it does not have now.
struct Trial {
  IpInterfaceKey key;
  Field field = Field::NlMtu;
  std::int64_t value = 0;
};

/// An operation that the stack must refuse, and the reason.
struct RefusedOperation {
  std::string what;
  Operation operation;
  Refusal reason = Refusal::none;
};

/// What the contract suite needs to know of a stack. Each program of the suite has one fixture,
/// made anew for every test case, which sets up a network of its own.
class StackUnderTest {
 public:
  StackUnderTest() = default;
  StackUnderTest(const StackUnderTest&) = delete;
  StackUnderTest& operator=(const StackUnderTest&) = delete;
  virtual ~StackUnderTest() = default;

  virtual std::unique_ptr<IpStack> makeReader() = 0;
  virtual std::unique_ptr<SettableIpStack> makeSettable() = 0;

  /// Every field that can be set here, in both families where both have it.
  virtual std::vector<Trial> trials() = 0;

  /// Another program sets the field, without this stack.
  virtual void setFromOutside(const IpInterfaceKey& key, Field field, std::int64_t value) = 0;

  /// A third value for the field of a trial, neither the one now nor the trial's.
  virtual std::int64_t foreignValue(const Trial& trial) = 0;

  /// An IP interface that does not exist although its adapter does.
  virtual IpInterfaceKey absentFamily() = 0;

  /// Operations that the stack refuses beyond those that every stack does.
  virtual std::vector<RefusedOperation> refusedHere() = 0;

  /// A destination that has a route, the interface it is reached through, and one that has none.
  virtual IpAddress reachable() = 0;
  virtual std::uint64_t reachableThrough() = 0;
  virtual IpAddress unreachable() = 0;

  /// Platform codes of the errors that every stack has.
  virtual int unknownInterfaceCode() = 0;
  virtual int absentFamilyCode() = 0;
  virtual int unreachableCode() = 0;

  /// Everything about the network that a witness other than the stack sees, with what changes by
  /// itself left out. Two such texts are compared line by line.
  virtual std::string witness() = 0;

  /// Whether the platform notifies of changes of this field.
  virtual bool notified(Field field) = 0;
};

/// The fixture of this program.
std::unique_ptr<StackUnderTest> makeStackUnderTest();

/// Waits until `condition` holds; false after a generous bound.
bool eventually(const std::function<bool()>& condition,
                std::chrono::milliseconds bound = std::chrono::seconds(20));

/// The operation of a trial against the live value.
Operation operationOf(IpStack& stack, const Trial& trial);
Operation operationOf(SettableIpStack& stack, const Trial& trial);

/// An operation that was made, and the footprints around it.
struct Applied {
  Operation operation;
  Footprint before;
  Footprint after;
};

/// Makes an operation that nothing refuses; fails the test otherwise.
Applied apply(SettableIpStack& stack, const Operation& operation);

/// Takes it back by what was captured, or as a journal that others can write would; fails the test
/// on an error.
Restored takeBack(SettableIpStack& stack, const Applied& applied);
Restored takeBackByJournal(SettableIpStack& stack, const Applied& applied);

/// Asks settled() until it says so; false after a generous bound.
bool settles(SettableIpStack& stack);

/// The lines that only one of two witness texts has, or that stand elsewhere in it; empty when the
/// texts are equal.
std::string difference(const std::string& before, const std::string& after);

/// "NlMtu IPv6 of 1688849893818368", for messages of failed checks.
std::string describe(const Trial& trial);

}  // namespace interface_panel
