// SPDX-License-Identifier: MIT
#include "stack/simulated/network_file.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <random>
#include <thread>
#include <utility>

#include "stack/simulated/demo_network.h"
#include "stack/simulated/file_lock.h"
#include "stack/simulated/file_watch.h"
#include "stack/simulated/network_codec.h"
#include "stack/simulated/path_text.h"
#include "stack/win32_error.h"

namespace interface_panel::simulated {
namespace {

namespace fs = std::filesystem;

/// Far above kMaxSize; what is larger was not written by this program.
constexpr std::uint64_t kMaxFileSize = 256U << 20U;
/// Records may grow to this or to the size of the image, whichever is more, before they are folded
/// in.
constexpr std::uint64_t kRecordsAllowance = 1U << 20U;

fs::path withSuffix(fs::path path, const char* suffix) { return path += suffix; }

std::optional<std::vector<std::uint8_t>> readBytes(std::istream& file, std::uint64_t count) {
  std::vector<std::uint8_t> bytes(static_cast<std::size_t>(count));
  file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(count));
  if (static_cast<std::uint64_t>(file.gcount()) != count) return std::nullopt;
  return bytes;
}

bool writeBytes(std::ostream& file, const std::vector<std::uint8_t>& bytes) {
  file.write(reinterpret_cast<const char*>(bytes.data()),
             static_cast<std::streamsize>(bytes.size()));
  return file.good();
}

std::uint64_t randomNumber() {
  std::random_device device;
  return (static_cast<std::uint64_t>(device()) << 32) | device();
}

/// Replaces `to`. Tried again for a while, because on Windows a virus scanner or an indexer that
/// has just opened the file keeps it from being replaced.
bool moveOver(const fs::path& from, const fs::path& to) {
  constexpr int kAttempts = 100;
  constexpr std::chrono::milliseconds kInterval{10};
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    std::error_code failure;
    fs::rename(from, to, failure);
    if (!failure) return true;
    if (failure != std::errc::permission_denied) return false;
    std::this_thread::sleep_for(kInterval);
  }
  return false;
}

}  // namespace

NetworkFile::NetworkFile(fs::path path)
    : path_(std::move(path)), lockPath_(withSuffix(path_, ".lock")) {}

Error NetworkFile::error(int code) const {
  return win32Error(code, "simulated network " + pathText(path_));
}

Result<const SimulatedNetwork*> NetworkFile::read() {
  {
    const Result<FileLock> lock = FileLock::acquire(lockPath_, FileLock::Mode::shared);
    if (!lock) return lock.error();
    std::error_code ignored;
    if (fs::exists(path_, ignored)) {
      const Result<Done> refreshed = refresh();
      if (!refreshed) return refreshed.error();
      return &state_->network;
    }
  }
  const Result<Done> made = update([](SimulatedNetwork&) { return NetworkChange{}; });
  if (!made) return made.error();
  return &state_->network;
}

Result<Done> NetworkFile::update(const std::function<NetworkChange(SimulatedNetwork&)>& change) {
  const Result<FileLock> lock = FileLock::acquire(lockPath_, FileLock::Mode::exclusive);
  if (!lock) return lock.error();
  std::error_code ignored;
  Result<Done> current = fs::exists(path_, ignored) ? refresh() : create();
  if (!current) return current;
  Result<Done> written = write(change(state_->network));
  if (!written) state_.reset();
  return written;
}

Result<std::unique_ptr<Watch>> NetworkFile::watch(std::function<void()> changed) {
  const Result<const SimulatedNetwork*> network = read();
  if (!network) return network.error();
  return watchFile(path_, std::move(changed));
}

std::uint64_t NetworkFile::generation() const { return state_ ? state_->generation : 0; }

std::optional<FileStamp> NetworkFile::stamp() const {
  const Result<FileLock> lock = FileLock::acquire(lockPath_, FileLock::Mode::shared);
  if (!lock) return std::nullopt;
  std::ifstream file(path_, std::ios::binary);
  const std::optional<std::vector<std::uint8_t>> bytes = readBytes(file, kImageHeaderSize);
  if (!bytes) return std::nullopt;
  const std::optional<ImageHeader> header = decodeImageHeader(*bytes);
  std::error_code failure;
  const std::uint64_t size = fs::file_size(path_, failure);
  if (!header || failure) return std::nullopt;
  return FileStamp{header->image, size};
}

Result<Done> NetworkFile::refresh() {
  std::error_code failure;
  if (!fs::is_regular_file(path_, failure)) return error(win32::kBadFileType);
  const std::uint64_t size = fs::file_size(path_, failure);
  if (failure) return error(win32::kReadFault);
  if (size > kMaxFileSize) return error(win32::kFileTooLarge);
  std::ifstream file(path_, std::ios::binary);
  if (!file) return error(win32::kOpenFailed);

  const std::optional<std::vector<std::uint8_t>> bytes = readBytes(file, kImageHeaderSize);
  const std::optional<ImageHeader> header = bytes ? decodeImageHeader(*bytes) : std::nullopt;
  if (!header) return error(win32::kFileCorrupt);
  if (header->version != kFormatVersion) return error(win32::kRevisionMismatch);

  const bool isKnown = state_ && state_->image == header->image && state_->end <= size;
  if (!isKnown) {
    Result<Done> image = readImage(file, *header, size);
    if (!image) return image;
  }
  Result<Done> records = readRecords(file, size);
  if (!records) state_.reset();
  return records;
}

