// SPDX-License-Identifier: MIT
#include "channel/windows/pipe_name.h"

namespace interface_panel {

std::wstring pipeName(const LaunchNonce& nonce) {
  const std::string digits = hexDigits(nonce);
  return L"\\\\.\\pipe\\InterfacePanel-" + std::wstring(digits.begin(), digits.end());
}

}  // namespace interface_panel
