// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <type_traits>
#include <utility>

#include "stack/result.h"
#include "stack/windows/call_error.h"
#include "stack/windows/ip_helper_api.h"

namespace interface_panel {

/// A table that iphlpapi allocated, given back with FreeMibTable.
template <typename Table>
class MibTable {
 public:
  /// Takes `table`, which may be null: an empty table.
  MibTable(const IpHelperApi& api, Table* table) : free_(api.freeMibTable), table_(table) {}
  MibTable(MibTable&& other) noexcept
      : free_(other.free_), table_(std::exchange(other.table_, nullptr)) {}
  MibTable& operator=(MibTable&&) = delete;
  ~MibTable() {
    if (table_ != nullptr) free_(table_);
  }

  /// The rows, valid as long as this object.
  [[nodiscard]] auto rows() const {
    using Row = std::remove_extent_t<decltype(Table::Table)>;
    if (table_ == nullptr) return std::span<const Row>();
    return std::span<const Row>(&table_->Table[0], table_->NumEntries);
  }

 private:
  decltype(IpHelperApi::freeMibTable) free_;
  Table* table_;
};

/// Reads one table for both families. ERROR_NOT_FOUND, which says that there is no row, is an empty
/// table.
template <typename Table>
Result<MibTable<Table>> readTable(const IpHelperApi& api, const char* call,
                                  DWORD(WINAPI* read)(ADDRESS_FAMILY, Table**)) {
  Table* table = nullptr;
  const DWORD code = read(AF_UNSPEC, &table);
  if (code == ERROR_NOT_FOUND) return MibTable<Table>(api, nullptr);
  if (code != NO_ERROR) return callError(code, call);
  return MibTable<Table>(api, table);
}

}  // namespace interface_panel
