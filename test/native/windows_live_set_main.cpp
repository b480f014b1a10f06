// SPDX-License-Identifier: MIT
// For Windows itself and an administrator: sets every field of one adapter that nobody needs by its
// alias, reads it back and takes it back, and says for each whether Windows notified of it. It is
// hardened and without privileges as the helper is (helper_process.cpp).
#include <atomic>
#include <cstdio>
#include <string>

#include "helper/windows/hardening.h"
#include "helper/windows/privileges.h"
#include "stack/windows/settable_windows_stack.h"
#include "stack/windows/windows_stack.h"

using namespace interface_panel;

namespace {

/// Another value than the one there is, as near to it as the field allows.
std::int64_t otherValue(const FieldInfo& info, Family family, std::int64_t now) {
  if (info.type == FieldType::boolean) return 1 - now;
  if (info.field == Field::NlMtu) return family == Family::ipv4 ? 1400 : 1300;
  const FieldRange& range = *settableRange(info.field, family);
  return now < range.max ? now + 1 : now - 1;
}

class LiveAdapter {
 public:
  explicit LiveAdapter(const std::u16string& alias) {
    const auto snapshot = reader_->snapshot();
    if (!snapshot) return;
    for (const Adapter& adapter : snapshot->adapters) {
      if (adapter.alias == alias) luid_ = adapter.luid;
    }
  }

  [[nodiscard]] bool isThere() const { return luid_ != 0; }

  /// Whether every field that may be set could be set and taken back.
  bool tryAll() {
    const auto watch = reader_->watch([this] { ++notified_; });
    bool good = watch.ok();
    for (const Family family : {Family::ipv4, Family::ipv6}) {
      for (const FieldInfo& info : fieldTable()) {
        if (settableRange(info.field, family)) good = tryField(info, family) && good;
      }
    }
    return good;
  }

 private:
  bool tryField(const FieldInfo& info, Family family) {
    const IpInterfaceKey key{luid_, family};
    const auto row = reader_->ipInterface(key);
    if (!row) return tell(info, family, row.error().name);
    const auto now = row->value(info.field);
    if (!now) return tell(info, family, "no value");
    const Operation operation{key, info.field, *now, otherValue(info, family, *now)};
    const auto refusal = stack_->check(operation);
    if (!refusal) return tell(info, family, refusal.error().name);
    // What the stack refuses with a reason it need not be able to set.
    if (refusal.value() != Refusal::none) {
      tell(info, family, "refused " + std::to_string(static_cast<int>(refusal.value())));
      return true;
    }
    return setAndTakeBack(info, operation);
  }

  bool setAndTakeBack(const FieldInfo& info, const Operation& operation) {
    const int before = notified_;
    const auto captured = stack_->capture(operation);
    if (!captured) return tell(info, operation.key.family, captured.error().name);
    if (const auto set = stack_->set(operation); !set) {
      return tell(info, operation.key.family, set.error().name);
    }
    const auto after = stack_->capture(operation);
    if (!after) return tell(info, operation.key.family, after.error().name);
    const auto restored = stack_->restore(operation, captured.value(), after.value());
    const bool complete = restored.ok() && restored.value() == Restored::complete;
    // Notifications come when they come; this only looks whether any has.
    tell(info, operation.key.family,
         std::string(complete ? "set and taken back" : "set, not taken back") +
             (notified_ == before ? ", not notified so far" : ", notified"));
    return complete;
  }

  static bool tell(const FieldInfo& info, Family family, const std::string& what) {
    std::printf("IPv%c %s: %s\n", family == Family::ipv4 ? '4' : '6',
                std::string(info.name).c_str(), what.c_str());
    return false;
  }

  std::unique_ptr<IpStack> reader_ = makeWindowsStack();
  std::unique_ptr<SettableIpStack> stack_ = makeSettableWindowsStack();
  std::uint64_t luid_ = 0;
  std::atomic<int> notified_ = 0;
};

}  // namespace

int wmain(int count, wchar_t** arguments) {
  if (count != 2) {
    std::fputs("Name one adapter by its alias. Its fields are set and taken back.\n", stderr);
    return 2;
  }
  if (!isElevatedAdministrator() || !hardenElevatedProcess() || !removeAllPrivileges()) {
    std::fputs("It has to be started elevated, and to give up what the helper gives up.\n", stderr);
    return 1;
  }
  const std::wstring alias = arguments[1];
  LiveAdapter adapter(std::u16string(alias.begin(), alias.end()));
  if (!adapter.isThere()) {
    std::fputs("There is no such adapter, or the adapters cannot be read here.\n", stderr);
    return 1;
  }
  return adapter.tryAll() ? 0 : 1;
}
