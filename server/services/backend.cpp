#include "services/backend.h"

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
    return std::make_unique<SqliteStorage>(config.database, config.tokens);
  }
  migrate_postgres(config.postgres);
  return std::make_unique<PostgresStorage>(config.postgres, name);
}

Backend::Backend(const BackendConfig& config, Clock clock,
                 std::function<void(const Changes&)> announce, std::function<void()> told)
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
  prepare();
  storage_->commit();
  thread_ = std::make_unique<StorageThread>(*storage_, [this] { forget(); }, told_);
  if (config.postgres.empty()) return;
  listener_ = std::make_unique<PgListener>(
      config.postgres, name_,
      PgListener::Hear{[this](const Announcement& news) { hear(news); }, [this] { catch_up(); }});
}

void Backend::prepare() {
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

Work Backend::begin() { return {*storage_, shops_, carts_, keys_, identity_, clock_(), {}, {}}; }

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

void Backend::settle(const Changes& changes) {
  for (const Changes::Stock& entry : changes.stock) {
    if (Shop* shop = shops_.find(entry.store)) shop->set_stock(entry.sku, entry.available);
  }
  announce_(changes);
}

void Backend::forget() { carts_.clear(); }

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
  told_();
  if (news.orders.empty() && news.stock.empty()) return;
  learn([news](Work& work) { return look_up(work, news); });
}

void Backend::catch_up() { learn(look_up_stock); }

void Backend::learn(std::function<Outcome<Changes>(Work&)> look_up) {
  submit<Changes>(std::move(look_up), [this](const Outcome<Changes>& changes) {
    if (changes) settle(*changes);
  });
}

}  // namespace sealcart::server
