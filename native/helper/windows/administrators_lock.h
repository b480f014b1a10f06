// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "channel/windows/handle.h"
#include "helper/work_lock.h"

namespace interface_panel {

/// Whoever changes IP interfaces of this computer: a helper, or the keeper while it sets something.
inline constexpr const wchar_t* kWorkLock = L"one";
/// Keepers among themselves.
inline constexpr const wchar_t* kKeepersLock = L"keeper";

/// A lock of this computer that nobody but administrators can hold: an object in a private
/// namespace that they alone can make. Whoever makes the object has the lock; it is released with
/// the object, and so when the process ends, whatever way.
class AdministratorsLock final : public WorkLock {
 public:
  explicit AdministratorsLock(const wchar_t* name) : name_(name) {}

  Attempt tryTake() override;
  void release() override { object_ = Handle(); }

 private:
  std::wstring name_;
  Handle object_;
};

}  // namespace interface_panel
