// SPDX-License-Identifier: MIT
#pragma once

#include <windows.h>

namespace interface_panel::test {

/// Stands in for a function of the system that a module imports: as long as this lives, the
/// module's calls go to the double. What the module calls otherwise is not touched.
class ImportDouble {
 public:
  /// `name` is the function's, as it is exported. Throws std::runtime_error if it is not imported.
  template <typename Result, typename... Arguments>
  ImportDouble(const char* name, Result (*replacement)(Arguments...),
               HMODULE module = GetModuleHandleW(nullptr))
      : ImportDouble(module, name, reinterpret_cast<void*>(replacement)) {}

  ImportDouble(const ImportDouble&) = delete;
  ImportDouble& operator=(const ImportDouble&) = delete;
  ~ImportDouble();

 private:
  ImportDouble(HMODULE module, const char* name, void* replacement);

  void** slot_;
  void* original_;
};

}  // namespace interface_panel::test
