// SPDX-License-Identifier: MIT
// The place of lasting settings on Linux, in a mount namespace of its own where /var/lib is empty.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "lasting/linux/lasting_folder.h"
#include "lasting/linux/settable_lasting_folder.h"

using namespace interface_panel;

namespace {

constexpr unsigned kSomebody = 12345;
const std::filesystem::path kFolder = kLastingFolder;
const std::filesystem::path kSettings = kFolder / "lasting-settings";
const std::vector<std::uint8_t> kSome{1, 2, 3};
const std::vector<std::uint8_t> kOthers{4, 5};

void emptyVarLib(const char* options) {
  static const bool isApart = [] {
    return unshare(CLONE_NEWNS) == 0 &&
           mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
  }();
  REQUIRE(isApart);
  umount2("/var/lib", MNT_DETACH);
  REQUIRE(mount("none", "/var/lib", "tmpfs", 0, options) == 0);
}

/// The folder as a package makes it.
struct Place {
  explicit Place(const char* options = "mode=0755") {
    umask(022);
    emptyVarLib(options);
    REQUIRE(std::filesystem::create_directory(kFolder));
  }
  ~Place() { umount2("/var/lib", MNT_DETACH); }
};

void writeFile(const std::filesystem::path& path, const std::vector<std::uint8_t>& bytes) {
  std::ofstream file(path, std::ios::binary);
  file.write(reinterpret_cast<const char*>(bytes.data()),
             static_cast<std::streamsize>(bytes.size()));
}

PlaceProblem problemNow() { return openLastingPlace()->read().problem; }

}  // namespace

TEST_CASE("A computer without the folder has no place where anything lasts") {
  const Place place;
  std::filesystem::remove_all(kFolder);
  CHECK(problemNow() == PlaceProblem::missing);
  CHECK(openSettableLastingPlace()->read().problem == PlaceProblem::missing);
  CHECK_FALSE(openSettableLastingPlace()->writeSettings(kSome, false).ok());
}

TEST_CASE("What was written is read, by everybody and with root's name on it") {
  const Place place;
  umask(077);
  const auto settable = openSettableLastingPlace();
  REQUIRE(settable->writeSettings(kSome, false).ok());
  REQUIRE(settable->writeStatus(kOthers).ok());
  const PlaceContent content = openLastingPlace()->read();
  CHECK(content.problem == PlaceProblem::none);
  CHECK(content.settings == kSome);
  CHECK(content.status == kOthers);
  CHECK_FALSE(content.isOff);
  struct stat status {};
  REQUIRE(stat(kSettings.c_str(), &status) == 0);
  CHECK((status.st_mode & 07777) == 0644);
  CHECK(status.st_uid == 0);
}

TEST_CASE("New settings take the place of the old ones, damaged ones are kept aside") {
  const Place place;
  const auto settable = openSettableLastingPlace();
  REQUIRE(settable->writeSettings(kSome, false).ok());
  REQUIRE(settable->writeSettings(kOthers, true).ok());
  CHECK(settable->read().settings == kOthers);
  CHECK(std::filesystem::file_size(kFolder / "lasting-settings.damaged") == kSome.size());
  CHECK_FALSE(std::filesystem::exists(kFolder / ".lasting-settings.new"));
}

TEST_CASE("A new file that somebody left half written is in nobody's way") {
  const Place place;
  std::filesystem::create_symlink("/var/lib/elsewhere", kFolder / ".lasting-settings.new");
  REQUIRE(openSettableLastingPlace()->writeSettings(kSome, false).ok());
  CHECK(openLastingPlace()->read().settings == kSome);
  CHECK_FALSE(std::filesystem::exists("/var/lib/elsewhere"));
}

