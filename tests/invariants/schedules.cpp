// Draws schedules of edits, deliveries, partitions and restarts and checks the laws of replication.
//   schedules [COUNT [FIRST_SEED]]: ends with "N schedules, M violations"; 1 when there is one.
#include <cstdio>
#include <cstdlib>

#include "support/schedule.h"

// Each seed draws one schedule of replicas that talk to each other and every fourth one of devices
// and a log as well.
int main(int argc, char** argv) {
  const long long count = argc > 1 ? std::atoll(argv[1]) : 100'000;
  const long long first = argc > 2 ? std::atoll(argv[2]) : 1'000'000;
  long long violations = 0, run = 0;
  for (long long seed = first; run < count && violations < 10; ++seed) {
    const auto number = static_cast<std::uint64_t>(seed);
    std::string broken = sealcart::history::broken_by_schedule(number);
    ++run;
    if (broken.empty() && seed % 4 == 0 && run < count) {
      broken = sealcart::history::broken_by_log(number);
      ++run;
    }
    if (broken.empty()) continue;
    ++violations;
    std::printf("seed %lld: %s\n", seed, broken.c_str());
  }
  std::printf("%lld schedules from seed %lld, %lld violations\n", run, first, violations);
  return violations == 0 ? 0 : 1;
}
