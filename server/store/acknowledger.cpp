#include "store/acknowledger.h"

#include <utility>

namespace sealcart::server {

using Clock = std::chrono::steady_clock;

Acknowledger::Acknowledger(Storage& storage, Notify notify)
    : storage_(storage), notify_(std::move(notify)), thread_([this] { run(); }) {}

Acknowledger::~Acknowledger() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  added_.notify_one();
  thread_.join();
}

void Acknowledger::add(std::vector<Job> jobs, std::vector<Ending> endings) {
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back({std::move(jobs), std::move(endings), Clock::now()});
  }
  added_.notify_one();
}

void Acknowledger::run() {
  std::vector<Group> groups;
  while (take(groups)) {
    settle(groups);
    groups.clear();
  }
}

bool Acknowledger::take(std::vector<Group>& groups) {
  std::unique_lock lock(mutex_);
  added_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
  groups.swap(waiting_);
  return !groups.empty();
}

void Acknowledger::settle(const std::vector<Group>& groups) {
  try {
    storage_.sync();
  } catch (const StorageError& error) {
    return notify_.stop(error);
  }
  Settled settled;
  for (const Group& group : groups) {
    for (std::size_t i = 0; i < group.jobs.size(); ++i) group.jobs[i].done(group.endings[i]);
    settled.jobs += group.jobs.size();
  }
  settled.took = Clock::now() - groups.front().committed;
  notify_.told(settled);
}

}  // namespace sealcart::server
