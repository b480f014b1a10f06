// SPDX-License-Identifier: MIT
#include "stack/simulated/network_listing.h"

#include <string>
#include <string_view>

namespace interface_panel::simulated {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool isHighSurrogate(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool isLowSurrogate(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

void appendUtf8(std::string& text, char32_t point) {
  const auto put = [&](char32_t bits) { text += static_cast<char>(bits); };
  if (point < 0x80) return put(point);
  if (point < 0x800) {
    put(0xC0 | (point >> 6));
  } else if (point < 0x10000) {
    put(0xE0 | (point >> 12));
    put(0x80 | ((point >> 6) & 0x3F));
  } else {
    put(0xF0 | (point >> 18));
    put(0x80 | ((point >> 12) & 0x3F));
    put(0x80 | ((point >> 6) & 0x3F));
  }
  put(0x80 | (point & 0x3F));
}

/// An unpaired surrogate, which UTF-8 cannot hold, becomes the replacement character.
std::string utf8(std::u16string_view units) {
  std::string text;
  for (std::size_t at = 0; at < units.size(); ++at) {
    char32_t point = units[at];
    const bool isPair =
        isHighSurrogate(point) && at + 1 < units.size() && isLowSurrogate(units[at + 1]);
    if (isPair) {
      point = 0x10000 + ((point - 0xD800) << 10) + (units[++at] - 0xDC00U);
    } else if (isHighSurrogate(point) || isLowSurrogate(point)) {
      point = kReplacement;
    }
    appendUtf8(text, point);
  }
  return text;
}

std::string_view familyName(Family family) { return family == Family::ipv4 ? "ipv4" : "ipv6"; }

void listFaults(const Faults& faults, std::ostream& out) {
  if (faults.failCode != 0) {
    out << "a set fails with " << faults.failCode << " after " << faults.failAfter << "\n";
  }
  if (faults.hang) out << "a set hangs after " << faults.hangAfter << "\n";
}

void listRow(const IpInterface& row, std::ostream& out) {
  out << "  " << familyName(row.key.family);
  for (const Field field : {Field::Metric, Field::UseAutomaticMetric, Field::NlMtu,
                            Field::Connected, Field::DisableDefaultRoutes}) {
    out << "  " << fieldInfo(field).name << " " << row.value(field).value_or(0);
  }
  out << "\n";
}

void listAdapter(const SimulatedNetwork& network, const Adapter& adapter, std::ostream& out) {
  out << adapter.luid << "  index " << adapter.index << "  " << utf8(adapter.alias) << "\n";
  for (const Family family : {Family::ipv4, Family::ipv6}) {
    const IpInterface* row = findIpInterface(network.present, {adapter.luid, family});
    if (row != nullptr) listRow(*row, out);
  }
}

}  // namespace

void listNetwork(const SimulatedNetwork& network, std::uint64_t generation, std::ostream& out) {
  out << "generation " << generation << ", " << network.present.adapters.size() << " adapters, "
      << network.present.ipInterfaces.size() << " IP interfaces\n";
  listFaults(network.faults, out);
  for (const Adapter& adapter : network.present.adapters) listAdapter(network, adapter, out);
  for (const Adapter& adapter : network.vanished.adapters) {
    out << adapter.luid << "  vanished  " << utf8(adapter.alias) << "\n";
  }
}

void listFields(const IpInterface& row, std::ostream& out) {
  for (const FieldInfo& info : fieldTable()) {
    out << info.name << " " << row.value(info.field).value_or(0) << "\n";
  }
}

}  // namespace interface_panel::simulated
