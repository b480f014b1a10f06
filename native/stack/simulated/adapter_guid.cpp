// SPDX-License-Identifier: MIT
#include "stack/simulated/adapter_guid.h"

#include <charconv>
#include <string>

namespace interface_panel::simulated {
namespace {

/// "{8-4-4-4-12}".
constexpr std::size_t kGuidLength = 38;
constexpr std::size_t kDigits = 32;

std::string digitsOf(std::string_view text) {
  std::string digits;
  for (const char character : text) {
    if (character != '{' && character != '-' && character != '}') digits += character;
  }
  return digits;
}

}  // namespace

AdapterGuid adapterGuid(std::string_view text) {
  AdapterGuid guid{};
  const std::string digits = digitsOf(text);
  if (text.size() != kGuidLength || digits.size() != kDigits) return guid;
  for (std::size_t byte = 0; byte < guid.size(); ++byte) {
    const char* start = digits.data() + 2 * byte;
    const auto [end, error] = std::from_chars(start, start + 2, guid[byte], 16);
    if (error != std::errc{} || end != start + 2) return AdapterGuid{};
  }
  return guid;
}

}  // namespace interface_panel::simulated
