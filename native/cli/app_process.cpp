// SPDX-License-Identifier: MIT
#include "cli/app_process.h"

#include <array>
#include <memory>
#include <utility>
#include <vector>

namespace interface_panel {
namespace {

struct Pipe {
  Handle reading;
  Handle writing;
};

std::optional<Pipe> makePipe() {
  HANDLE reading = nullptr;
  HANDLE writing = nullptr;
  if (!CreatePipe(&reading, &writing, nullptr, 0)) return std::nullopt;
  return Pipe{Handle(reading), Handle(writing)};
}

bool letInherit(const Handle& handle) {
  return SetHandleInformation(handle.get(), HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT) != 0;
}

/// The list of the handles that a process inherits, in place of all that are inheritable.
class InheritedHandles {
 public:
  explicit InheritedHandles(std::array<HANDLE, 3> handles) : handles_(handles) {
    SIZE_T size = 0;
    InitializeProcThreadAttributeList(nullptr, 1, 0, &size);
    buffer_.resize(size);
    ready_ = InitializeProcThreadAttributeList(list(), 1, 0, &size) != 0 &&
             UpdateProcThreadAttribute(list(), 0, PROC_THREAD_ATTRIBUTE_HANDLE_LIST,
                                       handles_.data(), sizeof(handles_), nullptr, nullptr) != 0;
  }
  ~InheritedHandles() {
    if (ready_) DeleteProcThreadAttributeList(list());
  }
  InheritedHandles(const InheritedHandles&) = delete;
  InheritedHandles& operator=(const InheritedHandles&) = delete;

  [[nodiscard]] bool ready() const { return ready_; }
  LPPROC_THREAD_ATTRIBUTE_LIST list() {
    return reinterpret_cast<LPPROC_THREAD_ATTRIBUTE_LIST>(buffer_.data());
  }

 private:
  std::array<HANDLE, 3> handles_;
  std::vector<unsigned char> buffer_;
  bool ready_ = false;
};

}  // namespace

std::optional<AppProcess> startApp(const std::wstring& program, std::wstring commandLine) {
  auto input = makePipe();
  auto output = makePipe();
  auto errorOutput = makePipe();
  if (!input || !output || !errorOutput) return std::nullopt;
  if (!letInherit(input->reading) || !letInherit(output->writing) ||
      !letInherit(errorOutput->writing)) {
    return std::nullopt;
  }
  InheritedHandles inherited(
      {input->reading.get(), output->writing.get(), errorOutput->writing.get()});
  if (!inherited.ready()) return std::nullopt;
  STARTUPINFOEXW start{};
  start.StartupInfo.cb = sizeof start;
  start.StartupInfo.dwFlags = STARTF_USESTDHANDLES;
  start.StartupInfo.hStdInput = input->reading.get();
  start.StartupInfo.hStdOutput = output->writing.get();
  start.StartupInfo.hStdError = errorOutput->writing.get();
  start.lpAttributeList = inherited.list();
  PROCESS_INFORMATION started{};
  if (!CreateProcessW(program.c_str(), commandLine.data(), nullptr, nullptr, TRUE,
                      EXTENDED_STARTUPINFO_PRESENT, nullptr, nullptr, &start.StartupInfo,
                      &started)) {
    return std::nullopt;
  }
  CloseHandle(started.hThread);
  return AppProcess{Handle(started.hProcess), std::move(input->writing), std::move(output->reading),
                    std::move(errorOutput->reading)};
}

}  // namespace interface_panel
