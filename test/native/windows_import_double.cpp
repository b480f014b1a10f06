// SPDX-License-Identifier: MIT
#include "windows_import_double.h"

#include <cstdint>
#include <stdexcept>
#include <string>

namespace interface_panel::test {
namespace {

/// What lies at a relative address of a module in memory.
template <typename Content>
Content* at(HMODULE module, DWORD address) {
  return reinterpret_cast<Content*>(reinterpret_cast<std::uint8_t*>(module) + address);
}

const IMAGE_DATA_DIRECTORY& importDirectory(HMODULE module) {
  const auto* dos = at<IMAGE_DOS_HEADER>(module, 0);
  const auto* headers = at<IMAGE_NT_HEADERS>(module, static_cast<DWORD>(dos->e_lfanew));
  return headers->OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_IMPORT];
}

/// The slot of a module's import table that holds the address of a function; null if there is none.
void** findSlot(HMODULE module, const std::string& name) {
  const IMAGE_DATA_DIRECTORY& directory = importDirectory(module);
  if (directory.Size == 0) return nullptr;
  for (const auto* library = at<IMAGE_IMPORT_DESCRIPTOR>(module, directory.VirtualAddress);
       library->Name != 0; ++library) {
    const auto* names = at<IMAGE_THUNK_DATA>(module, library->OriginalFirstThunk);
    auto* slots = at<IMAGE_THUNK_DATA>(module, library->FirstThunk);
    for (; names->u1.AddressOfData != 0; ++names, ++slots) {
      if (IMAGE_SNAP_BY_ORDINAL(names->u1.Ordinal)) continue;
      const auto* imported =
          at<IMAGE_IMPORT_BY_NAME>(module, static_cast<DWORD>(names->u1.AddressOfData));
      if (name == reinterpret_cast<const char*>(imported->Name)) {
        return reinterpret_cast<void**>(&slots->u1.Function);
      }
    }
  }
  return nullptr;
}

void write(void** slot, void* address) {
  DWORD protection = 0;
  VirtualProtect(slot, sizeof *slot, PAGE_READWRITE, &protection);
  *slot = address;
  VirtualProtect(slot, sizeof *slot, protection, &protection);
}

}  // namespace

ImportDouble::ImportDouble(HMODULE module, const char* name, void* replacement)
    : slot_(findSlot(module, name)) {
  if (slot_ == nullptr) throw std::runtime_error(std::string(name) + " is not imported");
  original_ = *slot_;
  write(slot_, replacement);
}

ImportDouble::~ImportDouble() { write(slot_, original_); }

}  // namespace interface_panel::test
