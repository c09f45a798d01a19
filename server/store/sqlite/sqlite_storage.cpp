#include "store/sqlite/sqlite_storage.h"

namespace sealcart::server {

SqliteStorage::SqliteStorage(const std::filesystem::path& shop, const std::filesystem::path& tokens,
                             std::size_t journal)
    : SqlStorage(shop_file_, tokens_file_),
      shop_file_(shop, migrations::shop()),
      tokens_file_(tokens, migrations::tokens()),
      journal_(shop_file_, journal) {
  journal_.load();
  shop_file_.tidy_by_hand();
  shop_file_.sync_by_hand();
  tokens_file_.tidy_by_hand();
}

std::unique_ptr<Backup> SqliteStorage::start_backup(const std::filesystem::path& to) {
  return shop_file_.start_backup(to);
}

void SqliteStorage::begin(const Foreseen&) {
  shop_file_.begin();
  tokens_file_.begin();
  journal_.begin();
}

// Tokens first, and durable at once: after a crash between the two there may be a token without its
// order, which the start-up sweep removes, but never an order without its token.
void SqliteStorage::commit() {
  tokens_file_.commit();
  journal_.write();
  shop_file_.commit();
  journal_.committed();
}

void SqliteStorage::sync() { shop_file_.sync(); }

void SqliteStorage::rollback() {
  tokens_file_.rollback();
  shop_file_.rollback();
  journal_.rolled_back();
}

void SqliteStorage::tidy(bool fully) {
  tokens_file_.tidy(fully);
  shop_file_.tidy(fully);
}

void SqliteStorage::begin_work() {
  shop_file_.begin_work();
  tokens_file_.begin_work();
  journal_.begin_work();
}

void SqliteStorage::keep_work() {
  tokens_file_.keep_work();
  shop_file_.keep_work();
}

void SqliteStorage::undo_work() {
  tokens_file_.undo_work();
  shop_file_.undo_work();
  journal_.undo_work();
}

std::optional<CartRecord> SqliteStorage::cart(const CartId& cart) {
  std::optional<CartRecord> record = SqlStorage::cart(cart);
  if (record) record->head = head(cart).value();
  return record;
}

std::optional<std::int64_t> SqliteStorage::head(const CartId& cart) const {
  const std::optional<std::int64_t> waiting = journal_.head(cart);
  return waiting ? waiting : journal_.moved_head(cart);
}

void SqliteStorage::append(const CartId& cart, const LogEntry& entry) {
  if (head(cart) != entry.index - 1) {
    throw StorageError("the log of a cart moved under its writer", Trouble::broken);
  }
  journal_.add(cart, entry);
}

std::optional<Op> SqliteStorage::op(const CartId& cart, ReplicaId replica, std::int64_t n) {
  const std::optional<LogEntry> newer = journal_.op(cart, replica, n);
  if (!newer) return SqlStorage::op(cart, replica, n);
  if (newer->index <= SqlStorage::cart(cart)->cut) return std::nullopt;
  return newer->op;
}

std::vector<LogEntry> SqliteStorage::log(const CartId& cart, std::int64_t after,
                                         std::size_t limit) {
  std::vector<LogEntry> entries = SqlStorage::log(cart, after, limit);
  journal_.read(cart, entries.empty() ? after : entries.back().index, limit, entries);
  return entries;
}

// The checkpoint may stand for entries that were not moved to the log, and now never will be.
void SqliteStorage::cut_log(const CartId& cart, const LogCheckpoint& checkpoint) {
  shop_file_.send("UPDATE cart SET head = $1 WHERE cart = $2 AND head < $1", checkpoint.index,
                  cart);
  SqlStorage::cut_log(cart, checkpoint);
}

std::vector<CartRecord> SqliteStorage::idle_carts(CartLife life, std::int64_t before_day,
                                                  std::size_t limit) {
  std::vector<CartRecord> idle = SqlStorage::idle_carts(life, before_day, limit);
  for (CartRecord& record : idle) record.head = head(record.id).value();
  return idle;
}

void SqliteStorage::remove_cart(const CartId& cart) {
  journal_.drop(cart);
  SqlStorage::remove_cart(cart);
}

}  // namespace sealcart::server
