// SPDX-License-Identifier: MIT
#include "channel/linux/seqpacket_channel.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <limits>

#include "channel/monotonic_clock.h"
#include "stack/linux/posix_error.h"

namespace interface_panel {
namespace {

/// The point in time `timeout` from now, without overflow.
std::uint64_t deadlineAfter(std::uint64_t timeout) {
  const std::uint64_t now = monotonicMilliseconds();
  return timeout > std::numeric_limits<std::uint64_t>::max() - now
             ? std::numeric_limits<std::uint64_t>::max()
             : now + timeout;
}

/// What poll(2) takes: bounded to an hour, callers look at the deadline again.
int pollTimeout(std::uint64_t deadline) {
  constexpr std::uint64_t kLongest = 3'600'000;
  const std::uint64_t now = monotonicMilliseconds();
  return deadline <= now ? 0 : static_cast<int>(std::min(deadline - now, kLongest));
}

}  // namespace

Result<std::unique_ptr<Channel>> SeqpacketChannel::adopt(FileDescriptor socket) {
  FileDescriptor wakeUp(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
  if (!wakeUp.valid()) return posixError(errno, "eventfd");
  return std::unique_ptr<Channel>(new SeqpacketChannel(std::move(socket), std::move(wakeUp)));
}

ReceiveStatus SeqpacketChannel::receive(Frame& frame, std::uint64_t timeout) {
  const std::uint64_t deadline = deadlineAfter(timeout);
  while (true) {
    std::array<pollfd, 2> watched{pollfd{wakeUp_.get(), POLLIN, 0},
                                  pollfd{ended_ ? -1 : socket_.get(), POLLIN, 0}};
    const int ready = poll(watched.data(), watched.size(), pollTimeout(deadline));
    if (ready > 0 && watched[0].revents != 0) {
      eventfd_t count = 0;
      eventfd_read(wakeUp_.get(), &count);
      return ReceiveStatus::interrupted;
    }
    if (ready > 0) {
      const ReceiveStatus status = take(frame);
      ended_ = status == ReceiveStatus::ended;
      if (status != ReceiveStatus::timedOut) return status;
    }
    if (monotonicMilliseconds() >= deadline) return ReceiveStatus::timedOut;
  }
}

/// Takes the message that poll promised; timedOut when there was none after all.
ReceiveStatus SeqpacketChannel::take(Frame& frame) {
  iovec part{frame.data(), frame.size()};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  const ssize_t size = recvmsg(socket_.get(), &message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
  if (size < 0) {
    // A peer that ends with frames of ours unread leaves ECONNRESET before the last frames it sent;
    // told once, so the next call gets to them.
    const bool passing = errno == EAGAIN || errno == EINTR || errno == ECONNRESET;
    return passing ? ReceiveStatus::timedOut : ReceiveStatus::ended;
  }
  if (size == 0) return ReceiveStatus::ended;
  // There is no room for descriptors, so any that were sent are closed by the kernel and flagged.
  const bool whole = static_cast<std::size_t>(size) == frame.size() &&
                     (message.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) == 0;
  return whole ? ReceiveStatus::frame : ReceiveStatus::malformed;
}

bool SeqpacketChannel::send(const Frame& frame, std::uint64_t timeout) {
  const std::uint64_t deadline = deadlineAfter(timeout);
  while (true) {
    if (::send(socket_.get(), frame.data(), frame.size(), MSG_NOSIGNAL | MSG_DONTWAIT) >= 0) {
      return true;
    }
    if (errno != EAGAIN && errno != EINTR) return false;
    const int left = pollTimeout(deadline);
    if (left == 0) return false;
    pollfd watched{socket_.get(), POLLOUT, 0};
    poll(&watched, 1, left);
  }
}

void SeqpacketChannel::interrupt() noexcept {
  // A failed write means that the counter is full, so that an interrupt is pending anyway.
  const int saved = errno;
  eventfd_write(wakeUp_.get(), 1);
  errno = saved;
}

void SeqpacketChannel::shutDown() noexcept { shutdown(socket_.get(), SHUT_RDWR); }

Result<std::pair<FileDescriptor, FileDescriptor>> makeSeqpacketPair() {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    return posixError(errno, "socketpair");
  }
  return std::pair(FileDescriptor(ends[0]), FileDescriptor(ends[1]));
}

}  // namespace interface_panel