Result<Done> NetworkFile::readImage(std::istream& file, const ImageHeader& header,
                                    std::uint64_t size) {
  state_.reset();
  if (header.bodySize > size - kImageHeaderSize) return error(win32::kFileCorrupt);
  const std::optional<std::vector<std::uint8_t>> body = readBytes(file, header.bodySize);
  if (!body || checksum(*body) != header.bodyChecksum) return error(win32::kFileCorrupt);
  std::optional<SimulatedNetwork> network = decodeNetwork(*body);
  if (!network) return error(win32::kFileCorrupt);
  const std::uint64_t end = kImageHeaderSize + header.bodySize;
  state_ = State{std::move(*network), header.image, header.generation, end, end, false};
  return Done{};
}

Result<Done> NetworkFile::readRecords(std::istream& file, std::uint64_t size) {
  state_->torn = false;
  file.seekg(static_cast<std::streamoff>(state_->end));
  while (state_->end < size) {
    const std::optional<std::vector<std::uint8_t>> bytes = readBytes(file, kRecordHeaderSize);
    if (!bytes) break;
    const std::optional<RecordHeader> header = decodeRecordHeader(*bytes);
    if (!header || header->generation != state_->generation + 1) return error(win32::kFileCorrupt);
    const std::uint64_t behindHeader = state_->end + kRecordHeaderSize;
    if (header->payloadSize > size - behindHeader) break;
    const std::optional<std::vector<std::uint8_t>> payload = readBytes(file, header->payloadSize);
    if (!payload) return error(win32::kReadFault);
    if (!apply(*header, *payload)) return error(win32::kFileCorrupt);
    state_->generation = header->generation;
    state_->end = behindHeader + header->payloadSize;
  }
  state_->torn = state_->end < size;
  return Done{};
}

bool NetworkFile::apply(const RecordHeader& header, std::span<const std::uint8_t> payload) {
  if (checksum(payload) != header.payloadChecksum) return false;
  const std::optional<ChangedParts> parts = decodeChangedParts(payload);
  if (!parts) return false;
  for (const IpInterface& row : parts->rows) {
    IpInterface* place = findIpInterface(state_->network.present, row.key);
    if (place == nullptr || place->index != row.index) return false;
    *place = row;
  }
  if (parts->faults) state_->network.faults = *parts->faults;
  return true;
}

Result<Done> NetworkFile::create() {
  state_ = State{};
  state_->network = demoNetwork();
  Result<Done> written = replace();
  if (!written) state_.reset();
  return written;
}

Result<Done> NetworkFile::write(const NetworkChange& change) {
  if (change.rows.empty() && !change.faults && !change.everything) return Done{};
  const std::uint64_t allowance = std::max(kRecordsAllowance, state_->imageEnd);
  const bool isFull = state_->end - state_->imageEnd > allowance;
  return change.everything || state_->torn || isFull ? replace() : append(change);
}

Result<Done> NetworkFile::append(const NetworkChange& change) {
  ChangedParts parts;
  for (const IpInterfaceKey& key : change.rows) {
    parts.rows.push_back(*findIpInterface(state_->network.present, key));
  }
  if (change.faults) parts.faults = state_->network.faults;
  const std::vector<std::uint8_t> record =
      encodeRecord(state_->generation + 1, encodeChangedParts(parts));

  std::ofstream file(path_, std::ios::binary | std::ios::app);
  if (!file) return error(win32::kOpenFailed);
  const bool written = writeBytes(file, record);
  file.close();
  if (!written || file.fail()) return error(win32::kWriteFault);
  state_->generation += 1;
  state_->end += record.size();
  return Done{};
}

Result<Done> NetworkFile::replace() {
  const std::vector<std::uint8_t> body = encodeNetwork(state_->network);
  const ImageHeader header{kFormatVersion, randomNumber(), state_->generation + 1, body.size(),
                           checksum(body)};
  const fs::path fresh = withSuffix(path_, ".new");
  std::ofstream file(fresh, std::ios::binary | std::ios::trunc);
  if (!file) return error(win32::kOpenFailed);
  const bool written = writeBytes(file, encodeImageHeader(header)) && writeBytes(file, body);
  file.close();
  if (!written || file.fail() || !moveOver(fresh, path_)) return error(win32::kWriteFault);
  state_->image = header.image;
  state_->generation = header.generation;
  state_->imageEnd = kImageHeaderSize + header.bodySize;
  state_->end = state_->imageEnd;
  state_->torn = false;
  return Done{};
}

}  // namespace interface_panel::simulated
