// What commits leave in SQLite's log is moved outside of commits, and its failures are told.
#include <gtest/gtest.h>

#include "store/sqlite/sqlite_storage.h"
#include "support/simulated_file.h"

namespace sealcart::server {
namespace {

using testing::SimulatedDisk;
using Act = SimulatedDisk::Act;
using How = SimulatedDisk::How;

class Tidying : public ::testing::Test {
 protected:
  SimulatedDisk disk;
  SqliteStorage storage{"shop.db", "tokens.db"};
  char letter = 'a';

  void write(std::size_t pages, bool token = false) {
    letter = letter == 'z' ? 'a' : static_cast<char>(letter + 1);  // equal pages are not written
    const std::string text(pages * 4'096, letter);
    storage.begin({});
    if (token)
      storage.put_token(OrderId{}, text);
    else
      storage.put_setting("some", text);
    storage.commit();
  }
  // Of the shop's log, as it ever was.
  std::int64_t log_pages() const {
    const auto file = disk.image().at("shop.db-wal");
    return disk.size(file) / (4'096 + 24);
  }
  Trouble trouble(bool fully) {
    try {
      storage.tidy(fully);
    } catch (const StorageError& error) {
      return error.trouble();
    }
    ADD_FAILURE() << "nothing was told";
    return Trouble::failed;
  }
};

TEST_F(Tidying, BeginsTheLogAnewWhenItHasGrown) {
  for (int i = 0; i < 50; ++i) {
    write(100);
    storage.tidy(false);
  }
  EXPECT_LT(log_pages(), SqliteConnection::kLogPages + 200);
}

TEST_F(Tidying, IsNotDoneWithinCommits) {
  write(1);
  for (int i = 0; i < 30; ++i) {
    disk.heal();
    write(100);
    EXPECT_EQ(disk.acts(Act::sync), 0) << i;
    storage.sync();
    storage.sync();  // nothing came since
    EXPECT_EQ(disk.acts(Act::sync), 1) << i;
  }
  EXPECT_GT(log_pages(), 3'000);
}

TEST_F(Tidying, TellsOfEitherFileThatCannotBeSynced) {
  for (const bool token : {false, true}) {
    write(2, token);
    disk.fail({.act = 1, .how = How::io_error_once});
    EXPECT_EQ(trouble(true), Trouble::broken);
    disk.heal();
  }
}

TEST_F(Tidying, WithoutRoomIsPutOffUntilTheLogHasGrownAsMuchAgain) {
  while (log_pages() < SqliteConnection::kLogPages) write(100);
  disk.fail({.act = 1, .how = How::full});
  EXPECT_EQ(trouble(false), Trouble::full);
  storage.tidy(false);  // not again and again
  EXPECT_EQ(trouble(true), Trouble::full);
  disk.heal();
  write(100);
  storage.tidy(true);
  const std::int64_t before = log_pages();
  write(100);
  EXPECT_EQ(log_pages(), before);
}

}  // namespace
}  // namespace sealcart::server
