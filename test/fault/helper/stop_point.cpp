// SPDX-License-Identifier: MIT
#include "stop_point.h"

#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

namespace interface_panel {
namespace {

/// Read once, before privileges go.
const std::string& executable() {
  static const std::string path = std::filesystem::read_symlink("/proc/self/exe").string();
  return path;
}

const std::string& chosenPoint() {
  static const std::string point = [] {
    std::string name;
    std::getline(std::ifstream(executable() + ".stop-at"), name);
    return name;
  }();
  return point;
}

/// Whole from the start: whoever waits for the file may read it at once.
void tellHalted() {
  const std::string draft = executable() + ".halted.new";
  std::ofstream(draft) << getpid() << '\n';
  std::filesystem::rename(draft, executable() + ".halted");
}

/// Before main(): as long as this halts, the launch looks as it does while a prompt is open.
[[maybe_unused]] const bool kPromptAnswered = (haltAt(stop_point::kPrompt), true);

}  // namespace

void haltAt(std::string_view point) {
  static bool halted = false;
  if (halted || chosenPoint() != point) return;
  halted = true;
  tellHalted();
  while (std::filesystem::exists(executable() + ".stop-at")) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

}  // namespace interface_panel
