// SPDX-License-Identifier: MIT
#include "channel/windows/pipe_client.h"

#include "channel/windows/pipe_name.h"

namespace interface_panel {

Handle openPipe(const LaunchNonce& nonce, std::uint32_t app) {
  Handle pipe(CreateFileW(pipeName(nonce).c_str(), kPipeAccess, 0, nullptr, OPEN_EXISTING,
                          FILE_FLAG_OVERLAPPED | SECURITY_SQOS_PRESENT | SECURITY_IDENTIFICATION,
                          nullptr));
  if (!pipe.valid()) return {};
  DWORD mode = PIPE_READMODE_MESSAGE | PIPE_WAIT;
  if (!SetNamedPipeHandleState(pipe.get(), &mode, nullptr, nullptr)) return {};
  ULONG server = 0;
  if (!GetNamedPipeServerProcessId(pipe.get(), &server) || server != app) return {};
  return pipe;
}

}  // namespace interface_panel
