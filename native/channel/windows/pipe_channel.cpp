// SPDX-License-Identifier: MIT
#include "channel/windows/pipe_channel.h"

#include <algorithm>
#include <array>

#include "channel/monotonic_clock.h"
#include "stack/win32_error.h"

namespace interface_panel {
namespace {

DWORD waitTime(std::uint64_t timeout) {
  return static_cast<DWORD>(std::min<std::uint64_t>(timeout, INFINITE));
}

/// Whether an operation whose event was signalled is over. Wine now and then signals it once more
/// for the operation before; then the event is made ready to be waited for again.
bool isOver(const OVERLAPPED& operation) {
  if (HasOverlappedIoCompleted(&operation)) return true;
  ResetEvent(operation.hEvent);
  // What ended in between has signalled for nothing.
  return HasOverlappedIoCompleted(&operation);
}

}  // namespace

Result<std::unique_ptr<Channel>> PipeChannel::adopt(Handle pipe) {
  std::array<Handle, 4> events;
  for (std::size_t i = 0; i < events.size(); ++i) {
    // The wake-up resets itself when it was seen; the others show a state.
    const BOOL manualReset = i != 0;
    events[i] = Handle(CreateEventW(nullptr, manualReset, FALSE, nullptr));
    if (!events[i].valid()) return win32Error(static_cast<int>(GetLastError()), "CreateEvent");
  }
  return std::unique_ptr<Channel>(new PipeChannel(std::move(pipe), std::move(events[0]),
                                                  std::move(events[1]), std::move(events[2]),
                                                  std::move(events[3])));
}

PipeChannel::PipeChannel(Handle pipe, Handle wakeUp, Handle readDone, Handle writeDone,
                         Handle shutDown)
    : pipe_(std::move(pipe)),
      wakeUp_(std::move(wakeUp)),
      readDone_(std::move(readDone)),
      writeDone_(std::move(writeDone)),
      shutDown_(std::move(shutDown)) {}

PipeChannel::~PipeChannel() { cancelRead(); }

ReceiveStatus PipeChannel::receive(Frame& frame, std::uint64_t timeout) {
  if (!ended_ && !readPending_ && !startRead()) {
    ended_ = true;
    return ReceiveStatus::ended;
  }
  const std::array<HANDLE, 3> watched{wakeUp_.get(), readDone_.get(), shutDown_.get()};
  const DWORD count = ended_ ? 1 : static_cast<DWORD>(watched.size());
  const std::uint64_t started = monotonicMilliseconds();
  while (true) {
    const std::uint64_t waited = monotonicMilliseconds() - started;
    const DWORD left = waitTime(timeout - std::min(timeout, waited));
    switch (WaitForMultipleObjects(count, watched.data(), FALSE, left)) {
      case WAIT_OBJECT_0:
        return ReceiveStatus::interrupted;
      case WAIT_OBJECT_0 + 1:
        if (isOver(read_)) return finishRead(frame);
        break;
      case WAIT_OBJECT_0 + 2:
        cancelRead();
        ended_ = true;
        return ReceiveStatus::ended;
      default:
        return ReceiveStatus::timedOut;
    }
  }
}

/// Begins to read the next message; its end is told by readDone_, at once or later.
bool PipeChannel::startRead() {
  read_ = {};
  read_.hEvent = readDone_.get();
  const BOOL done = ReadFile(pipe_.get(), readBuffer_.data(),
                             static_cast<DWORD>(readBuffer_.size()), nullptr, &read_);
  const DWORD error = done ? ERROR_SUCCESS : GetLastError();
  // A message that is too long is told by finishRead, whether it comes now or later.
  readPending_ = error == ERROR_SUCCESS || error == ERROR_IO_PENDING || error == ERROR_MORE_DATA;
  return readPending_;
}

ReceiveStatus PipeChannel::finishRead(Frame& frame) {
  readPending_ = false;
  DWORD size = 0;
  if (!GetOverlappedResult(pipe_.get(), &read_, &size, FALSE)) {
    // The rest of a message that is too long stays queued, so nothing after it can be trusted.
    ended_ = true;
    return GetLastError() == ERROR_MORE_DATA ? ReceiveStatus::malformed : ReceiveStatus::ended;
  }
  if (size != readBuffer_.size()) return ReceiveStatus::malformed;
  frame = readBuffer_;
  return ReceiveStatus::frame;
}

void PipeChannel::cancelRead() {
  if (!readPending_) return;
  CancelIoEx(pipe_.get(), &read_);
  DWORD size = 0;
  // The kernel writes into readBuffer_ until this returns.
  GetOverlappedResult(pipe_.get(), &read_, &size, TRUE);
  readPending_ = false;
}

bool PipeChannel::send(const Frame& frame, std::uint64_t timeout) {
  OVERLAPPED write{};
  write.hEvent = writeDone_.get();
  const BOOL done =
      WriteFile(pipe_.get(), frame.data(), static_cast<DWORD>(frame.size()), nullptr, &write);
  if (!done && GetLastError() != ERROR_IO_PENDING) return false;
  const std::array<HANDLE, 2> watched{writeDone_.get(), shutDown_.get()};
  DWORD woken = WAIT_TIMEOUT;
  do {
    woken = WaitForMultipleObjects(static_cast<DWORD>(watched.size()), watched.data(), FALSE,
                                   waitTime(timeout));
  } while (woken == WAIT_OBJECT_0 && !isOver(write));
  if (woken != WAIT_OBJECT_0) CancelIoEx(pipe_.get(), &write);
  DWORD size = 0;
  // After a cancel too: the frame belongs to the kernel until this returns.
  return GetOverlappedResult(pipe_.get(), &write, &size, TRUE) && size == frame.size();
}

void PipeChannel::interrupt() noexcept { SetEvent(wakeUp_.get()); }

void PipeChannel::shutDown() noexcept {
  SetEvent(shutDown_.get());
  // For the server this also ends the client's conversation; a client's call fails and does no
  // harm, its end closes with the process.
  DisconnectNamedPipe(pipe_.get());
}

}  // namespace interface_panel
