// The one thread that touches storage. Requests queue up as jobs; all that come while the
// transaction before is made durable share the next one. They are told once that is durable too.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <expected>
#include <functional>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

#include "store/acknowledger.h"
#include "store/job.h"

namespace sealcart::server {

// Work between transactions, a little at a time. True: it wants to go on.
using Chore = std::function<bool()>;

// What the thread needs of whoever knows what is stored.
struct Keeper {
  // A transaction failed: what was remembered of it in memory is dropped.
  std::function<void()> forget;
  // All jobs that one sync made durable were told how they ended; on the thread that tells.
  std::function<void(const Settled&)> told;
  // While the disk is full, each second: writes more than most requests do. When that is kept there
  // is room again.
  Job try_room;
  // The medium is broken: the end of the process. On the thread that noticed.
  std::function<void()> stop;
};

class StorageThread {
 public:
  StorageThread(Storage& storage, Keeper keeper);
  ~StorageThread();  // finishes what is queued
  StorageThread(const StorageThread&) = delete;
  StorageThread& operator=(const StorageThread&) = delete;

  // False when too many jobs wait: the caller tells its client to come back.
  bool submit(Job job);
  // Runs beside the jobs until it is done; when the thread stops before, it is forgotten. False:
  // the thread stops.
  bool add_chore(Chore chore);

  // The disk was full the last time something was written. Work that would write and need not
  // should not; what reads is answered all the same, and what writes is tried.
  bool full() const { return full_; }

 private:
  using Jobs = std::span<Job>;
  using Endings = std::vector<Ending>;
  using Time = std::chrono::steady_clock::time_point;

  void run();
  bool take();
  // Whether jobs came to share the transaction, waiting until it can be committed; `last`: they are
  // the last ones.
  bool more(Jobs& jobs, bool& last);
  void settle(const Settled& told);
  void wait_settled();
  // How many of the jobs share the next transaction.
  std::size_t share_of(Jobs jobs) const;
  // In one transaction, again while other servers are in the way, or else each alone; then has them
  // told.
  void run_together(Jobs jobs, Time deadline);
  // How they ended, or why the transaction failed.
  std::expected<Endings, Trouble> attempt(Jobs& jobs);
  Ending run_work(const Job& job);
  void end(Jobs jobs, Endings endings);
  void run_chore();
  void tidy(bool fully);
  void make_room();
  void look_for_room();
  void stop_if_broken(const StorageError& error);

  Storage& storage_;
  Keeper keeper_;
  std::mutex mutex_;
  std::condition_variable waiting_;
  std::vector<Job> queue_;
  std::deque<Chore> chores_;
  std::size_t unsettled_ = 0;  // jobs that were not told yet
  bool stopping_ = false;
  bool broken_ = false;
  std::atomic<bool> full_ = false;
  Time look_at_;  // for room, while it is full
  std::vector<Job> batch_;
  Acknowledger acknowledger_;
  std::thread thread_;  // last: starts when everything else is there
};

}  // namespace sealcart::server
