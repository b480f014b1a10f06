// SPDX-License-Identifier: MIT
#include "stack/windows/row_reader.h"

#include "stack/windows/call_error.h"

namespace interface_panel {

Result<MibTable<MIB_IF_TABLE2>> RowReader::adapterTable() const {
  MIB_IF_TABLE2* table = nullptr;
  if (const DWORD code = api_.getIfTable2(&table); code != NO_ERROR) {
    return callError(code, "GetIfTable2");
  }
  return MibTable<MIB_IF_TABLE2>(api_, table);
}

Result<MIB_IF_ROW2> RowReader::adapterRow(std::uint64_t luid) const {
  // GetIfEntry2 would go by the index instead.
  if (luid == 0) return callError(ERROR_FILE_NOT_FOUND, "GetIfEntry2");
  MIB_IF_ROW2 row{};
  row.InterfaceLuid.Value = luid;
  if (const DWORD code = api_.getIfEntry2(&row); code != NO_ERROR) {
    return callError(code, "GetIfEntry2");
  }
  return row;
}

Result<MIB_IPINTERFACE_ROW> RowReader::ipInterfaceRow(const IpInterfaceKey& key,
                                                      const MIB_IPINTERFACE_ROW& blank) const {
  constexpr const char* kCall = "GetIpInterfaceEntry";
  if (key.luid == 0) return callError(ERROR_FILE_NOT_FOUND, kCall);
  MIB_IPINTERFACE_ROW row = blank;
  row.Family = static_cast<ADDRESS_FAMILY>(key.family);
  row.InterfaceLuid.Value = key.luid;
  const DWORD code = api_.getIpInterfaceEntry(&row);
  if (code == NO_ERROR) return row;
  if (code != ERROR_NOT_FOUND && code != ERROR_FILE_NOT_FOUND) return callError(code, kCall);
  // Which of the two means which is not the same on every version, so the adapter decides.
  return callError(adapterRow(key.luid) ? ERROR_NOT_FOUND : ERROR_FILE_NOT_FOUND, kCall);
}

}  // namespace interface_panel
