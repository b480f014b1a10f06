// SPDX-License-Identifier: MIT
#include "channel/helper_arguments.h"

#include <array>
#include <charconv>

#include "transaction/frame.h"

namespace interface_panel {
namespace {

/// The only order there is; the last one for the simulated helper alone.
constexpr std::array<std::string_view, 5> kNames{"--v", "--n", "--p", "--h", "--s"};
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
  std::vector<std::string> values{std::to_string(kProtocolVersion), hexDigits(arguments.nonce),
                                  std::to_string(arguments.appProcess),
                                  hexDigits(arguments.planHash)};
  if (!arguments.stateFile.empty()) values.push_back(arguments.stateFile);
  std::vector<std::string> line;
  for (std::size_t i = 0; i < values.size(); ++i) {
    line.emplace_back(kNames[i]);
    line.push_back(values[i]);
  }
  return line;
}

std::optional<HelperArguments> parseHelperArguments(std::span<const std::string> arguments,
                                                    bool takesStateFile) {
  const std::span names = std::span(kNames).first(takesStateFile ? 5 : 4);
  if (arguments.size() != names.size() * 2) return std::nullopt;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (arguments[2 * i] != names[i]) return std::nullopt;
  }
  if (arguments[1] != std::to_string(kProtocolVersion)) return std::nullopt;
  HelperArguments parsed;
  if (!parseHex(arguments[3], parsed.nonce) || !parseProcessId(arguments[5], parsed.appProcess) ||
      !parseHex(arguments[7], parsed.planHash)) {
    return std::nullopt;
  }
  if (takesStateFile) {
    if (arguments[9].empty()) return std::nullopt;
    parsed.stateFile = arguments[9];
  }
  return parsed;
}

}  // namespace interface_panel
