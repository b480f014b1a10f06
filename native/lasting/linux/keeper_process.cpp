// SPDX-License-Identifier: MIT
#include "lasting/keeper_process.h"

#include <sys/stat.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <sstream>
#include <string>

namespace interface_panel {
namespace {

/// The 22nd field, counted behind the name, which may hold anything.
constexpr int kFieldsBefore = 19;

std::string folderOf(std::uint32_t process) { return "/proc/" + std::to_string(process); }

/// Ticks of centuries fit below.
constexpr unsigned kBootBit = 40;
constexpr std::size_t kBootDigits = 6;

/// Tells this boot from others: in a later one anybody can have a process of the same number that
/// started the same time after it.
std::optional<std::uint64_t> markOfBoot() {
  std::ifstream file("/proc/sys/kernel/random/boot_id");
  std::string id;
  if (!std::getline(file, id) || id.size() < kBootDigits) return std::nullopt;
  std::uint64_t mark = 0;
  const char* end = id.data() + kBootDigits;
  if (std::from_chars(id.data(), end, mark, 16).ptr != end) return std::nullopt;
  return mark << kBootBit;
}

std::optional<std::uint64_t> ticksUntilStart(std::uint32_t process) {
  std::ifstream file(folderOf(process) + "/stat");
  std::string line;
  if (!std::getline(file, line)) return std::nullopt;
  std::istringstream fields(line.substr(std::min(line.rfind(')') + 1, line.size())));
  std::string skipped;
  for (int field = 0; field < kFieldsBefore; ++field) fields >> skipped;
  std::uint64_t ticks = 0;
  return fields >> ticks ? std::optional(ticks) : std::nullopt;
}

}  // namespace

std::optional<std::uint64_t> processStartedAt(std::uint32_t process) {
  const auto boot = markOfBoot();
  const auto ticks = ticksUntilStart(process);
  return boot && ticks ? std::optional(*boot | *ticks) : std::nullopt;
}

bool isKeeperProcess(std::uint32_t process, std::uint64_t startedAt) {
  struct stat status {};
  const bool isOfRoot = stat(folderOf(process).c_str(), &status) == 0 && status.st_uid == 0;
  return isOfRoot && processStartedAt(process) == startedAt;
}

}  // namespace interface_panel
