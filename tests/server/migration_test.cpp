// Databases of earlier releases are taken over.
#include <gtest/gtest.h>

#include "store/postgres/pg_migrate.h"
#include "store/postgres/pg_session.h"
#include "store/sql/stored_json.h"
#include "store/sqlite/sqlite_migrate.h"
#include "store/sqlite/sqlite_storage.h"
#include "support/test_database.h"

namespace sealcart::server {
namespace {

// Adds so many of a cart's pots.
std::vector<Op> adds_of(const CartId& cart, std::int64_t count) {
  Cart empty;
  empty.id = cart;
  std::vector<Op> ops;
  for (std::int64_t n = 1; n <= count; ++n) {
    ops.push_back(make_add(empty, {7, 0}, "POT", 2));
    ops.back().n = n;
  }
  return ops;
}

void append(Storage& storage, const CartId& cart, const LogEntry& entry) {
  storage.begin({{cart}, {}});
  storage.append(cart, entry);
  storage.commit();
}

void expect_log(Storage& storage, const CartId& cart, const std::vector<Op>& ops) {
  EXPECT_EQ(storage.cart(cart)->head, static_cast<std::int64_t>(ops.size()));
  const std::vector<LogEntry> log = storage.log(cart, 0, 10);
  ASSERT_EQ(log.size(), ops.size());
  for (std::size_t i = 0; i < ops.size(); ++i) EXPECT_EQ(log[i].op, ops[i]);
}

TEST(Migrations, ACartOfBeforeKeepsItsCapabilityAsItsFirstAccess) {
  const testing::TempFolder folder;
  const CartId cart{{1, 2, 3}};
  const Hash32 capability{4, 5, 6};
  {
    SQLite::Database old((folder / "shop.db").string(),
                         SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    migrate(old, migrations::shop().first(5));
    SQLite::Statement insert(
        old,
        "INSERT INTO cart (cart, store, currency, capability, head, created_at_ms) "
        "VALUES (?, 'tea', 'EUR', ?, 0, 77)");
    insert.bind(1, cart.bytes.data(), 16);
    insert.bind(2, capability.data(), 32);
    insert.exec();
  }
  SqliteStorage storage(folder / "shop.db", folder / "tokens.db");
  EXPECT_EQ(storage.cart(cart)->store, "tea");
  const std::vector<AccessRecord> accesses = storage.accesses(cart);
  ASSERT_EQ(accesses.size(), 1U);
  EXPECT_EQ(accesses[0].capability, capability);
  EXPECT_EQ(accesses[0].scopes.bits(), Scopes::all().bits());
  EXPECT_EQ(accesses[0].created_at_ms, 77);
  EXPECT_EQ(accesses[0].expires_at_ms, 0);
}

TEST(Migrations, ALogOfBeforeIsReadAndGoesOn) {
  const testing::TempFolder folder;
  const CartId cart{{1, 2, 3}};
  const std::vector<Op> ops = adds_of(cart, 3);
  {
    SQLite::Database old((folder / "shop.db").string(),
                         SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    migrate(old, migrations::shop().first(8));
    const auto insert = [&](const std::string& into, const std::string& from, std::int64_t index) {
      SQLite::Statement row(old, "INSERT INTO " + into + " (cart, log_index, replica, n, body" +
                                     from + ") VALUES (?, ?, 7, ?, ?" +
                                     (from.empty() ? "" : ", 1") + ")");
      row.bind(1, cart.bytes.data(), 16);
      row.bind(2, index);
      row.bind(3, index);
      row.bind(4, to_stored_json(ops[static_cast<std::size_t>(index) - 1]));
      row.exec();
    };
    SQLite::Statement row(old,
                          "INSERT INTO cart (cart, store, currency, head, created_at_ms) "
                          "VALUES (?, 'tea', 'EUR', 1, 77)");
    row.bind(1, cart.bytes.data(), 16);
    row.exec();
    insert("op", "", 1);
    insert("op_journal", ", seq", 2);
  }
  SqliteStorage storage(folder / "shop.db", folder / "tokens.db", 0);
  EXPECT_EQ(storage.cart(cart)->head, 2);
  append(storage, cart, {3, ops[2]});
  expect_log(storage, cart, ops);
}

TEST(PostgresMigrations, ALogOfBeforeIsReadAndGoesOn) {
  const testing::TempFolder folder;
  const testing::TestDatabase database(folder);
  ASSERT_TRUE(testing::TestDatabase::is_postgres());
  const CartId cart{{1, 2, 3}};
  const std::vector<Op> ops = adds_of(cart, 2);
  migrate_postgres(database.url(), migrations::shop().first(10));
  const std::string id = "'\\x" + to_hex(cart.bytes) + "'";
  run_text(open_session(database.url()).get(),
           "INSERT INTO cart (cart, store, currency, head, created_at_ms) "
           "VALUES (" +
               id +
               ", 'tea', 'EUR', 1, 77); "
               "INSERT INTO op (cart, log_index, replica, n, body) "
               "VALUES (" +
               id + ", 1, 7, 1, '" + to_stored_json(ops[0]) + "')");
  const std::unique_ptr<Storage> storage = database.open();
  append(*storage, cart, {2, ops[1]});
  expect_log(*storage, cart, ops);
}

}  // namespace
}  // namespace sealcart::server
