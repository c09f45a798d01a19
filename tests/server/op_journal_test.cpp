// Logs read the same whether their entries wait in the journal or were moved, whatever happened to
// the transactions that wrote them.
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "store/sqlite/sqlite_storage.h"
#include "support/simulated_disk.h"
#include "support/temp_folder.h"

namespace sealcart::server {
namespace {

using testing::SimulatedDisk;
using testing::TempFolder;

constexpr ReplicaId kReplica = 7;

struct Log {
  std::int64_t cut = 0;
  std::vector<std::int64_t> counters;  // n of the entries, from the first ever

  std::int64_t head() const { return static_cast<std::int64_t>(counters.size()); }
};
using Logs = std::map<CartId, Log>;

CartId cart_of(std::uint8_t number) { return CartId{{number}}; }

// Storage beside what it should hold: in this transaction, and as it was committed last.
class Twin {
 public:
  Twin(const TempFolder& folder, std::size_t kept, std::uint32_t seed)
      : folder_(folder), kept_(kept), random_(seed) {
    open();
  }

  void transaction() {
    storage_->begin({});
    now_ = committed_;
    for (auto works = draw(4); works >= 0; --works) work();
    if (draw(8) == 0) {
      storage_->rollback();
    } else {
      storage_->commit();
      committed_ = now_;
    }
    if (draw(16) == 0) open();
    compare(committed_);
  }

 private:
  std::int64_t draw(std::int64_t below) {
    return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(below));
  }

  void open() {
    storage_.reset();
    storage_ = std::make_unique<SqliteStorage>(folder_ / "shop.db", folder_ / "tokens.db", kept_);
  }

  void work() {
    const Logs before = now_;
    storage_->begin_work();
    for (auto steps = draw(4); steps >= 0; --steps)
      step(cart_of(static_cast<std::uint8_t>(draw(5))));
    if (draw(4) == 0) {
      storage_->undo_work();
      now_ = before;
    } else {
      storage_->keep_work();
    }
    compare(now_);
  }

  void step(const CartId& cart) {
    const auto found = now_.find(cart);
    if (found == now_.end()) {
      storage_->insert_cart({cart, "tea", "EUR"}, {});
      now_[cart];
    } else if (draw(12) == 0) {
      storage_->remove_cart(cart);
      now_.erase(found);
    } else if (draw(8) == 0 && found->second.head() > found->second.cut) {
      cut(cart, found->second);
    } else {
      for (auto entries = draw(6); entries >= 0; --entries) append(cart, found->second);
    }
  }

  void append(const CartId& cart, Log& log) {
    Cart empty;
    empty.id = cart;
    Op op = make_add(empty, {kReplica, 0}, "POT", 1);
    op.n = ++counter_;
    log.counters.push_back(op.n);
    storage_->append(cart, {log.head(), op});
  }

  void cut(const CartId& cart, Log& log) {
    log.cut += 1 + draw(log.head() - log.cut);
    LogCheckpoint checkpoint{log.cut, {}};
    checkpoint.cart.id = cart;
    storage_->cut_log(cart, checkpoint);
  }

  void compare(const Logs& expected) {
    for (std::uint8_t number = 0; number < 5; ++number) {
      const CartId cart = cart_of(number);
      const auto found = expected.find(cart);
      const auto record = storage_->cart(cart);
      ASSERT_EQ(record.has_value(), found != expected.end());
      if (record) compare(*record, found->second);
    }
  }

  void compare(const CartRecord& record, const Log& log) {
    ASSERT_EQ(record.head, log.head());
    ASSERT_EQ(record.cut, log.cut);
    std::int64_t index = log.cut;
    for (const LogEntry& entry : storage_->log(record.id, log.cut, 10'000)) {
      ASSERT_EQ(entry.index, ++index);
      ASSERT_EQ(entry.op.n, log.counters[static_cast<std::size_t>(index) - 1]);
    }
    ASSERT_EQ(index, log.head());
    if (log.counters.empty()) return;
    const std::int64_t at = draw(log.head());
    const std::int64_t n = log.counters[static_cast<std::size_t>(at)];
    ASSERT_EQ(storage_->op(record.id, kReplica, n).has_value(), at >= log.cut);
  }

  const TempFolder& folder_;
  std::size_t kept_;
  std::mt19937 random_;
  std::unique_ptr<SqliteStorage> storage_;
  Logs committed_;
  Logs now_;
  std::int64_t counter_ = 0;
};

TEST(OpJournal, ALogReadsTheSameWhereverItsEntriesAre) {
  for (const std::size_t kept : {0U, 1U, 7U, 40U, 10'000U}) {
    for (std::uint32_t seed = 1; seed <= 4; ++seed) {
      SCOPED_TRACE("kept " + std::to_string(kept) + ", seed " + std::to_string(seed));
      const SimulatedDisk disk;
      const TempFolder folder;
      Twin twin(folder, kept, seed);
      for (int i = 0; i < 120 && !::testing::Test::HasFailure(); ++i) twin.transaction();
    }
  }
}

TEST(OpJournal, EntriesThatMayGoAllAtOnceGoAFewWithEachThatComes) {
  const TempFolder folder;
  SqliteConnection file(folder / "shop.db", migrations::shop());
  OpJournal journal(file, 10);
  journal.load();
  Cart cart;
  Op op = make_add(cart, {kReplica, 0}, "POT", 1);
  const auto add = [&](std::uint8_t to, std::int64_t index) {
    file.begin();
    journal.begin();
    op.n = index;
    journal.add(cart_of(to), {index, op});
    journal.write();
    file.commit();
    journal.committed();
    Rows rows = file.query("SELECT count(*) FROM op_journal");
    rows.next();
    return rows.number(0);
  };
  for (const std::uint8_t number : {std::uint8_t{1}, std::uint8_t{2}}) {
    file.run(
        "INSERT INTO cart (cart, store, currency, head, created_at_ms) "
        "VALUES ($1, 'tea', 'EUR', 0, 0)",
        cart_of(number));
  }
  for (std::int64_t index = 1; index <= 10; ++index) EXPECT_EQ(add(1, index), index);
  // All ten are moved now.
  EXPECT_EQ(add(2, 1), 7);
  EXPECT_EQ(add(2, 2), 4);
  EXPECT_EQ(add(2, 3), 3);
  EXPECT_EQ(add(2, 4), 4);
}

TEST(OpJournal, AnEntryThatDoesNotFollowTheLastOneIsRefused) {
  const TempFolder folder;
  SqliteStorage storage(folder / "shop.db", folder / "tokens.db");
  const CartId cart = cart_of(1);
  Cart empty;
  empty.id = cart;
  const Op op = make_add(empty, {kReplica, 0}, "POT", 1);
  storage.begin({});
  EXPECT_THROW(storage.append(cart, {1, op}), StorageError);  // no such cart
  storage.insert_cart({cart, "tea", "EUR"}, {});
  EXPECT_THROW(storage.append(cart, {2, op}), StorageError);
  storage.append(cart, {1, op});
  EXPECT_THROW(storage.append(cart, {1, op}), StorageError);
  storage.commit();
}

}  // namespace
}  // namespace sealcart::server
