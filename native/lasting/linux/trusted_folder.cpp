// SPDX-License-Identifier: MIT
#include "lasting/linux/trusted_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "stack/linux/posix_error.h"

namespace interface_panel {
namespace {

constexpr int kFolderFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

PlaceFailure failure(int code, const std::string& what) {
  const bool isLink = code == ELOOP || code == ENOTDIR;
  const PlaceProblem problem = code == ENOENT ? PlaceProblem::missing
                               : isLink       ? PlaceProblem::notTrusted
                                              : PlaceProblem::unreadable;
  return {problem, posixError(code, what)};
}

PlaceFailure notTrusted(const std::string& what) {
  return {PlaceProblem::notTrusted, posixError(EPERM, what)};
}

bool isOnlyForRoot(const struct stat& status) {
  return status.st_uid == 0 && (status.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

std::optional<PlaceFailure> refusalOfFolder(const FileDescriptor& folder, const std::string& what) {
  struct stat status {};
  if (!folder.valid() || fstat(folder.get(), &status) != 0) return failure(errno, what);
  if (!isOnlyForRoot(status)) return notTrusted(what);
  return std::nullopt;
}

std::optional<PlaceFailure> refusalOfFile(const FileDescriptor& file, const std::string& what) {
  struct stat status {};
  if (fstat(file.get(), &status) != 0) return failure(errno, what);
  // How many names it has is of no account: where the kernel lets them (fs.protected_hardlinks),
  // anybody may give it one more, which lets nobody write it.
  if (!S_ISREG(status.st_mode) || !isOnlyForRoot(status)) return notTrusted(what);
  return std::nullopt;
}

Result<std::vector<std::uint8_t>> readAll(const FileDescriptor& file, std::size_t most,
                                          const char* name) {
  // One byte more than allowed tells a longer file; a codec then finds its end damaged.
  std::vector<std::uint8_t> bytes(most + 1);
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t count = ::read(file.get(), bytes.data() + filled, bytes.size() - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return posixError(errno, name);
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
  }
  bytes.resize(filled);
  bytes.shrink_to_fit();
  return bytes;
}

}  // namespace

std::variant<TrustedFolder, PlaceFailure> TrustedFolder::open(const std::filesystem::path& path) {
  FileDescriptor folder(::open("/", kFolderFlags));
  if (auto refusal = refusalOfFolder(folder, "/")) return std::move(*refusal);
  std::string walked;
  for (const auto& name : path.relative_path()) {
    walked.append("/").append(name.string());
    folder = FileDescriptor(openat(folder.get(), name.c_str(), kFolderFlags));
    if (auto refusal = refusalOfFolder(folder, walked)) return std::move(*refusal);
  }
  return TrustedFolder(std::move(folder));
}

std::variant<std::optional<std::vector<std::uint8_t>>, PlaceFailure> TrustedFolder::read(
    const char* name, std::size_t most) const {
  // A pipe in its place is not waited for.
  const FileDescriptor file(
      openat(folder_.get(), name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (!file.valid() && errno == ENOENT) return std::nullopt;
  if (!file.valid()) return failure(errno, name);
  if (auto refusal = refusalOfFile(file, name)) return std::move(*refusal);
  auto bytes = readAll(file, most, name);
  if (!bytes) return PlaceFailure{PlaceProblem::unreadable, bytes.error()};
  return std::move(bytes).value();
}

bool TrustedFolder::has(const char* name) const {
  struct stat status {};
  return fstatat(folder_.get(), name, &status, AT_SYMLINK_NOFOLLOW) == 0;
}

}  // namespace interface_panel
