// SPDX-License-Identifier: MIT
#include "lasting/simulated/simulated_place.h"

#include <fstream>
#include <iterator>
#include <string>
#include <utility>

#include "stack/win32_error.h"

namespace interface_panel::simulated {
namespace {

constexpr const char* kSettingsFile = "lasting-settings";
constexpr const char* kStatusFile = "keeper-status";
constexpr const char* kDamagedFile = "lasting-settings.damaged";
constexpr const char* kOffFile = "off";

class SimulatedPlace final : public SettableLastingPlace {
 public:
  explicit SimulatedPlace(std::filesystem::path folder) : folder_(std::move(folder)) {}

  PlaceContent read() override {
    std::error_code failed;
    PlaceContent content;
    if (!std::filesystem::is_directory(folder_, failed)) {
      content.problem = PlaceProblem::missing;
      return content;
    }
    content.settings = bytesOf(kSettingsFile);
    content.status = bytesOf(kStatusFile);
    content.isOff = std::filesystem::exists(folder_ / kOffFile, failed);
    return content;
  }

  Result<Done> writeSettings(std::span<const std::uint8_t> bytes, bool setAside) override {
    std::error_code failed;
    if (setAside) std::filesystem::rename(folder_ / kSettingsFile, folder_ / kDamagedFile, failed);
    return write(kSettingsFile, bytes);
  }

  Result<Done> writeStatus(std::span<const std::uint8_t> bytes) override {
    return write(kStatusFile, bytes);
  }

 private:
  [[nodiscard]] std::optional<std::vector<std::uint8_t>> bytesOf(const char* name) const {
    std::ifstream file(folder_ / name, std::ios::binary);
    if (!file) return std::nullopt;
    return std::vector<std::uint8_t>{std::istreambuf_iterator<char>(file), {}};
  }

  [[nodiscard]] Result<Done> write(const char* name, std::span<const std::uint8_t> bytes) const {
    const std::filesystem::path made = folder_ / (std::string(".") + name + ".new");
    std::ofstream file(made, std::ios::binary | std::ios::trunc);
    file.write(reinterpret_cast<const char*>(bytes.data()),
               static_cast<std::streamsize>(bytes.size()));
    file.close();
    std::error_code failed;
    if (file) std::filesystem::rename(made, folder_ / name, failed);
    if (!file || failed) return win32Error(win32::kWriteFault, name);
    return Done{};
  }

  std::filesystem::path folder_;
};

}  // namespace

std::unique_ptr<SettableLastingPlace> openLastingPlace(const std::filesystem::path& stateFile) {
  std::filesystem::path folder = stateFile;
  folder += ".lasting";
  return std::make_unique<SimulatedPlace>(std::move(folder));
}

}  // namespace interface_panel::simulated
