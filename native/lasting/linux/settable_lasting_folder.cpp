// SPDX-License-Identifier: MIT
#include "lasting/linux/settable_lasting_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <utility>

#include "lasting/linux/lasting_files.h"
#include "lasting/linux/lasting_folder.h"
#include "stack/linux/posix_error.h"

namespace interface_panel {
namespace {

constexpr mode_t kReadableByAll = 0644;

Result<Done> done(int result, const std::string& call) {
  if (result != 0) return posixError(errno, call);
  return Done{};
}

Result<Done> writeAll(int file, std::span<const std::uint8_t> bytes, const std::string& name) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return posixError(errno, "write(" + name + ")");
    bytes = bytes.subspan(static_cast<std::size_t>(count));
  }
  return Done{};
}

class SettableLastingFolder final : public SettableLastingPlace {
 public:
  explicit SettableLastingFolder(std::variant<TrustedFolder, PlaceFailure> opened)
      : opened_(std::move(opened)) {}

  PlaceContent read() override {
    if (const auto* failure = std::get_if<PlaceFailure>(&opened_)) return without(*failure);
    return readLastingFiles(std::get<TrustedFolder>(opened_));
  }

  Result<Done> writeSettings(std::span<const std::uint8_t> bytes, bool setAside) override {
    const auto written = writeNew(kSettingsFile, bytes);
    if (!written) return written;
    if (setAside) {
      // Without it the new file takes the damaged one's place all the same.
      (void)::renameat(folder(), kSettingsFile, folder(), kDamagedFile);
    }
    return takePlace(kSettingsFile);
  }

  Result<Done> writeStatus(std::span<const std::uint8_t> bytes) override {
    const auto written = writeNew(kStatusFile, bytes);
    return written ? takePlace(kStatusFile) : written;
  }

 private:
  [[nodiscard]] int folder() const {
    const auto* folder = std::get_if<TrustedFolder>(&opened_);
    return folder != nullptr ? folder->get() : -1;
  }

  static std::string newName(const char* name) { return std::string(".") + name + ".new"; }

  /// Leaves nothing behind that is not whole and on disk.
  [[nodiscard]] Result<Done> writeNew(const char* name, std::span<const std::uint8_t> bytes) const {
    const std::string made = newName(name);
    (void)::unlinkat(folder(), made.c_str(), 0);
    const FileDescriptor file(::openat(folder(), made.c_str(),
                                       O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file.valid()) return posixError(errno, "open(" + made + ")");
    auto written = writeAll(file.get(), bytes, made);
    // Whatever the umask is.
    if (written) written = done(::fchmod(file.get(), kReadableByAll), "fchmod(" + made + ")");
    if (written) written = done(::fsync(file.get()), "fsync(" + made + ")");
    if (!written) (void)::unlinkat(folder(), made.c_str(), 0);
    return written;
  }

  [[nodiscard]] Result<Done> takePlace(const char* name) const {
    const std::string made = newName(name);
    if (::renameat(folder(), made.c_str(), folder(), name) != 0) {
      return posixError(errno, "rename(" + made + ")");
    }
    return done(::fsync(folder()), std::string("fsync of the folder of ") + name);
  }

  std::variant<TrustedFolder, PlaceFailure> opened_;
};

}  // namespace

std::unique_ptr<SettableLastingPlace> openSettableLastingPlace() {
  return std::make_unique<SettableLastingFolder>(TrustedFolder::open(kLastingFolder));
}

}  // namespace interface_panel
