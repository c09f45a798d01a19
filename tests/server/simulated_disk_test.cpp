// The disk the fault campaign stands on must itself tell right from wrong.
#include "support/simulated_disk.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <optional>

namespace sealcart::server::testing {
namespace {

using Database = SQLite::Database;

Database open(const std::string& synchronous) {
  Database file("x.db", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  file.exec("PRAGMA journal_mode = WAL");
  file.exec("PRAGMA synchronous = " + synchronous);
  file.exec("CREATE TABLE IF NOT EXISTS t (n INTEGER PRIMARY KEY, body TEXT)");
  return file;
}

void insert(Database& file, int n) {
  file.exec("INSERT INTO t VALUES (" + std::to_string(n) + ", hex(randomblob(3000)))");
}

// How many of 20 commits are there after a loss of power; nothing when the file is damaged.
std::optional<int> survivors(const std::string& synchronous, unsigned seed) {
  SimulatedDisk disk;
  std::mt19937_64 random(seed);
  {
    Database file = open(synchronous);
    for (int n = 0; n < 20; ++n) insert(file, n);
    disk.cut_power();
  }
  disk.start_again(&random);
  try {
    Database file = open(synchronous);
    if (file.execAndGet("PRAGMA integrity_check").getString() != "ok") return std::nullopt;
    return file.execAndGet("SELECT count(*) FROM t").getInt();
  } catch (const SQLite::Exception&) {
    return std::nullopt;
  }
}

TEST(SimulatedDisk, LosesNothingThatWasSynced) {
  for (unsigned seed = 1; seed <= 50; ++seed) EXPECT_EQ(survivors("FULL", seed), 20) << seed;
}

TEST(SimulatedDisk, LosesCommitsOfAProgramThatDoesNotSync) {
  int lost = 0;
  for (unsigned seed = 1; seed <= 20; ++seed) lost += survivors("OFF", seed) == 20 ? 0 : 1;
  EXPECT_GT(lost, 10);
}

TEST(SimulatedDisk, KeepsEverythingWhenOnlyTheProcessDies) {
  SimulatedDisk disk;
  {
    Database file = open("OFF");
    for (int n = 0; n < 20; ++n) insert(file, n);
    disk.cut_power();
  }
  disk.start_again(nullptr);
  Database file = open("OFF");
  EXPECT_EQ(file.execAndGet("SELECT count(*) FROM t").getInt(), 20);
}

TEST(SimulatedDisk, FailsAtTheActThatWasAskedForAndAfterIt) {
  SimulatedDisk disk;
  std::shared_ptr<SimulatedDisk::File> file;
  ASSERT_EQ(disk.open("f", SQLITE_OPEN_CREATE, file), SQLITE_OK);
  disk.fail({.act = 2});
  EXPECT_EQ(disk.write(*file, "abcd", 4, 0), SQLITE_OK);
  EXPECT_FALSE(disk.failed());
  EXPECT_EQ(disk.write(*file, "efgh", 4, 4), SQLITE_IOERR_WRITE);
  EXPECT_TRUE(disk.failed());
  EXPECT_EQ(disk.size(*file), 6);  // half of it was done
  EXPECT_EQ(disk.truncate(*file, 0), SQLITE_IOERR_TRUNCATE);
  EXPECT_EQ(disk.sync(*file), SQLITE_IOERR_FSYNC);
  EXPECT_EQ(disk.remove("f"), SQLITE_IOERR_DELETE);
}

TEST(SimulatedDisk, IsFullUntilThereIsRoomAgain) {
  SimulatedDisk disk;
  Database file = open("FULL");
  insert(file, 1);
  disk.fail({.act = 1, .how = SimulatedDisk::How::full});
  try {
    insert(file, 2);
    FAIL() << "there was room";
  } catch (const SQLite::Exception& error) {
    EXPECT_EQ(error.getErrorCode(), SQLITE_FULL);
  }
  EXPECT_EQ(file.execAndGet("SELECT count(*) FROM t").getInt(), 1);
  disk.heal();
  EXPECT_NO_THROW(insert(file, 2));
}

// A program that tries again after a failed sync is told yes, and has lost what it was told of.
TEST(SimulatedDisk, ForgetsWhatAFailedSyncWasToKeep) {
  SimulatedDisk disk;
  const std::string page(512, 'x');
  std::shared_ptr<SimulatedDisk::File> file;
  ASSERT_EQ(disk.open("f", SQLITE_OPEN_CREATE, file), SQLITE_OK);
  ASSERT_EQ(disk.sync(*file), SQLITE_OK);
  ASSERT_EQ(disk.write(*file, page.data(), 512, 0), SQLITE_OK);
  disk.fail({.act = 1});
  EXPECT_EQ(disk.sync(*file), SQLITE_IOERR_FSYNC);
  disk.heal();
  EXPECT_EQ(disk.sync(*file), SQLITE_OK);
  EXPECT_EQ(disk.size(*file), 512);
  std::mt19937_64 random(1);
  disk.start_again(&random);
  EXPECT_EQ(disk.size(*file), 0);
}

}  // namespace
}  // namespace sealcart::server::testing
