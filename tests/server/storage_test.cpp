#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <future>

#include "services/payments.h"
#include "store/sqlite/sqlite_storage.h"
#include "store/storage_thread.h"
#include "support/test_database.h"

namespace sealcart::server {
namespace {

using testing::TempFolder;
using testing::TestDatabase;

class StorageTest : public ::testing::Test {
 protected:
  void SetUp() override { start_crypto(); }
  TempFolder folder;
  TestDatabase database{folder};
  std::unique_ptr<Storage> opened = database.open();
  Storage& storage = *opened;
};

TEST_F(StorageTest, KeepsWhatWasAcknowledgedAndNothingElse) {
  storage.begin({});
  storage.put_setting("a", "1");
  storage.commit();
  storage.begin({});
  storage.put_setting("a", "2");
  storage.rollback();
  storage.begin({});
  EXPECT_EQ(storage.setting("a"), "1");
  storage.commit();
}

TEST_F(StorageTest, OnePieceOfWorkFailsAloneInItsTransaction) {
  std::promise<void> started, go;
  std::vector<Ending> endings(3);
  {
    StorageThread thread(storage, {[] {}, [](const Settled&) {}, {}, [] {}});
    // Holds the thread until the next three jobs are queued: they share a transaction.
    thread.submit({[&] {
                     started.set_value();
                     go.get_future().wait();
                     return true;
                   },
                   [](Ending) {}});
    started.get_future().wait();
    thread.submit({[&] {
                     storage.put_setting("a", "1");
                     return true;
                   },
                   [&](Ending ending) { endings[0] = ending; }});
    thread.submit({[&] {
                     storage.put_setting("b", "1");
                     return false;
                   },
                   [&](Ending ending) { endings[1] = ending; }});
    thread.submit({[&]() -> bool {
                     storage.put_setting("c", "1");
                     throw std::runtime_error("a defect");
                   },
                   [&](Ending ending) { endings[2] = ending; }});
    go.set_value();
  }
  EXPECT_EQ(endings, (std::vector<Ending>{Ending::kept, Ending::kept, Ending::failed}));
  storage.begin({});
  EXPECT_EQ(storage.setting("a"), "1");
  EXPECT_EQ(storage.setting("b"), std::nullopt);
  EXPECT_EQ(storage.setting("c"), std::nullopt);
  storage.commit();
}

TEST_F(StorageTest, StockIsReservedUpToTheLastUnit) {
  storage.begin({});
  storage.seed_stock("tea", "CUP", 2, false);
  storage.seed_stock("tea", "CUP", 9, false);  // seeded once
  EXPECT_TRUE(storage.reserve("tea", "CUP", 1));
  EXPECT_FALSE(storage.reserve("tea", "CUP", 2));
  EXPECT_TRUE(storage.reserve("tea", "CUP", 1));
  EXPECT_FALSE(storage.reserve("tea", "CUP", 1));
  EXPECT_FALSE(storage.reserve("tea", "PLATE", 1));
  storage.release("tea", "CUP", 1);
  EXPECT_EQ(storage.available("tea", "CUP"), 1);
  storage.consume("tea", "CUP", 1);
  EXPECT_EQ(storage.available("tea", "CUP"), 1);
  storage.commit();
}

TEST_F(StorageTest, TheDatabaseItselfRefusesToOversell) {
  storage.begin({});
  storage.seed_stock("tea", "CUP", 1, false);
  // At once, or by the commit at the latest.
  EXPECT_THROW(
      {
        storage.release("tea", "CUP", 1);
        storage.commit();
      },
      StorageError);
  storage.rollback();
}

TEST(Migrations, AFileOfANewerProgramIsLeftAlone) {
  TempFolder folder;
  {
    SqliteStorage storage(folder / "shop.db", folder / "tokens.db");
  }
  {
    SQLite::Database file((folder / "shop.db").string(), SQLite::OPEN_READWRITE);
    file.exec("INSERT INTO schema_version VALUES (999, 'from the future')");
  }
  EXPECT_THROW(SqliteStorage(folder / "shop.db", folder / "tokens.db"), std::runtime_error);
}

TEST(Migrations, AreAppliedOnce) {
  TempFolder folder;
  {
    SqliteStorage storage(folder / "shop.db", folder / "tokens.db");
  }
  {
    SqliteStorage storage(folder / "shop.db", folder / "tokens.db");
  }
  SQLite::Database file((folder / "shop.db").string());
  EXPECT_EQ(file.execAndGet("SELECT count(*) FROM schema_version").getInt(),
            static_cast<int>(migrations::shop().size()));
}

}  // namespace
}  // namespace sealcart::server
