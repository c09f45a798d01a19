// Jobs are told when what they wrote is durable, and others work while the disk is waited for.
#include "store/storage_thread.h"

#include <gtest/gtest.h>

#include <future>

#include "store/sqlite/sqlite_storage.h"
#include "support/simulated_disk.h"

namespace sealcart::server {
namespace {

using testing::SimulatedDisk;
using Act = SimulatedDisk::Act;

class StorageThreadTest : public ::testing::Test {
 protected:
  void submit(const std::string& name, bool writes = true) {
    const auto work = [this, name, writes] {
      if (writes) storage.put_setting(name, "written");
      note("work " + name);
      return true;
    };
    const auto done = [this, name](Ending ending) {
      note((ending == Ending::kept ? "told " : "failed ") + name);
    };
    thread.submit({work, done, {}, [this, name] { note("committed " + name); }});
  }
  void note(const std::string& what) {
    {
      const std::lock_guard lock(mutex);
      seen.push_back(what);
    }
    changed.notify_all();
  }
  // That it was noted; false: not within a time in which everything else is.
  bool happens(const std::string& what, std::chrono::milliseconds within) {
    std::unique_lock lock(mutex);
    return changed.wait_for(lock, within, [&] { return std::ranges::count(seen, what) > 0; });
  }
  bool happens(const std::string& what) { return happens(what, std::chrono::seconds(10)); }
  bool stays_out(const std::string& what) { return !happens(what, std::chrono::milliseconds(50)); }

  std::mutex mutex;
  std::condition_variable changed;
  std::vector<std::string> seen;
  SimulatedDisk disk;
  SqliteStorage storage{"shop.db", "tokens.db"};
  StorageThread thread{storage, {[] {}, [](const Settled&) {}, {}, [] {}}};
};

TEST_F(StorageThreadTest, NobodyIsToldBeforeTheDiskHasIt) {
  disk.hold_syncs(true);
  submit("a");
  EXPECT_TRUE(happens("committed a"));
  EXPECT_TRUE(stays_out("told a"));
  disk.hold_syncs(false);
  EXPECT_TRUE(happens("told a"));
}

TEST_F(StorageThreadTest, WhoReadsWhatIsNotDurableWaitsForItToo) {
  disk.hold_syncs(true);
  submit("a");
  EXPECT_TRUE(happens("committed a"));
  submit("b", false);
  EXPECT_TRUE(happens("work b"));
  EXPECT_TRUE(stays_out("told b"));
  disk.hold_syncs(false);
  EXPECT_TRUE(happens("told b"));
}

TEST_F(StorageThreadTest, WhatComesWhileTheDiskIsWaitedForSharesTheNextSync) {
  submit("before");
  ASSERT_TRUE(happens("told before"));
  disk.heal();
  disk.hold_syncs(true);
  submit("a");
  EXPECT_TRUE(happens("committed a"));
  for (const char* name : {"b", "c", "d"}) submit(name);
  EXPECT_TRUE(happens("work b"));
  EXPECT_TRUE(stays_out("committed b"));
  disk.hold_syncs(false);
  EXPECT_TRUE(happens("told d"));
  EXPECT_EQ(disk.acts(Act::sync), 2);
}

// The disk may tell an error once, to either of them.
TEST_F(StorageThreadTest, NothingElseIsSyncedWhileACommitIsMadeDurable) {
  disk.hold_syncs(true);
  const auto work = [this] {
    storage.put_setting("much", std::string(2 * SqliteConnection::kLogPages * 4'096, 'm'));
    return true;
  };
  thread.submit({work, [this](Ending) { note("told much"); }, {}, [this] { note("committed"); }});
  EXPECT_TRUE(happens("committed"));
  EXPECT_TRUE(stays_out("told much"));
  EXPECT_TRUE(storage.untidy());
  EXPECT_EQ(disk.held_syncs(), 1);
  disk.hold_syncs(false);
  EXPECT_TRUE(happens("told much"));
}

TEST_F(StorageThreadTest, EndsWhenAllAreTold) {
  disk.hold_syncs(true);
  std::vector<std::string> told;
  {
    StorageThread other(storage, {[] {}, [](const Settled&) {}, {}, [] {}});
    for (const char* name : {"a", "b", "c"}) {
      const auto work = [&, name] {
        storage.put_setting(name, "written");
        return true;
      };
      other.submit({work, [&told, name](Ending) { told.emplace_back(name); }});
    }
    disk.hold_syncs(false);
  }
  EXPECT_EQ(told, (std::vector<std::string>{"a", "b", "c"}));
}

}  // namespace
}  // namespace sealcart::server
