// SPDX-License-Identifier: MIT
#include "stack/adapter_name.h"

namespace interface_panel {
namespace {

/// Where each byte of a GUID stands in its text: the first three parts are numbers in little
/// endian.
constexpr std::array<std::size_t, 16> kPlaces{7,  5,  3,  1,  12, 10, 17, 15,
                                              20, 22, 25, 27, 29, 31, 33, 35};
constexpr std::string_view kShape = "{00000000-0000-0000-0000-000000000000}";

std::optional<std::uint8_t> hexDigit(char digit) {
  if (digit >= '0' && digit <= '9') return static_cast<std::uint8_t>(digit - '0');
  if (digit >= 'A' && digit <= 'F') return static_cast<std::uint8_t>(digit - 'A' + 10);
  if (digit >= 'a' && digit <= 'f') return static_cast<std::uint8_t>(digit - 'a' + 10);
  return std::nullopt;
}

bool hasShape(std::string_view text) {
  if (text.size() != kShape.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (kShape[i] == '0' ? !hexDigit(text[i]) : text[i] != kShape[i]) return false;
  }
  return true;
}

}  // namespace

std::optional<AdapterGuid> guidFromText(std::string_view text) {
  if (!hasShape(text)) return std::nullopt;
  AdapterGuid guid{};
  for (std::size_t byte = 0; byte < guid.size(); ++byte) {
    const std::size_t place = kPlaces[byte];
    guid[byte] =
        static_cast<std::uint8_t>(*hexDigit(text[place]) << 4 | *hexDigit(text[place + 1]));
  }
  return guid;
}

}  // namespace interface_panel
