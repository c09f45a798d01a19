#include "services/backend.h"

#include <future>
#include <stdexcept>

#include "base/config_table.h"
#include "base/files.h"
#include "services/catalogue.h"
#include "services/login_token.h"
#include "services/orders.h"
#include "services/payments.h"
#include "store/postgres/pg_migrate.h"
#include "store/postgres/postgres_storage.h"
#include "store/sqlite/sqlite_storage.h"

namespace sealcart::server {
namespace {

constexpr std::size_t kCachedCarts = 20'000;

// A setting that is written to see whether the disk has room for what requests write.
constexpr std::string_view kRoom = "room";
constexpr std::size_t kRoomBytes = 64 * 1024;

std::string login_secret(const std::filesystem::path& file) {
  if (file.empty()) return "";
  std::string secret = load_or_make_secret(file);
  if (secret.size() < kLoginSecretBytes) {
    throw ConfigError(file.string() +
                      ": a sign-in secret has at least 32 characters; make it of "
                      "32 random bytes");
  }
  return secret;
}

// Made at the first start and kept: quotes and logs of this database refer to them.
Identity load_identity(Storage& storage, const BackendConfig& config) {
  const auto kept = [&](std::string_view name, const std::function<std::string()>& make) {
    std::optional<std::string> value = storage.setting(name);
    if (!value) storage.put_setting(name, *(value = make()));
    return *value;
  };
  const std::string key = kept("quote_key", [] {
    Hash32 fresh;
    fill_random(fresh);
    return hex(fresh);
  });
  const std::string replica = kept("replica", [] { return std::to_string(random_replica()); });
  const std::string epoch = kept("log_epoch", [] { return std::to_string(random_replica()); });
  return {hash_from_hex(key).value(), std::stoll(replica), login_secret(config.login_secret),
          config.merchant, std::stoll(epoch)};
}

// What this process signs its announcements with.
std::string fresh_name() {
  std::array<std::uint8_t, 8> name{};
  fill_random(name);
  return hex(name);
}

}  // namespace

std::unique_ptr<Storage> open_storage(const BackendConfig& config, const std::string& name) {
  if (config.postgres.empty()) {
    return std::make_unique<SqliteStorage>(config.database, config.tokens, config.journal);
  }
  migrate_postgres(config.postgres);
  return std::make_unique<PostgresStorage>(config.postgres, name);
}

Backend::Backend(const BackendConfig& config, Clock clock,
                 std::function<void(const Changes&)> announce,
                 std::function<void(const Settled&)> told)
    : name_(fresh_name()),
      storage_(open_storage(config, name_)),
      shops_(config.stores),
      carts_(kCachedCarts),
      keys_(config.keys, config.merchant),
      clock_(std::move(clock)),
      announce_(std::move(announce)),
      told_(std::move(told)) {
  storage_->begin({});
  storage_->wait_alone("start");
  identity_ = load_identity(*storage_, config);
  storage_->commit();
  const auto try_room = [this] {
    storage_->put_setting(kRoom, std::string(kRoomBytes, 'r'));
    return true;
  };
  const Job room{try_room, [this](Ending) { tidy_after_full(); }};
  thread_ = std::make_unique<StorageThread>(
      *storage_, Keeper{[this] { carts_.clear(); }, told_, room, config.stop});
  prepare();
  if (config.postgres.empty()) return;
  listener_ = std::make_unique<PgListener>(
      config.postgres, name_,
      PgListener::Hear{[this](const Announcement& news) { hear(news); }, [this] { catch_up(); }});
}

// A server starts with a full disk too, to answer what is read.
void Backend::prepare() {
  auto told = std::make_shared<std::promise<Ending>>();
  std::future<Ending> ending = told->get_future();
  const auto work = [this] {
    set_up();
    return true;
  };
  thread_->submit({work, [told = std::move(told)](Ending how) { told->set_value(how); }});
  if (ending.get() == Ending::failed) {
    throw std::runtime_error("the database can't be prepared");
  }
}

// What is new in the stores is in stock, and no token is there that nobody needs.
void Backend::set_up() {
  storage_->wait_alone("start");
  for (const std::string& id : shops_.ids()) seed_stock(*storage_, *shops_.find(id));
  sweep_tokens(*storage_);
}

void Backend::back_up(const std::filesystem::path& to, std::function<void(std::string)> done) {
  struct Task {
    std::filesystem::path to;
    std::function<void(std::string)> done;
    std::unique_ptr<Backup> backup = nullptr;
  };
  auto task = std::make_shared<Task>(Task{to, std::move(done)});
  const auto step = [this, task] {
    try {
      if (!task->backup) task->backup = storage_->start_backup(task->to);
      if (!task->backup->step()) return true;
      task->backup.reset();
      task->done({});
    } catch (const StorageError& error) {
      task->backup.reset();
      task->done(error.what());
    }
    return false;
  };
  if (!thread_->add_chore(step)) task->done("the server stops");
}

Work Backend::begin() {
  return {*storage_, shops_, carts_, keys_, identity_, clock_(), {}, {}, thread_->full()};
}

Changes Backend::complete(Changes changes) {
  for (Changes::Stock& entry : changes.stock) {
    entry.available = storage_->available(entry.store, entry.sku).value_or(0);
  }
  if (!storage_->shared()) return changes;
  Announcement news{changes.carts, {}, {}, changes.payment_waits};
  for (const Order& order : changes.orders) news.orders.push_back(order.id);
  for (const Changes::Stock& entry : changes.stock) news.stock.push_back({entry.store, entry.sku});
  storage_->announce(news);
  return changes;
}

void Backend::remember(const Changes& changes) {
  for (const Changes::Stock& entry : changes.stock) {
    if (Shop* shop = shops_.find(entry.store)) shop->set_stock(entry.sku, entry.available);
  }
}

void Backend::publish(const Changes& changes) {
  if (!changes.spent.empty()) drop_tokens(changes.spent);
  announce_(changes);
}

Refusal Backend::refusal_of(Ending ending) {
  const bool full = ending == Ending::full;
  return Refusal(Error(full ? ErrorCode::storage_full : ErrorCode::unavailable));
}

void Backend::drop_tokens(std::vector<OrderId> spent) {
  submit<bool>(
      [spent = std::move(spent)](Work& work) -> Outcome<bool> {
        for (const OrderId& order : spent) work.storage.delete_token(order);
        return true;
      },
      [](const Outcome<bool>&) {});
}

// What the start had no room for; and of an order that was refused there may be the token.
void Backend::tidy_after_full() {
  submit<bool>(
      [this](Work& work) -> Outcome<bool> {
        work.storage.put_setting(kRoom, "");
        set_up();
        return true;
      },
      [](const Outcome<bool>&) {});
}

namespace {

Outcome<Changes> look_up(Work& work, const Announcement& news) {
  Changes changes;
  for (const OrderId& id : news.orders) {
    if (Result<Order> order = read_order(work, id)) changes.orders.push_back(*std::move(order));
  }
  for (const StockPlace& place : news.stock) {
    const auto available = work.storage.available(place.store, place.sku);
    if (available) changes.stock.push_back({place.store, place.sku, *available});
  }
  return changes;
}

Outcome<Changes> look_up_stock(Work& work) {
  Changes changes;
  for (const std::string& store : work.shops.ids()) {
    for (const StockRecord& record : work.storage.stock(store)) {
      changes.stock.push_back({store, record.sku, record.available});
    }
  }
  changes.missed = true;
  return changes;
}

}  // namespace

void Backend::hear(const Announcement& news) {
  Changes heard;
  heard.carts = news.carts;
  heard.payment_waits = news.payment_waits;
  announce_(heard);
  told_({});
  if (news.orders.empty() && news.stock.empty()) return;
  learn([news](Work& work) { return look_up(work, news); });
}

void Backend::catch_up() { learn(look_up_stock); }

void Backend::learn(std::function<Outcome<Changes>(Work&)> look_up) {
  auto heard = std::make_shared<Changes>();
  const auto work = [this, heard, look_up = std::move(look_up)] {
    Work scene = begin();
    Outcome<Changes> found = look_up(scene);
    *heard = found ? *std::move(found) : Changes();
    return found.has_value();
  };
  const auto done = [this, heard](Ending ending) {
    if (ending == Ending::kept) publish(*heard);
  };
  thread_->submit({work, done, {}, [this, heard] { remember(*heard); }});
}

}  // namespace sealcart::server
