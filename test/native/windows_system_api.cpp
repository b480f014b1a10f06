// SPDX-License-Identifier: MIT
#include "windows_system_api.h"

#include <cstdlib>
#include <set>

namespace interface_panel::test {
namespace {

IpHelperApi systemApi;
std::set<void*> ownTables;

void WINAPI freeOwnOrSystemTable(void* table) {
  if (ownTables.erase(table) != 0) {
    std::free(table);
  } else {
    systemApi.freeMibTable(table);
  }
}

DWORD WINAPI rowsOfSystemAdapters(ADDRESS_FAMILY, MIB_IPINTERFACE_TABLE** table) {
  MIB_IF_TABLE2* adapters = nullptr;
  if (const DWORD code = systemApi.getIfTable2(&adapters); code != NO_ERROR) return code;
  const std::size_t bytes = offsetof(MIB_IPINTERFACE_TABLE, Table) +
                            2 * adapters->NumEntries * sizeof(MIB_IPINTERFACE_ROW);
  *table = static_cast<MIB_IPINTERFACE_TABLE*>(std::calloc(1, bytes));
  ownTables.insert(*table);
  for (ULONG index = 0; index < adapters->NumEntries; ++index) {
    for (const ADDRESS_FAMILY family : {ADDRESS_FAMILY{AF_INET}, ADDRESS_FAMILY{AF_INET6}}) {
      MIB_IPINTERFACE_ROW& row = (&(*table)->Table[0])[(*table)->NumEntries++];
      row.Family = family;
      row.InterfaceLuid = (&adapters->Table[0])[index].InterfaceLuid;
    }
  }
  systemApi.freeMibTable(adapters);
  return NO_ERROR;
}

}  // namespace

IpHelperApi systemApiWithIpInterfaces() {
  systemApi = loadIpHelperApi();
  IpHelperApi api = systemApi;
  api.getIpInterfaceTable = &rowsOfSystemAdapters;
  api.freeMibTable = &freeOwnOrSystemTable;
  return api;
}

std::size_t ownTablesLeft() { return ownTables.size(); }

}  // namespace interface_panel::test
