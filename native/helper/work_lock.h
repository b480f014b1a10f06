// SPDX-License-Identifier: MIT
#pragma once

namespace interface_panel {

/// The lock that whoever changes IP interfaces holds meanwhile: a helper for its whole life, the
/// keeper for the moments in which it sets something.
class WorkLock {
 public:
  WorkLock() = default;
  WorkLock(const WorkLock&) = delete;
  WorkLock& operator=(const WorkLock&) = delete;
  virtual ~WorkLock() = default;

  /// `busy`: another one is at work. `failed`: it cannot be had at all. Never blocks.
  enum class Attempt { held, busy, failed };
  virtual Attempt tryTake() = 0;
  virtual void release() = 0;
};

}  // namespace interface_panel
