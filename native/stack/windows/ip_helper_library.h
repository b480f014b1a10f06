// SPDX-License-Identifier: MIT
#pragma once

#include <bit>

#include "stack/windows/ip_helper_headers.h"

namespace interface_panel {

/// Stands in for a function that cannot be called: it touches nothing and answers `kCode`.
template <DWORD kCode, typename Result, typename... Arguments>
Result WINAPI refuseCall(Arguments...) {
  if constexpr (!std::is_void_v<Result>) return kCode;
}

/// Points `function` at its stand-in.
template <DWORD kCode, typename Result, typename... Arguments>
void refuse(Result(WINAPI*& function)(Arguments...)) {
  function = &refuseCall<kCode, Result, Arguments...>;
}

/// iphlpapi.dll, loaded from the system folder for as long as the process lives.
class IpHelperLibrary {
 public:
  IpHelperLibrary();

  /// Points `function` at the export `name`.
  template <typename Function>
  void resolve(const char* name, Function& function) const {
    const FARPROC address = module_ != nullptr ? ::GetProcAddress(module_, name) : nullptr;
    if (address != nullptr) {
      function = std::bit_cast<Function>(address);
    } else {
      refuse<ERROR_PROC_NOT_FOUND>(function);
    }
  }

  /// As resolve, for exports that Wine has but ends the process on.
  template <typename Function>
  void resolveUnlessWine(const char* name, Function& function) const {
    if (wine_) {
      refuse<ERROR_NOT_SUPPORTED>(function);
    } else {
      resolve(name, function);
    }
  }

 private:
  HMODULE module_;
  bool wine_;
};

}  // namespace interface_panel
