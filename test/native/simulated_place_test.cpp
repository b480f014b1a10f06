// SPDX-License-Identifier: MIT
#include "lasting/simulated/simulated_place.h"

#include <doctest/doctest.h>

#include <fstream>
#include <vector>

using namespace interface_panel;

TEST_CASE("What is written beside a simulated network is read there") {
  const auto folder = std::filesystem::temp_directory_path() / "interface-panel-simulated-place";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  const auto place = simulated::openLastingPlace(folder / "state");
  CHECK(place->read().problem == PlaceProblem::missing);

  std::filesystem::create_directory(folder / "state.lasting");
  CHECK_FALSE(place->read().settings.has_value());
  const std::vector<std::uint8_t> first{1, 2, 3};
  const std::vector<std::uint8_t> second{4};
  REQUIRE(place->writeSettings(first, false).ok());
  REQUIRE(place->writeStatus(second).ok());
  CHECK(place->read().settings == first);
  CHECK(place->read().status == second);

  REQUIRE(place->writeSettings(second, true).ok());
  CHECK(place->read().settings == second);
  CHECK(std::filesystem::file_size(folder / "state.lasting" / "lasting-settings.damaged") == 3);

  CHECK_FALSE(place->read().isOff);
  std::ofstream(folder / "state.lasting" / "off").put('\n');
  CHECK(place->read().isOff);
  std::filesystem::remove_all(folder);
}
