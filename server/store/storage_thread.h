// The one thread that touches storage. Requests queue up as jobs; all jobs waiting at a moment
// share one transaction and one durable commit, and are told only after it.
#pragma once

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

#include "store/storage.h"

namespace sealcart::server {

struct Job {
  // Returns false when nothing of what it wrote is to be kept. May run again from its start, when
  // another server was in the way.
  std::function<bool()> work;
  // Afterwards; `durable`: the work ran, and what it kept is on disk.
  std::function<void(bool durable)> done;
  Foreseen foreseen = {};
};

// Work between transactions, a little at a time. True: it wants to go on.
using Chore = std::function<bool()>;

class StorageThread {
 public:
  // `forget`: called when a transaction failed, to drop what was remembered of it in memory.
  // `told`: called when all jobs of a transaction were told how it went.
  StorageThread(Storage& storage, std::function<void()> forget, std::function<void()> told);
  ~StorageThread();  // finishes what is queued
  StorageThread(const StorageThread&) = delete;
  StorageThread& operator=(const StorageThread&) = delete;

  // False when too many jobs wait: the caller tells its client to come back.
  bool submit(Job job);
  // Runs beside the jobs until it is done; when the thread stops before, it is forgotten. False:
  // the thread stops.
  bool add_chore(Chore chore);

 private:
  using Jobs = std::span<const Job>;

  void run();
  bool take(std::vector<Job>& batch);
  // How many of the jobs share the next transaction.
  std::size_t share_of(Jobs jobs) const;
  // In one transaction, again while other servers are in the way, or else each alone; then tells.
  using Deadline = std::chrono::steady_clock::time_point;
  void run_together(Jobs jobs, Deadline deadline);
  // Which jobs ran, or why the transaction failed.
  std::expected<std::vector<bool>, Trouble> attempt(Jobs jobs);
  bool run_work(const Job& job);
  void run_chore();

  Storage& storage_;
  std::function<void()> forget_;
  std::function<void()> told_;
  std::mutex mutex_;
  std::condition_variable waiting_;
  std::vector<Job> queue_;
  std::deque<Chore> chores_;
  bool stopping_ = false;
  std::thread thread_;  // last: starts when everything else is there
};

}  // namespace sealcart::server
