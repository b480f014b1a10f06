// SPDX-License-Identifier: MIT
#include "lasting/keeper_process.h"

#include <sys/stat.h>

#include <fstream>
#include <sstream>
#include <string>

namespace interface_panel {
namespace {

/// The 22nd field, counted behind the name, which may hold anything.
constexpr int kFieldsBefore = 19;

std::string folderOf(std::uint32_t process) { return "/proc/" + std::to_string(process); }

}  // namespace

std::optional<std::uint64_t> processStartedAt(std::uint32_t process) {
  std::ifstream file(folderOf(process) + "/stat");
  std::string line;
  if (!std::getline(file, line)) return std::nullopt;
  std::istringstream fields(line.substr(std::min(line.rfind(')') + 1, line.size())));
  std::string skipped;
  for (int field = 0; field < kFieldsBefore; ++field) fields >> skipped;
  std::uint64_t startedAt = 0;
  return fields >> startedAt ? std::optional(startedAt) : std::nullopt;
}

bool isKeeperProcess(std::uint32_t process, std::uint64_t startedAt) {
  struct stat status {};
  const bool isOfRoot = stat(folderOf(process).c_str(), &status) == 0 && status.st_uid == 0;
  return isOfRoot && processStartedAt(process) == startedAt;
}

}  // namespace interface_panel
