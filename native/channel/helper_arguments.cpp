// SPDX-License-Identifier: MIT
#include "channel/helper_arguments.h"

#include <algorithm>
#include <charconv>

#include "transaction/frame.h"

namespace interface_panel {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";

bool parseHex(std::string_view text, std::span<std::uint8_t> bytes) {
  if (text.size() != bytes.size() * 2) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t digit = kHexDigits.find(text[i]);
    if (digit == std::string_view::npos) return false;
    bytes[i / 2] = static_cast<std::uint8_t>(std::size_t{bytes[i / 2]} << 4 | digit);
  }
  return true;
}

/// Digits alone, no leading zero.
bool parseProcessId(std::string_view text, std::uint32_t& process) {
  if (text.empty() || text.front() < '1' || text.front() > '9') return false;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), process);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

std::string hexDigits(std::span<const std::uint8_t> bytes) {
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const std::uint8_t byte : bytes) {
    text += kHexDigits[byte >> 4];
    text += kHexDigits[byte & 0xF];
  }
  return text;
}

std::vector<std::string> formatHelperArguments(const HelperArguments& arguments) {
  std::vector<std::string> line{
      "--v", std::to_string(kProtocolVersion),     "--n", hexDigits(arguments.nonce),
      "--p", std::to_string(arguments.appProcess), "--h", hexDigits(arguments.planHash)};
  if (!arguments.stateFile.empty()) {
    line.emplace_back("--s");
    line.push_back(arguments.stateFile);
  }
  return line;
}

std::optional<HelperArguments> parseHelperArguments(std::span<const std::string> arguments,
                                                    bool takesStateFile) {
  if (arguments.size() != (takesStateFile ? 10U : 8U)) return std::nullopt;
  HelperArguments parsed;
  if (!parseHex(arguments[3], parsed.nonce) || !parseProcessId(arguments[5], parsed.appProcess) ||
      !parseHex(arguments[7], parsed.planHash)) {
    return std::nullopt;
  }
  if (takesStateFile) parsed.stateFile = arguments[9];
  // Whatever spelling was let through above, only the canonical one is taken.
  const std::vector<std::string> canonical = formatHelperArguments(parsed);
  const bool same =
      std::equal(arguments.begin(), arguments.end(), canonical.begin(), canonical.end());
  return same ? std::optional(parsed) : std::nullopt;
}

}  // namespace interface_panel
