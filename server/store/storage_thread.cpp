#include "store/storage_thread.h"

#include <pthread.h>
#include <sched.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/crypto.h"
#include "base/log.h"

namespace sealcart::server {
namespace {

constexpr std::size_t kQueuedJobs = 4'096;
constexpr std::size_t kSharedJobs = 256;  // carts locked at a time, where others wait for them
constexpr int kAttempts = 5;
constexpr std::chrono::seconds kAttemptTime{5};
constexpr std::chrono::seconds kBetweenLooks{1};

// Two servers that were in each other's way shall not meet again at once.
void pause_a_little(int attempt) {
  constexpr int kMostMs = 10;
  std::array<std::uint8_t, 1> chance{};
  fill_random(chance);
  std::this_thread::sleep_for(std::chrono::milliseconds(attempt * (1 + chance[0] % kMostMs)));
}

// The scheduler then puts no other thread aside when this one is woken: on one core, requests that
// are there are read first and share the transaction. Where it is not allowed nothing is lost.
void let_others_finish() {
  const sched_param none{};
  pthread_setschedparam(pthread_self(), SCHED_BATCH, &none);
}

Foreseen foreseen_of(std::span<Job> jobs) {
  Foreseen all;
  for (const Job& job : jobs) {
    const Foreseen& one = job.foreseen;
    all.changed.insert(all.changed.end(), one.changed.begin(), one.changed.end());
    all.read.insert(all.read.end(), one.read.begin(), one.read.end());
  }
  return all;
}

}  // namespace

StorageThread::StorageThread(Storage& storage, Keeper keeper)
    : storage_(storage),
      keeper_(std::move(keeper)),
      acknowledger_(storage, {[this](const Settled& told) { settle(told); },
                              [this](const StorageError& error) { stop_if_broken(error); }}),
      thread_([this] { run(); }) {}

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
    if (stopping_ || queue_.size() + unsettled_ >= kQueuedJobs) return false;
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
  // Another server's answer is not to wait for anybody.
  if (!storage_.shared()) let_others_finish();
  // A thread that is stopped leaves no job that somebody waits for.
  struct Dropping {
    std::vector<Job>& jobs;
    ~Dropping() { jobs.clear(); }
  };
  const Dropping dropping{batch_};
  while (take()) {
    for (Jobs rest(batch_); !rest.empty();) {
      Jobs together = rest.first(share_of(rest));
      const bool all = together.size() == rest.size();
      run_together(together, std::chrono::steady_clock::now() + kAttemptTime);
      rest = all ? Jobs() : rest.subspan(together.size());
    }
    batch_.clear();
    tidy(false);
    run_chore();
    look_for_room();
  }
}

bool StorageThread::take() {
  std::unique_lock lock(mutex_);
  const auto wanted = [this] {
    return stopping_ || broken_ || !queue_.empty() || !chores_.empty();
  };
  if (full_) {
    waiting_.wait_until(lock, look_at_, wanted);
  } else {
    waiting_.wait(lock, wanted);
  }
  if (broken_) keeper_.stop();
  batch_.swap(queue_);
  return !batch_.empty() || !stopping_;
}

// Waiting, it is not woken by each job that comes: on one core that would put others aside.
bool StorageThread::more(Jobs& jobs, bool& last) {
  if (last || full_ || storage_.shared() || jobs.size() != batch_.size()) return false;
  std::unique_lock lock(mutex_);
  const auto can_commit = [this] { return unsettled_ == 0 || broken_; };
  if (queue_.empty()) waiting_.wait(lock, can_commit);
  if (broken_) keeper_.stop();
  last = can_commit();
  std::ranges::move(queue_, std::back_inserter(batch_));
  queue_.clear();
  jobs = batch_;
  return true;
}

void StorageThread::settle(const Settled& told) {
  keeper_.told(told);
  {
    const std::lock_guard lock(mutex_);
    unsettled_ -= told.jobs;
  }
  waiting_.notify_one();
}

// What the disk fails to write it may tell once, to whoever syncs next. So nobody else does while a
// commit is made durable: its jobs would be told that all is well.
void StorageThread::wait_settled() {
  if (storage_.shared()) return;
  std::unique_lock lock(mutex_);
  waiting_.wait(lock, [this] { return unsettled_ == 0 || broken_; });
  if (broken_) keeper_.stop();
}

