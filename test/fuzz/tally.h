// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace interface_panel {

/// Counts how many inputs got past the first checks and tells it at the end of the program: a
/// fuzzer whose inputs are all refused at the door finds nothing behind it.
class Tally {
 public:
  static void count(bool accepted) {
    static Tally& tally = announced();
    ++tally.inputs_;
    if (accepted) ++tally.accepted_;
  }

 private:
  static Tally& announced() {
    static Tally tally;
    std::atexit([] {
      std::fprintf(
          stderr, "accepted %.1f %% of %llu inputs\n",
          100.0 * static_cast<double>(tally.accepted_) / static_cast<double>(tally.inputs_),
          static_cast<unsigned long long>(tally.inputs_));
    });
    return tally;
  }

  std::uint64_t inputs_ = 0;
  std::uint64_t accepted_ = 0;
};

}  // namespace interface_panel
