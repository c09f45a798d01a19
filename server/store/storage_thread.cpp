#include "store/storage_thread.h"

#include <cstdlib>
#include <utility>

#include "base/log.h"

namespace sealcart::server {
namespace {

constexpr std::size_t kQueuedJobs = 4'096;

// After a failed write or sync the state of the file is unknown and a retry may lie ("fsyncgate").
// Stopping at once and recovering from the log on the next start is the only safe answer.
void stop_if_broken(const StorageError& error) {
  if (!error.broken()) return;
  log(Level::error, "storage_broken", {{"what", error.what()}});
  std::_Exit(EXIT_FAILURE);
}

}  // namespace

StorageThread::StorageThread(Storage& storage, std::function<void()> forget)
    : storage_(storage), forget_(std::move(forget)), thread_([this] { run(); }) {}

StorageThread::~StorageThread() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  waiting_.notify_one();
  thread_.join();
}

bool StorageThread::submit(Job job) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_ || queue_.size() >= kQueuedJobs) return false;
    queue_.push_back(std::move(job));
  }
  waiting_.notify_one();
  return true;
}

bool StorageThread::add_chore(Chore chore) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_) return false;
    chores_.push_back(std::move(chore));
  }
  waiting_.notify_one();
  return true;
}

void StorageThread::run() {
  std::vector<Job> batch;
  while (take(batch)) {
    run_batch(batch);
    batch.clear();
    run_chore();
  }
}

bool StorageThread::take(std::vector<Job>& batch) {
  std::unique_lock lock(mutex_);
  waiting_.wait(lock, [this] { return stopping_ || !queue_.empty() || !chores_.empty(); });
  batch.swap(queue_);
  return !batch.empty() || !stopping_;
}

// One step after each batch: jobs never wait for more than that.
void StorageThread::run_chore() {
  Chore chore;
  {
    const std::lock_guard lock(mutex_);
    if (stopping_ || chores_.empty()) return;
    chore = std::move(chores_.front());
    chores_.pop_front();
  }
  if (!chore()) return;
  const std::lock_guard lock(mutex_);
  chores_.push_back(std::move(chore));
}

void StorageThread::run_batch(std::vector<Job>& batch) {
  if (batch.empty()) return;
  std::vector<bool> ran(batch.size());
  try {
    storage_.begin();
    for (std::size_t i = 0; i < batch.size(); ++i) ran[i] = run_work(batch[i]);
    storage_.commit();
  } catch (const StorageError& error) {
    stop_if_broken(error);
    log(Level::error, "transaction_failed", {{"what", error.what()}});
    storage_.rollback();
    forget_();
    ran.assign(batch.size(), false);
  }
  for (std::size_t i = 0; i < batch.size(); ++i) batch[i].done(ran[i]);
}

bool StorageThread::run_work(const Job& job) {
  storage_.begin_work();
  try {
    if (job.work()) {
      storage_.keep_work();
    } else {
      storage_.undo_work();
    }
    return true;
  } catch (const StorageError& error) {
    stop_if_broken(error);
    log(Level::error, "work_failed", {{"what", error.what()}});
  } catch (const std::exception& error) {
    log(Level::error, "work_failed", {{"what", error.what()}});
  }
  storage_.undo_work();
  forget_();
  return false;
}

}  // namespace sealcart::server
