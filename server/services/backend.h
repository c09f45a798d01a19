// Storage, stores and carts behind the storage thread: the only way in for everything with sockets.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "services/work.h"
#include "store/postgres/pg_listener.h"
#include "store/sqlite/op_journal.h"
#include "store/storage_thread.h"

namespace sealcart::server {

struct BackendConfig {
  std::string postgres;  // its URL; empty: SQLite, in the two files
  std::filesystem::path database;
  std::filesystem::path tokens;
  std::filesystem::path keys;  // folder of the published manifest
  std::array<std::uint8_t, 16> merchant{};
  std::vector<ShopFiles> stores;
  std::filesystem::path login_secret = {};  // file of it; empty: nobody signs in
  std::size_t journal = OpJournal::kKept;   // op_journal.h; SQLite only
  // Ends the process when its medium is broken; does not return. A test ends the thread that calls.
  std::function<void()> stop = [] { std::_Exit(EXIT_FAILURE); };
};

// Opens the database, making or updating its tables. `name`: of this server among those that share
// it. Throws what says why not.
std::unique_ptr<Storage> open_storage(const BackendConfig& config, const std::string& name);

class Backend {
 public:
  // `announce` is called with what became durable, `told` when all was announced and answered that
  // one sync made durable; on the thread that waits for that, or (`told` with no jobs) on that
  // which listens to other servers.
  Backend(
      const BackendConfig& config, Clock clock, std::function<void(const Changes&)> announce,
      std::function<void(const Settled&)> told = [](const Settled&) {});

  // Runs `service` on the storage thread inside a transaction; what it writes is kept when it
  // returns a value. `answer` is called on another thread when that is durable, or at once with
  // `unavailable` when too much is queued: then false.
  template <class T>
  bool submit(std::function<Outcome<T>(Work&)> service, std::function<void(Outcome<T>)> answer,
              Foreseen foreseen = {});

  // A copy of the database, made beside the requests. `done` is called on the storage thread with
  // what went wrong, or with nothing.
  void back_up(const std::filesystem::path& to, std::function<void(std::string trouble)> done);

  // The disk was full the last time something was written.
  bool full() const { return thread_->full(); }

 private:
  void prepare();
  void set_up();
  Work begin();
  // Inside the transaction: what the stock is now, and the news to the other servers.
  Changes complete(Changes changes);
  static Refusal refusal_of(Ending ending);
  // What changed: to the shops in memory when it is committed, to everyone when it is durable.
  void remember(const Changes& changes);
  void publish(const Changes& changes);
  void tidy_after_full();
  // Tokens nobody needs any more, once that is durable: should the commit of the shop's file fail
  // after that of the tokens', none is missing.
  void drop_tokens(std::vector<OrderId> spent);
  // What other servers on the same database changed; and when that was not heard for a while.
  void hear(const Announcement& news);
  void catch_up();
  void learn(std::function<Outcome<Changes>(Work&)> look_up);

  std::string name_;  // among the servers on one database
  std::unique_ptr<Storage> storage_;
  Shops shops_;
  CartCache carts_;
  KeyDirectory keys_;
  Identity identity_;
  Clock clock_;
  std::function<void(const Changes&)> announce_;
  std::function<void(const Settled&)> told_;
  std::unique_ptr<StorageThread> thread_;  // it uses everything above
  std::unique_ptr<PgListener> listener_;   // and this the thread; PostgreSQL only
};

template <class T>
bool Backend::submit(std::function<Outcome<T>(Work&)> service,
                     std::function<void(Outcome<T>)> answer, Foreseen foreseen) {
  struct Task {
    std::function<Outcome<T>(Work&)> service;
    std::function<void(Outcome<T>)> answer;
    Outcome<T> outcome = std::unexpected(Refusal(Error(ErrorCode::unavailable)));
    Changes changes{};
  };
  auto task = std::make_shared<Task>(Task{std::move(service), std::move(answer)});
  const auto work = [this, task] {
    Work scene = begin();
    Outcome<T> outcome = task->service(scene);
    if (outcome) {
      task->changes = complete(std::move(scene.changes));
    } else {
      for (const CartId& cart : scene.touched) carts_.erase(cart);
    }
    task->outcome = std::move(outcome);
    return task->outcome.has_value();
  };
  const auto done = [this, task](Ending ending) {
    if (ending != Ending::kept) task->outcome = std::unexpected(refusal_of(ending));
    if (task->outcome) publish(task->changes);
    task->answer(std::move(task->outcome));
  };
  const auto committed = [this, task] {
    if (task->outcome) remember(task->changes);
  };
  if (thread_->submit({work, done, std::move(foreseen), committed})) return true;
  task->answer(std::unexpected(Refusal(Error(ErrorCode::unavailable))));
  return false;
}

}  // namespace sealcart::server
