// Long histories drawn from a seed. Each answers "" or the first law that broke.
#pragma once

#include <cstdint>
#include <string>

#include "support/history.h"

namespace sealcart::history {

// Two to five replicas on up to three lines, codes and registers, with partitions, delays, other
// orders, repetitions and whole states passed on; then everyone gets everything.
std::string broken_by_schedule(std::uint64_t seed, const Fault& fault = {});

// Devices and the log of a server: batches lost on the way there or back and sent again, entries
// repeated, devices that start anew from what they saved, and a log that is cut, so that who comes
// late takes a checkpoint instead.
std::string broken_by_log(std::uint64_t seed, const Fault& fault = {});

}  // namespace sealcart::history
