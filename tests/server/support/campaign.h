// Lives of a shop on a disk that fails: from one prepared disk, with faults at places of a test's
// choice, to an end that is the same for all of them. Failures are reported to the running test.
#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "support/life.h"
#include "support/simulated_file.h"

namespace sealcart::server::testing {

class Campaign {
 public:
  // Lives once without a fault, and prints how many places there are.
  Campaign();

  // Acts of the disk in a life.
  std::int64_t acts() const { return acts_; }

  // A first fault from the start on, each further one after the restart that the one before led to.
  // `power_fails`: what was not synced may be lost with each death of the process.
  void live(const std::vector<SimulatedDisk::Fault>& faults, bool power_fails);

 private:
  void fill_logs();
  void fill_log(const std::string& file,
                const std::function<void(Storage&, const std::string&)>& write);
  void begin();
  // Until all requests are acknowledged, or the process ends.
  void live_on(const SimulatedDisk::Fault& fault);
  void ask_all(const SimulatedDisk::Fault& fault);
  void expect_refused_without_trace(const SimulatedDisk::Fault& fault, const std::string& before);
  void die(bool power_fails);
  void expect_sound_files();
  void expect_end();

  SimulatedDisk disk_;
  TestShop shop_{60};  // so few operations wait that many are moved
  std::optional<Life> prepared_;
  std::optional<Life> life_;
  std::size_t request_ = 0;  // the next one
  SimulatedDisk::Image image_;
  std::string end_;
  std::int64_t acts_ = 0;
  std::mt19937_64 random_;
};

}  // namespace sealcart::server::testing
