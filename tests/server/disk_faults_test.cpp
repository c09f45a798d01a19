// A fault of the disk at every place where something is written, in either file: nothing that was
// acknowledged is lost, the state is clear, and the shop goes on. Some places of each kind in every
// run; all of them with SEALCART_PLACES=all.
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <memory>
#include <string_view>

#include "support/campaign.h"

namespace sealcart::server::testing {
namespace {

using How = SimulatedDisk::How;

constexpr std::int64_t kPlaces = 12;  // of each kind, in a usual run

class DiskFaults : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { campaign = std::make_unique<Campaign>(); }
  static void TearDownTestSuite() { campaign.reset(); }

  static bool all_places() {
    const char* places = std::getenv("SEALCART_PLACES");
    return places != nullptr && std::string_view(places) == "all";
  }
  // `life` for each place: with its number, and whether the machine's power goes with the process.
  static void at_places(const std::function<void(std::int64_t act, bool power)>& life) {
    const std::int64_t acts = campaign->acts();
    const std::int64_t step = all_places() ? 1 : std::max<std::int64_t>(1, acts / kPlaces);
    std::int64_t lives = 0;
    for (std::int64_t act = 1; act <= acts && !HasFailure(); act += step) {
      for (const bool power : {false, true}) {
        if (!all_places() && power != (lives % 2 == 1)) continue;
        SCOPED_TRACE("act " + std::to_string(act) + (power ? ", power lost" : ""));
        life(act, power);
        ++lives;
      }
    }
    std::cout << lives << " lives at " << acts << " places\n";
  }

  static std::unique_ptr<Campaign> campaign;
};

std::unique_ptr<Campaign> DiskFaults::campaign;

TEST_F(DiskFaults, AnErrorThatStaysLosesNothing) {
  at_places([](std::int64_t act, bool power) {
    campaign->live({{.act = act, .how = How::io_error}}, power);
  });
}

// The next attempt would succeed, and may lie: nobody makes one.
TEST_F(DiskFaults, AnErrorThatPassesLosesNothing) {
  at_places([](std::int64_t act, bool power) {
    campaign->live({{.act = act, .how = How::io_error_once}}, power);
  });
}

TEST_F(DiskFaults, AFullDiskRefusesAndGoesOn) {
  at_places([](std::int64_t act, bool power) {
    campaign->live({{.act = act, .how = How::full}}, power);
  });
}

TEST_F(DiskFaults, AShortWriteLosesNothing) {
  at_places([](std::int64_t act, bool power) {
    campaign->live({{.act = act, .how = How::short_write}}, power);
  });
}

TEST_F(DiskFaults, AnErrorSoonAfterAnotherLosesNothing) {
  at_places([](std::int64_t act, bool power) {
    const std::int64_t soon = 1 + act * 7 % 50;
    campaign->live({{.act = act, .how = How::io_error}, {.act = soon, .how = How::io_error_once}},
                   power);
  });
}

}  // namespace
}  // namespace sealcart::server::testing
