// SPDX-License-Identifier: MIT
#include "keeper/finding.h"

#include "stack/win32_error.h"
#include "transaction/platform_error.h"

namespace interface_panel {
namespace {

Finding findingOf(const Error& error) {
  const auto kind = saysGone(error) ? Finding::Kind::gone : Finding::Kind::unreadable;
  return {.kind = kind, .error = error};
}

/// Set as it was asked for, and yet another value is there.
Error notTaken() {
#ifdef _WIN32
  return win32Error(win32::kGenFailure, "read back");
#else
  constexpr int kEproto = 71;
  return {ErrorDomain::posix, kEproto, "EPROTO", "read back"};
#endif
}

std::optional<Error> makeAndReadBack(SettableIpStack& stack, const Operation& operation) {
  if (const auto done = stack.set(operation); !done) return done.error();
  const auto live = stack.value(operation);
  if (!live) return live.error();
  if (live.value() == operation.value) return std::nullopt;
  return notTaken();
}

}  // namespace

Finding look(SettableIpStack& stack, Operation operation) {
  const auto live = stack.value(operation);
  if (!live) return findingOf(live.error());
  if (!live.value()) return {.kind = Finding::Kind::refused, .refusal = Refusal::notAvailable};
  if (*live.value() == operation.value)
    return {.kind = Finding::Kind::equal, .live = *live.value()};
  operation.expected = *live.value();
  const auto refusal = stack.check(operation);
  if (!refusal) return findingOf(refusal.error());
  const bool isFree = refusal.value() == Refusal::none;
  return {.kind = isFree ? Finding::Kind::differs : Finding::Kind::refused,
          .live = operation.expected,
          .refusal = refusal.value()};
}

SetAgain setAgain(SettableIpStack& stack, const Operation& operation) {
  const auto before = stack.capture(operation);
  if (!before) return {before.error(), true};
  auto error = makeAndReadBack(stack, operation);
  if (!error) return {};
  const auto half = stack.capture(operation);
  if (!half) return {error, false};
  const auto restored = stack.restore(operation, before.value(), half.value());
  return {error, restored && restored.value() == Restored::complete};
}

}  // namespace interface_panel
