// Makes commits durable and then tells whose they are, on a thread of its own: while the disk is
// waited for, the storage thread works on the next one.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "store/job.h"

namespace sealcart::server {

// Jobs that were made durable together.
struct Settled {
  std::size_t jobs = 0;
  std::chrono::steady_clock::duration took{};  // since the first of them was committed
};

class Acknowledger {
 public:
  // `told`: all of them were. `stop`: the medium is broken, nobody is told anything any more.
  struct Notify {
    std::function<void(const Settled&)> told;
    std::function<void(const StorageError&)> stop;
  };

  Acknowledger(Storage& storage, Notify notify);
  ~Acknowledger();  // tells what is left
  Acknowledger(const Acknowledger&) = delete;
  Acknowledger& operator=(const Acknowledger&) = delete;

  // Jobs of one transaction, which was committed or undone, in their order.
  void add(std::vector<Job> jobs, std::vector<Ending> endings);

 private:
  struct Group {
    std::vector<Job> jobs;
    std::vector<Ending> endings;
    std::chrono::steady_clock::time_point committed;
  };

  void run();
  bool take(std::vector<Group>& groups);
  void settle(const std::vector<Group>& groups);

  Storage& storage_;
  Notify notify_;
  std::mutex mutex_;
  std::condition_variable added_;
  std::vector<Group> waiting_;
  bool stopping_ = false;
  std::thread thread_;  // last: starts when everything else is there
};

}  // namespace sealcart::server
