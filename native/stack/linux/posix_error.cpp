// SPDX-License-Identifier: MIT
#include "stack/linux/posix_error.h"

#include <cstring>
#include <utility>

namespace interface_panel {

Error posixError(int code, std::string call) {
  const char* name = strerrorname_np(code);
  std::string symbol = name != nullptr ? std::string(name) : std::to_string(code);
  return {ErrorDomain::posix, code, std::move(symbol), std::move(call)};
}

}  // namespace interface_panel
