#include "support/campaign.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <iostream>

#include "store/sqlite/sqlite_connection.h"

namespace sealcart::server::testing {
namespace {

using How = SimulatedDisk::How;
using Act = SimulatedDisk::Act;

bool is_error(How how) { return how == How::io_error || how == How::io_error_once; }

}  // namespace

Campaign::Campaign() {
  prepared_.emplace(shop_);
  shop_.restart();  // the logs are empty now
  fill_logs();
  disk_.cut_power();
  shop_.stop();
  disk_.start_again(nullptr);
  image_ = disk_.image();

  begin();
  live_on({});
  acts_ = disk_.acts();
  const auto count = [&](Act act) { return disk_.acts(act); };
  std::cout << acts_ << " places in " << Life::requests() << " requests: " << count(Act::write)
            << " writes, " << count(Act::sync) << " syncs, " << count(Act::truncate)
            << " truncations, " << count(Act::make) + count(Act::remove)
            << " files made or removed\n";
  shop_.restart();
  end_ = life_->state();
}

// Until a few requests more make them so large that they are moved to their place.
void Campaign::fill_logs() {
  fill_log("shop.db",
           [](Storage& storage, const std::string& text) { storage.put_setting("some", text); });
  fill_log("tokens.db",
           [](Storage& storage, const std::string& text) { storage.put_token({}, text); });
}

void Campaign::fill_log(const std::string& file,
                        const std::function<void(Storage&, const std::string&)>& write) {
  constexpr std::int64_t kFrame = 4'096 + 24;
  const std::string log = (shop_.folder() / (file + "-wal")).string();
  for (std::int64_t i = 0, pages = 0; pages < SqliteConnection::kLogPages - 30; ++i) {
    const std::string text(static_cast<std::size_t>(40'000 + i), 'x');
    static_cast<void>(shop_
                          .run<bool>([&](Work& work) -> Outcome<bool> {
                            write(work.storage, text);
                            return true;
                          })
                          .value());
    pages = disk_.size(disk_.image().at(log)) / kFrame;
  }
}

void Campaign::begin() {
  shop_.stop();
  disk_.start_again(nullptr);
  disk_.load(image_);
  shop_.set_time({kStart});
  life_.emplace(*prepared_);
  request_ = 0;
}

void Campaign::live(const std::vector<SimulatedDisk::Fault>& faults, bool power_fails) {
  random_.seed(static_cast<std::uint64_t>(faults.front().act));
  begin();
  for (const SimulatedDisk::Fault& fault : faults) {
    live_on(fault);
    die(power_fails);
  }
  live_on({});
  expect_end();
}

void Campaign::live_on(const SimulatedDisk::Fault& fault) {
  disk_.fail(fault);
  try {
    shop_.restart();
    EXPECT_EQ(life_->missing(), std::vector<std::string>());
    ask_all(fault);
  } catch (const TestShop::Ended&) {
    EXPECT_TRUE(is_error(fault.how) && disk_.failed()) << "it ended without a reason";
  } catch (const StorageError& error) {
    EXPECT_TRUE(is_error(fault.how) && disk_.failed()) << "no start: " << error.what();
  }
}

void Campaign::ask_all(const SimulatedDisk::Fault& fault) {
  while (request_ < Life::requests()) {
    const std::string before = life_->state();
    std::string said = life_->ask(request_);
    if (said == "storage_full") {
      expect_refused_without_trace(fault, before);
      disk_.heal();
      said = life_->ask(request_);
    }
    EXPECT_EQ(said, "ok") << Life::name(request_);
    if (said != "ok") return;
    ++request_;
  }
  static_cast<void>(life_->state());  // what was left to do after the last answer is done
  EXPECT_FALSE(is_error(fault.how) && disk_.failed()) << "it went on after an error";
  shop_.stop();
}

void Campaign::expect_refused_without_trace(const SimulatedDisk::Fault& fault,
                                            const std::string& before) {
  EXPECT_EQ(fault.how, How::full) << Life::name(request_);
  EXPECT_TRUE(shop_.backend().full());
  EXPECT_EQ(life_->state(), before) << Life::name(request_);
  EXPECT_EQ(life_->missing(), std::vector<std::string>()) << Life::name(request_);
}

void Campaign::die(bool power_fails) {
  disk_.cut_power();
  shop_.stop();
  disk_.start_again(power_fails ? &random_ : nullptr);
  expect_sound_files();
}

void Campaign::expect_sound_files() {
  const SimulatedDisk::Image found = disk_.image();
  for (const char* name : {"shop.db", "tokens.db"}) {
    SQLite::Database file((shop_.folder() / name).string(), SQLite::OPEN_READWRITE);
    EXPECT_EQ(file.execAndGet("PRAGMA integrity_check").getString(), "ok") << name;
    SQLite::Statement orphans(file, "PRAGMA foreign_key_check");
    EXPECT_FALSE(orphans.executeStep()) << name;
  }
  disk_.load(found);  // looking at them recovered them
}

void Campaign::expect_end() {
  shop_.restart();
  EXPECT_EQ(life_->state(), end_);
  EXPECT_EQ(life_->missing(), std::vector<std::string>());
  EXPECT_EQ(life_->tokens(), 0U);
  shop_.stop();
  expect_sound_files();
}

}  // namespace sealcart::server::testing
