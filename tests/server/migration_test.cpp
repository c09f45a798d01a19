// Databases of earlier releases are taken over.
#include <gtest/gtest.h>

#include "store/sql/stored_json.h"
#include "store/sqlite/sqlite_migrate.h"
#include "store/sqlite/sqlite_storage.h"
#include "support/temp_folder.h"

namespace sealcart::server {
namespace {

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
  Cart empty;
  empty.id = cart;
  std::vector<Op> ops;
  for (std::int64_t n = 1; n <= 3; ++n) {
    ops.push_back(make_add(empty, {7, 0}, "POT", 2));
    ops.back().n = n;
  }
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
  storage.begin({});
  storage.append(cart, {3, ops[2]});
  storage.commit();
  EXPECT_EQ(storage.cart(cart)->head, 3);
  const std::vector<LogEntry> log = storage.log(cart, 0, 10);
  ASSERT_EQ(log.size(), ops.size());
  for (std::size_t i = 0; i < ops.size(); ++i) EXPECT_EQ(log[i].op, ops[i]);
}

}  // namespace
}  // namespace sealcart::server
