// Databases of earlier releases are taken over.
#include <gtest/gtest.h>

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

}  // namespace
}  // namespace sealcart::server
