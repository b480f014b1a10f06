// SPDX-License-Identifier: MIT
#include "stop_point.h"

#ifdef _WIN32
#include <windows.h>
#else
#include <unistd.h>
#endif

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

namespace interface_panel {
namespace {

#ifdef _WIN32

std::filesystem::path ownExecutable() {
  std::wstring path(32'768, L'\0');
  path.resize(GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size())));
  return path;
}

unsigned long ownProcess() { return GetCurrentProcessId(); }

#else

std::filesystem::path ownExecutable() { return std::filesystem::read_symlink("/proc/self/exe"); }

int ownProcess() { return getpid(); }

#endif

/// A file beside this executable. Its place is read once, before privileges go.
std::filesystem::path beside(const char* suffix) {
  static const std::filesystem::path executable = ownExecutable();
  std::filesystem::path file = executable;
  return file += suffix;
}

const std::string& chosenPoint() {
  static const std::string point = [] {
    std::ifstream file(beside(".stop-at"));
    std::string name;
    std::getline(file, name);
    return name;
  }();
  return point;
}

/// Whole from the start: whoever waits for the file may read it at once.
void tellHalted() {
  const std::filesystem::path draft = beside(".halted.new");
  std::ofstream(draft) << ownProcess() << '\n';
  std::filesystem::rename(draft, beside(".halted"));
}

/// Before main(): as long as this halts, the launch looks as it does while a prompt is open.
[[maybe_unused]] const bool kPromptAnswered = (haltAt(stop_point::kPrompt), true);

}  // namespace

void haltAt(std::string_view point) {
  static bool halted = false;
  if (halted || chosenPoint() != point) return;
  halted = true;
  tellHalted();
  while (std::filesystem::exists(beside(".stop-at"))) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

bool isOrdered(const char* suffix) { return std::filesystem::exists(beside(suffix)); }

}  // namespace interface_panel
