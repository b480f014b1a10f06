// SPDX-License-Identifier: MIT
#pragma once

#include <windows.h>

#include "channel/windows/handle.h"

namespace interface_panel {

/// Lets a console show and send UTF-8, and gives it back as it was.
class Utf8Console {
 public:
  Utf8Console();
  ~Utf8Console();
  Utf8Console(const Utf8Console&) = delete;
  Utf8Console& operator=(const Utf8Console&) = delete;

 private:
  UINT input_;
  UINT output_;
};

/// Hands on what is typed, or what a redirected input holds, as UTF-8 until it ends; then closes
/// `to`.
void passInput(HANDLE from, Handle to);

/// Hands on bytes until they end.
void passOutput(const Handle& from, HANDLE to);

}  // namespace interface_panel
