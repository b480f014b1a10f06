// SPDX-License-Identifier: MIT
// The console program of the command line, with a program of the tests in the place of the app.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
#include <windows.h>

#include <array>
#include <filesystem>
#include <string>

#include "channel/windows/command_line.h"
#include "cli/app_process.h"

using namespace interface_panel;

namespace {

/// A folder of the installed program as far as the command goes.
class Installed {
 public:
  Installed() {
    folder_ = std::filesystem::temp_directory_path() /
              ("cli \xC3\xBC " + std::to_string(GetCurrentProcessId()));
    std::filesystem::create_directories(folder_);
    copy(TESTED_CLI, "interface-panel-cli.exe");
  }
  ~Installed() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  Installed(const Installed&) = delete;
  Installed& operator=(const Installed&) = delete;

  void addApp() { copy(CLI_APP, "Interface Panel.exe"); }
  [[nodiscard]] std::wstring command() const {
    return (folder_ / "interface-panel-cli.exe").wstring();
  }

 private:
  void copy(const char* from, const char* to) {
    std::filesystem::copy_file(from, folder_ / to,
                               std::filesystem::copy_options::overwrite_existing);
  }

  std::filesystem::path folder_;
};

std::string readAll(const Handle& from) {
  std::string text;
  std::array<char, 512> bytes{};
  DWORD length = 0;
  while (ReadFile(from.get(), bytes.data(), static_cast<DWORD>(bytes.size()), &length, nullptr) &&
         length > 0) {
    text.append(bytes.data(), length);
  }
  std::erase(text, '\r');
  return text;
}

struct Ended {
  std::string output;
  std::string errorOutput;
  DWORD code = 0;
};

Ended run(const Installed& installed, const std::vector<std::string>& arguments,
          const std::string& input) {
  std::vector<std::string> all{"interface-panel-cli"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  auto started = startApp(installed.command(), joinArguments(all));
  REQUIRE(started);
  DWORD written = 0;
  REQUIRE(WriteFile(started->input.get(), input.data(), static_cast<DWORD>(input.size()), &written,
                    nullptr));
  started->input = Handle();
  Ended ended{readAll(started->output), readAll(started->errorOutput)};
  WaitForSingleObject(started->process.get(), INFINITE);
  GetExitCodeProcess(started->process.get(), &ended.code);
  return ended;
}

}  // namespace

TEST_CASE(
    "The app beside the command gets its arguments and its input, whatever characters they hold") {
  Installed installed;
  installed.addApp();
  const Ended ended =
      run(installed, {"--user-data-dir=C:\\J\xC3\xB6rg's \"data\"\\", "0"}, "y\nn\xC3\xB6\n");
  CHECK(ended.output ==
        "[--cli][--user-data-dir=C:\\J\xC3\xB6rg's \"data\"\\][0]\nread y\nread n\xC3\xB6\n");
  CHECK(ended.errorOutput == "at the end\n");
  CHECK(ended.code == 0);
}

TEST_CASE("The app's exit code is the command's") {
  Installed installed;
  installed.addApp();
  CHECK(run(installed, {"1"}, "").code == 1);
  CHECK(run(installed, {"42"}, "").code == 42);
}

TEST_CASE("Without the app beside it the command says so") {
  const Installed installed;
  const Ended ended = run(installed, {}, "");
  CHECK(ended.code == 1);
  CHECK(ended.errorOutput == "Interface Panel.exe did not start: error 2.\n");
}
