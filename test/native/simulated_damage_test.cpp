// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "simulated_fixture.h"
#include "stack/simulated/file_format.h"
#include "stack/simulated/network_codec.h"
#include "stack/simulated/simulated_stack.h"

namespace interface_panel::simulated {
namespace {

std::string contentOf(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write(const std::filesystem::path& path, const std::string& content) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << content;
}

/// The Win32 code a snapshot fails with, 0 when it does not.
int failure(const std::filesystem::path& path) {
  const Result<Snapshot> snapshot = makeSimulatedStack(path)->snapshot();
  return snapshot ? 0 : snapshot.error().code;
}

/// A file of an image and one record: the metric of Ethernet is 3.
std::string oneRecord(const SimulatedFixture& fixture) {
  REQUIRE(fixture.stack()->set({kEthernet4, Field::Metric, 25, 3}));
  return contentOf(fixture.file());
}

constexpr int kFileCorrupt = 1392;
constexpr int kRevisionMismatch = 1306;

TEST_CASE("an empty file, a text and half a header are corrupt") {
  const SimulatedFixture fixture;
  for (const std::string& content : {std::string(), std::string("[network]\n"),
                                     oneRecord(fixture).substr(0, kImageHeaderSize - 1)}) {
    write(fixture.file(), content);
    CHECK(failure(fixture.file()) == kFileCorrupt);
  }
}

TEST_CASE("a damaged file is left as it is, also by a set") {
  const SimulatedFixture fixture;
  write(fixture.file(), "rubbish");
  const auto stack = fixture.stack();
  const Result<Done> outcome = stack->set({kEthernet4, Field::Metric, 25, 3});
  REQUIRE_FALSE(outcome);
  CHECK(outcome.error().name == "ERROR_FILE_CORRUPT");
  CHECK(contentOf(fixture.file()) == "rubbish");
}

TEST_CASE("a flipped bit anywhere is noticed") {
  const SimulatedFixture fixture;
  const std::string whole = oneRecord(fixture);
  // Primes apart, so that every kind of place is hit: headers, numbers, names, the record.
  for (std::size_t place = 0; place < whole.size(); place += place < 200 ? 1 : 61) {
    CAPTURE(place);
    std::string damaged = whole;
    damaged[place] = static_cast<char>(damaged[place] ^ 0x10);
    write(fixture.file(), damaged);
    CHECK(failure(fixture.file()) == kFileCorrupt);
  }
  for (std::size_t fromEnd = 1; fromEnd <= 60; ++fromEnd) {
    std::string damaged = whole;
    char& last = damaged[damaged.size() - fromEnd];
    last = static_cast<char>(last ^ 0x01);
    write(fixture.file(), damaged);
    CHECK(failure(fixture.file()) == kFileCorrupt);
  }
}

TEST_CASE("an image that is cut short is corrupt") {
  const SimulatedFixture fixture;
  REQUIRE(fixture.reader()->snapshot());
  const std::string whole = contentOf(fixture.file());
  for (std::size_t length = 0; length < whole.size(); length += 97) {
    CAPTURE(length);
    write(fixture.file(), whole.substr(0, length));
    CHECK(failure(fixture.file()) == kFileCorrupt);
  }
}

TEST_CASE("a record that is cut short was never made: everything is as before it") {
  const SimulatedFixture fixture;
  REQUIRE(fixture.reader()->snapshot());
  const std::size_t image = contentOf(fixture.file()).size();
  const std::string whole = oneRecord(fixture);
  for (std::size_t length = image; length < whole.size(); ++length) {
    CAPTURE(length);
    write(fixture.file(), whole.substr(0, length));
    const auto stack = fixture.stack();
    REQUIRE(liveValue(*stack, kEthernet4, Field::Metric) == 25);
    REQUIRE(stack->set({kEthernet4, Field::Metric, 25, 4}));
    CHECK(liveValue(*fixture.stack(), kEthernet4, Field::Metric) == 4);
  }
}

TEST_CASE("another process's torn record is noticed by one that had the file open before") {
  const SimulatedFixture fixture;
  const auto app = makeSimulatedStack(fixture.file());
  REQUIRE(app->snapshot());
  const std::string before = contentOf(fixture.file());
  const std::string whole = oneRecord(fixture);
  write(fixture.file(), whole.substr(0, before.size() + 10));
  CHECK(liveValue(*app, kEthernet4, Field::Metric) == 25);
  write(fixture.file(), whole);
  CHECK(liveValue(*app, kEthernet4, Field::Metric) == 3);
}

TEST_CASE("the file of another version is refused by its version") {
  const SimulatedFixture fixture;
  ImageHeader header;
  header.version = kFormatVersion + 1;
  const std::vector<std::uint8_t> bytes = encodeImageHeader(header);
  write(fixture.file(), {bytes.begin(), bytes.end()});
  CHECK(failure(fixture.file()) == kRevisionMismatch);
}

TEST_CASE("a header that promises more than the file holds asks for no memory") {
  const SimulatedFixture fixture;
  ImageHeader header;
  header.bodySize = ~std::uint64_t{0};
  const std::vector<std::uint8_t> bytes = encodeImageHeader(header);
  write(fixture.file(), {bytes.begin(), bytes.end()});
  CHECK(failure(fixture.file()) == kFileCorrupt);
}

TEST_CASE("an image with a right checksum and wrong content is corrupt") {
  const SimulatedFixture fixture;
  const std::vector<std::uint8_t> body{1, 2, 3};
  ImageHeader header;
  header.bodySize = body.size();
  header.bodyChecksum = checksum(body);
  std::vector<std::uint8_t> bytes = encodeImageHeader(header);
  bytes.insert(bytes.end(), body.begin(), body.end());
  write(fixture.file(), {bytes.begin(), bytes.end()});
  CHECK(failure(fixture.file()) == kFileCorrupt);
}

TEST_CASE("a record that does not follow the one before is corrupt") {
  const SimulatedFixture fixture;
  const std::string whole = oneRecord(fixture);
  for (const std::uint64_t generation : {2U, 3U, 4U}) {
    CAPTURE(generation);
    const std::vector<std::uint8_t> record = encodeRecord(generation, encodeChangedParts({}));
    write(fixture.file(), whole + std::string(record.begin(), record.end()));
    CHECK(failure(fixture.file()) == (generation == 3 ? 0 : kFileCorrupt));
  }
}

TEST_CASE("a folder and a file that is far too large are refused by name") {
  const SimulatedFixture fixture;
  const std::filesystem::path folder = fixture.folder() / "folder";
  REQUIRE(std::filesystem::create_directory(folder));
  CHECK(failure(folder) == 222);

  write(fixture.file(), "");
  std::filesystem::resize_file(fixture.file(), 300U << 20U);
  CHECK(failure(fixture.file()) == 223);
}

}  // namespace
}  // namespace interface_panel::simulated