// After the answers, so that only a later batch waits for it.
void StorageThread::tidy(bool fully) {
  if (!fully && !storage_.untidy()) return;
  wait_settled();
  try {
    storage_.tidy(fully);
  } catch (const StorageError& error) {
    stop_if_broken(error);
    if (!full_) log(Level::warning, "storage_untidy", {{"what", error.what()}});
  }
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

std::size_t StorageThread::share_of(Jobs jobs) const {
  if (full_) return 1;  // what has room, and what only reads, does not fail with the others
  if (!storage_.shared()) return jobs.size();
  const auto last = std::ranges::find_if(jobs, [](const Job& job) { return job.foreseen.counts; });
  const auto size = static_cast<std::size_t>(last - jobs.begin()) + (last == jobs.end() ? 0 : 1);
  return std::min(size, kSharedJobs);
}

void StorageThread::run_together(Jobs jobs, Time deadline) {
  bool made_room = false;
  for (int left = kAttempts;; --left) {
    const auto endings = attempt(jobs);
    if (endings) return end(jobs, *endings);
    const Trouble trouble = endings.error();
    const bool late = std::chrono::steady_clock::now() > deadline;
    if (trouble == Trouble::full && !std::exchange(made_room, true)) {
      make_room();
      continue;
    }
    if (trouble == Trouble::conflict && left > 1 && !late) {
      pause_a_little(kAttempts - left + 1);
      continue;
    }
    // One of them may be what fails them all.
    const bool one_may_fail = trouble == Trouble::full || storage_.shared();
    const bool apart = one_may_fail && jobs.size() > 1 && trouble != Trouble::lost;
    if (!apart || late) {
      const Ending ending = trouble == Trouble::full ? Ending::full : Ending::failed;
      return end(jobs, Endings(jobs.size(), ending));
    }
    for (std::size_t i = 0; i < jobs.size(); ++i) run_together(jobs.subspan(i, 1), deadline);
    return;
  }
}

std::expected<StorageThread::Endings, Trouble> StorageThread::attempt(Jobs& jobs) {
  Endings endings;
  bool last = false;
  try {
    storage_.begin(storage_.shared() ? foreseen_of(jobs) : Foreseen());
    do {
      while (endings.size() < jobs.size()) endings.push_back(run_work(jobs[endings.size()]));
    } while (more(jobs, last));
    wait_settled();
    storage_.commit();
    return endings;
  } catch (const StorageError& error) {
    stop_if_broken(error);
    if (error.trouble() != Trouble::full) {
      const bool again = error.trouble() == Trouble::conflict;
      log(again ? Level::info : Level::error, again ? "transaction_again" : "transaction_failed",
          {{"what", error.what()}});
    }
    storage_.rollback();
    keeper_.forget();
    return std::unexpected(error.trouble());
  }
}

Ending StorageThread::run_work(const Job& job) {
  storage_.begin_work();
  try {
    if (job.work()) {
      storage_.keep_work();
    } else {
      storage_.undo_work();
    }
    return Ending::kept;
  } catch (const StorageError& error) {
    stop_if_broken(error);
    if (error.trouble() != Trouble::failed) throw;
    log(Level::error, "work_failed", {{"what", error.what()}});
  } catch (const std::exception& error) {
    log(Level::error, "work_failed", {{"what", error.what()}});
  }
  storage_.undo_work();
  keeper_.forget();
  return Ending::failed;
}

void StorageThread::end(Jobs jobs, Endings endings) {
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    if (endings[i] == Ending::kept && jobs[i].committed) jobs[i].committed();
  }
  {
    const std::lock_guard lock(mutex_);
    unsettled_ += jobs.size();
  }
  acknowledger_.add({std::make_move_iterator(jobs.begin()), std::make_move_iterator(jobs.end())},
                    std::move(endings));
}

// After a failed write or sync the state of the file is unknown and a retry may lie ("fsyncgate").
// Stopping at once and recovering from the log on the next start is the only safe answer.
void StorageThread::stop_if_broken(const StorageError& error) {
  if (error.trouble() != Trouble::broken) return;
  log(Level::error, "storage_broken", {{"what", error.what()}});
  {
    const std::lock_guard lock(mutex_);
    broken_ = true;
  }
  waiting_.notify_one();
  keeper_.stop();
}

// The log of commits, moved to its place, is room.
void StorageThread::make_room() {
  if (!full_) {
    look_at_ = std::chrono::steady_clock::now() + kBetweenLooks;
    log(Level::error, "storage_full", {});
  }
  full_ = true;
  tidy(true);
}

void StorageThread::look_for_room() {
  const auto now = std::chrono::steady_clock::now();
  if (!full_ || now < look_at_) return;
  look_at_ = now + kBetweenLooks;
  tidy(true);
  Job try_room = keeper_.try_room;
  Jobs alone(&try_room, 1);
  const auto endings = attempt(alone);
  if (!endings || endings->front() != Ending::kept) return;
  log(Level::info, "storage_has_room", {});
  full_ = false;
  end(alone, *endings);
}

}  // namespace sealcart::server
