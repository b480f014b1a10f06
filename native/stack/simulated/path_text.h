// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace interface_panel::simulated {

/// The path in UTF-8 for an Error; path.string() throws on Windows for names outside the code page.
inline std::string pathText(const std::filesystem::path& path) {
  const std::u8string text = path.u8string();
  return {text.begin(), text.end()};
}

}  // namespace interface_panel::simulated
