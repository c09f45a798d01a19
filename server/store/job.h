// What the storage thread is given to do, and how it ends.
#pragma once

#include <cstdint>
#include <functional>

#include "store/storage.h"

namespace sealcart::server {

enum class Ending : std::uint8_t {
  kept,    // the work ran, and what it kept is on disk
  failed,  // nothing of it was kept
  full,    // the same, because the disk has no room
};

struct Job {
  // On the storage thread. Returns false when nothing of what it wrote is to be kept. May run again
  // from its start, when another server was in the way or the disk was full.
  std::function<bool()> work;
  // When it is on disk, or was not kept; on a thread that does nothing else.
  std::function<void(Ending)> done;
  Foreseen foreseen = {};
  // On the storage thread, when it is committed: for what the next work must know of it.
  std::function<void()> committed = {};
};

}  // namespace sealcart::server
