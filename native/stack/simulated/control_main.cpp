// SPDX-License-Identifier: MIT
#include <cstdio>
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "stack/simulated/control.h"

namespace {

using namespace interface_panel::simulated;

/// Shared by both kinds of main: `Character` is char, or wchar_t on Windows.
template <typename Character>
int control(int count, Character** values) try {
  if (count < 2) {
    printUsage(std::cerr);
    return kUsage;
  }
  std::vector<std::string> arguments;
  for (int index = 2; index < count; ++index) {
    const std::u8string text = std::filesystem::path(values[index]).u8string();
    arguments.emplace_back(text.begin(), text.end());
  }
  return runControl(values[1], arguments, std::cout, std::cerr);
} catch (const std::exception& exception) {
  // Such as no memory: everything expected comes as a Result.
  std::fprintf(stderr, "simulated-control: %s\n", exception.what());
  return kFailed;
}

}  // namespace

#ifdef _WIN32
int wmain(int count, wchar_t** values) { return control(count, values); }
#else
int main(int count, char** values) { return control(count, values); }
#endif
