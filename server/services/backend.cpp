#include "services/backend.h"

#include "base/config_table.h"
#include "base/files.h"
#include "services/catalogue.h"
#include "services/login_token.h"
#include "services/payments.h"
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

}  // namespace

Backend::Backend(const BackendConfig& config, Clock clock,
                 std::function<void(const Changes&)> announce)
    : storage_(std::make_unique<SqliteStorage>(config.database, config.tokens)),
      shops_(config.stores),
      carts_(kCachedCarts),
      keys_(config.keys, config.merchant),
      clock_(std::move(clock)),
      announce_(std::move(announce)) {
  storage_->begin();
  identity_ = load_identity(*storage_, config);
  prepare();
  storage_->commit();
  thread_ = std::make_unique<StorageThread>(*storage_, [this] { forget(); });
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

void Backend::settle(const Changes& changes) {
  for (const Changes::Stock& entry : changes.stock) {
    const auto available = storage_->available(entry.store, entry.sku);
    Shop* shop = shops_.find(entry.store);
    if (shop && available) shop->set_stock(entry.sku, *available);
  }
  announce_(changes);
}

void Backend::forget() { carts_.clear(); }

}  // namespace sealcart::server