TEST_CASE("On a full disk the old settings stay and nothing else does") {
  const Place place("mode=0755,size=8k");
  const auto settable = openSettableLastingPlace();
  REQUIRE(settable->writeSettings(kSome, false).ok());
  const std::vector<std::uint8_t> large(64 * 1024, 7);
  const auto written = settable->writeSettings(large, true);
  REQUIRE_FALSE(written.ok());
  CHECK(written.error().code == ENOSPC);
  CHECK(settable->read().settings == kSome);
  CHECK_FALSE(std::filesystem::exists(kFolder / ".lasting-settings.new"));
  CHECK_FALSE(std::filesystem::exists(kFolder / "lasting-settings.damaged"));
}

TEST_CASE("A file `off` beside the settings is told") {
  const Place place;
  writeFile(kFolder / "off", {});
  CHECK(openLastingPlace()->read().isOff);
}

TEST_CASE("A folder that somebody else could write is not trusted") {
  const Place place;
  REQUIRE(openSettableLastingPlace()->writeSettings(kSome, false).ok());
  SUBCASE("it belongs to somebody else") { REQUIRE(chown(kFolder.c_str(), kSomebody, 0) == 0); }
  SUBCASE("its group can write") { REQUIRE(chmod(kFolder.c_str(), 0775) == 0); }
  SUBCASE("everybody can write") { REQUIRE(chmod(kFolder.c_str(), 01777) == 0); }
  SUBCASE("the folder above belongs to somebody else") {
    REQUIRE(chown("/var/lib", kSomebody, 0) == 0);
  }
  SUBCASE("everybody can write to the folder above") { REQUIRE(chmod("/var/lib", 01777) == 0); }
  SUBCASE("it is a link") {
    std::filesystem::rename(kFolder, "/var/lib/real");
    std::filesystem::create_symlink("/var/lib/real", kFolder);
  }
  SUBCASE("it is a file") {
    std::filesystem::remove_all(kFolder);
    writeFile(kFolder, kSome);
  }
  CHECK(problemNow() == PlaceProblem::notTrusted);
  const auto settable = openSettableLastingPlace();
  CHECK(settable->read().problem == PlaceProblem::notTrusted);
  CHECK_FALSE(settable->writeSettings(kOthers, false).ok());
}

TEST_CASE("A second name, which anybody may give a file on some systems, changes nothing") {
  const Place place;
  const auto settable = openSettableLastingPlace();
  REQUIRE(settable->writeSettings(kSome, false).ok());
  REQUIRE(settable->writeStatus(kSome).ok());
  std::filesystem::create_hard_link(kSettings, "/var/lib/second");
  std::filesystem::create_hard_link(kFolder / "keeper-status", "/var/lib/third");
  CHECK(openLastingPlace()->read().settings == kSome);
  CHECK(openLastingPlace()->read().status == kSome);
  REQUIRE(settable->writeSettings(kOthers, false).ok());
  CHECK(openLastingPlace()->read().settings == kOthers);
}

TEST_CASE("Settings that somebody else could have written are not trusted") {
  const Place place;
  REQUIRE(openSettableLastingPlace()->writeSettings(kSome, false).ok());
  SUBCASE("they belong to somebody else") { REQUIRE(chown(kSettings.c_str(), kSomebody, 0) == 0); }
  SUBCASE("everybody can write") { REQUIRE(chmod(kSettings.c_str(), 0666) == 0); }
  SUBCASE("they are a link") {
    std::filesystem::rename(kSettings, "/var/lib/real");
    std::filesystem::create_symlink("/var/lib/real", kSettings);
  }
  SUBCASE("they are a folder") {
    std::filesystem::remove(kSettings);
    std::filesystem::create_directory(kSettings);
  }
  SUBCASE("they are a pipe") {
    std::filesystem::remove(kSettings);
    REQUIRE(mkfifo(kSettings.c_str(), 0644) == 0);
  }
  CHECK(problemNow() == PlaceProblem::notTrusted);
  CHECK_FALSE(openLastingPlace()->read().settings.has_value());
}
