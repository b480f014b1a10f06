// SPDX-License-Identifier: MIT
#include "stack/simulated/outside_control.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "stack/simulated/demo_network.h"
#include "stack/simulated/ip_interface_entry.h"
#include "stack/simulated/row_edit.h"
#include "stack/table_refusal.h"
#include "stack/win32_error.h"

namespace interface_panel::simulated {
namespace {

int setStatus(SimulatedNetwork& network, IpInterface row, Field field, std::int64_t value) {
  row.value(field) = value;
  if (!isConsistent(row)) return win32::kInvalidParameter;
  *findIpInterface(network.present, row.key) = row;
  return kNoError;
}

std::uint32_t highestIndex(const Snapshot& tables) {
  std::uint32_t highest = 0;
  for (const Adapter& adapter : tables.adapters) highest = std::max(highest, adapter.index);
  return highest;
}

/// Rows and scope ids of the adapter under its new index.
void giveIndex(Snapshot& tables, std::uint64_t luid, std::uint32_t index) {
  findAdapter(tables, luid)->index = index;
  for (IpInterface& row : tables.ipInterfaces) {
    if (row.key.luid != luid) continue;
    const std::uint32_t former = row.index;
    row.index = index;
    row.value(Field::InterfaceIndex) = index;
    std::replace(row.zoneIndices.begin() + 1, row.zoneIndices.begin() + 5, former, index);
  }
  for (UnicastAddress& row : tables.unicastAddresses) {
    if (row.luid == luid && row.address.address.scopeId != 0) row.address.address.scopeId = index;
  }
}

void giveFirstSettings(SimulatedNetwork& network, std::uint64_t luid) {
  const SimulatedNetwork first = networkOfSize(network.size);
  for (IpInterface& row : network.present.ipInterfaces) {
    if (row.key.luid == luid) row = *findIpInterface(first.present, row.key);
  }
  findAdapter(network.present, luid)->index = findAdapter(first.present, luid)->index;
}

/// Nobody else has it: the index it is made of is new.
void giveNewGuid(Adapter& adapter) {
  std::array<char, 9> text{};
  std::snprintf(text.data(), text.size(), "%08X", adapter.index);
  adapter.guid.replace(1, 8, text.data());
}

}  // namespace

int setFromOutside(SimulatedNetwork& network, const IpInterfaceKey& key, Field field,
                   std::int64_t value) {
  IpInterface row;
  row.key = key;
  if (const int code = getIpInterfaceEntry(network, row); code != kNoError) return code;
  const FieldInfo& info = fieldInfo(field);
  if (info.access == FieldAccess::status && info.type != FieldType::ulongArray) {
    return setStatus(network, row, field, value);
  }
  if (tableRefusal({key, field, 0, value}) != Refusal::none) return win32::kInvalidParameter;
  putValue(row, field, value);
  repairSitePrefixLength(row);
  return setIpInterfaceEntry(network, row);
}

int makeVanish(SimulatedNetwork& network, std::uint64_t luid) {
  return moveAdapter(luid, network.present, network.vanished) ? kNoError : win32::kFileNotFound;
}

int makeReturn(SimulatedNetwork& network, std::uint64_t luid, Return how) {
  if (findAdapter(network.present, luid) != nullptr) return win32::kObjectAlreadyExists;
  const std::uint32_t index =
      std::max(highestIndex(network.present), highestIndex(network.vanished)) + 1;
  if (!moveAdapter(luid, network.vanished, network.present)) return win32::kFileNotFound;
  if (how != Return::kept) giveFirstSettings(network, luid);
  giveIndex(network.present, luid, index);
  if (how == Return::replaced) giveNewGuid(*findAdapter(network.present, luid));
  return kNoError;
}

}  // namespace interface_panel::simulated
