// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <istream>
#include <memory>
#include <optional>
#include <span>

#include "stack/result.h"
#include "stack/simulated/file_format.h"
#include "stack/simulated/network.h"
#include "stack/simulated/network_store.h"

namespace interface_panel::simulated {

/// Where the file stands; two equal stamps mean that nothing was written between them.
struct FileStamp {
  std::uint64_t image = 0;
  std::uint64_t size = 0;

  bool operator==(const FileStamp&) const = default;
};

/// The file in which the processes share a simulated network, as they would share a kernel.
///
/// It is an image of the whole network and, behind it, a record for each change since. A change of
/// a row appends a few hundred bytes; when the records outgrow the image, and for large changes, a
/// new image replaces the file by a rename. A lock file beside it orders readers and writers. A
/// process killed in the middle leaves a file that reads as before its change.
///
/// Errors: ERROR_OPEN_FAILED, ERROR_READ_FAULT, ERROR_WRITE_FAULT, ERROR_BAD_FILE_TYPE,
/// ERROR_FILE_TOO_LARGE, ERROR_REVISION_MISMATCH (another version wrote it), ERROR_FILE_CORRUPT,
/// ERROR_TIMEOUT (the lock), each with the path.
class NetworkFile final : public NetworkStore {
 public:
  explicit NetworkFile(std::filesystem::path path);

  /// Makes the file with the demo when missing.
  Result<const SimulatedNetwork*> read() override;
  Result<Done> update(const std::function<NetworkChange(SimulatedNetwork&)>& change) override;
  Result<std::unique_ptr<Watch>> watch(std::function<void()> changed) override;

  /// Changes since the file was made; known after read or update.
  [[nodiscard]] std::uint64_t generation() const;

  /// None while the file is missing or unreadable.
  std::optional<FileStamp> stamp() const;

 private:
  struct State {
    SimulatedNetwork network;
    std::uint64_t image = 0;
    std::uint64_t generation = 0;
    /// Where the image ends and the records begin.
    std::uint64_t imageEnd = 0;
    /// Where the last whole record ends.
    std::uint64_t end = 0;
    /// A writer died within the record behind `end`.
    bool torn = false;
  };

  // All of these are called with the lock held.
  Result<Done> refresh();
  Result<Done> readImage(std::istream& file, const ImageHeader& header, std::uint64_t size);
  Result<Done> readRecords(std::istream& file, std::uint64_t size);
  Result<Done> create();
  Result<Done> write(const NetworkChange& change);
  Result<Done> append(const NetworkChange& change);
  Result<Done> replace();
  bool apply(const RecordHeader& header, std::span<const std::uint8_t> payload);
  [[nodiscard]] Error error(int code) const;

  std::filesystem::path path_;
  std::filesystem::path lockPath_;
  /// What the file held when this process read it last; none after a failure.
  std::optional<State> state_;
};

}  // namespace interface_panel::simulated
