// A file of the simulated disk: as the program sees it, and what of it is safe.
#pragma once

#include <deque>
#include <optional>

#include "support/simulated_disk.h"

namespace sealcart::server::testing {

struct SimulatedDisk::File {
  // A change that is not synced yet. Without data: the file was cut to `at`, or grown.
  struct Change {
    std::size_t at = 0;
    std::string data;
    bool resize = false;
  };

  std::string content;             // what is read
  std::string safe;                // what a loss of power leaves
  bool safely_there = false;       // its name is in the folder for good
  std::vector<Change> unsafe;      // since `safe`
  std::deque<std::string> shared;  // the regions of its shared memory; these do not move

  void write_content(const Change& change) { apply(content, change); }
  void lose_power(std::mt19937_64& random);
  static void apply(std::string& bytes, const Change& change);
};

}  // namespace sealcart::server::testing
