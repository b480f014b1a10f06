// SPDX-License-Identifier: MIT
// Does what the helper must not: loads the DLLs it is told by their bare names. Where this loads no
// canary, a helper that loads none proves nothing.
#include <windows.h>

int wmain(int count, wchar_t** names) {
  int loaded = 0;
  for (int i = 1; i < count; ++i) {
    if (LoadLibraryW(names[i]) != nullptr) ++loaded;
  }
  return loaded;
}
