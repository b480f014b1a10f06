// SPDX-License-Identifier: MIT
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "helper/helper_process.h"
#include "helper/helper_run.h"

namespace {

using interface_panel::ExitCode;

/// Runs the helper and ends the process with its exit code; nothing may escape.
[[noreturn]] void runAndEnd(const std::vector<std::string>& commandLine) {
  ExitCode code = ExitCode::internalFailure;
  try {
    code = interface_panel::runHelper(commandLine);
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "interface-panel-helper: %s\n", failure.what());
  }
  interface_panel::endProcess(code);
}

}  // namespace

#ifdef _WIN32

#include "helper/windows/utf8_arguments.h"

int wmain(int count, wchar_t** values) { runAndEnd(interface_panel::utf8Arguments(count, values)); }

#else

int main(int count, char** values) {
  runAndEnd(std::vector<std::string>(values + (count > 0 ? 1 : 0), values + count));
}

#endif
