#include "store/postgres/postgres_storage.h"

#include <algorithm>
#include <array>
#include <utility>

#include "store/postgres/news_text.h"
#include "store/postgres/pg_list.h"

namespace sealcart::server {
namespace {

using Kind = SqlValue::Kind;

PgList list_of(const std::set<CartId>& carts) {
  PgList list(Kind::bytes_list);
  for (const CartId& cart : carts) list.add(cart);
  return list;
}

// In sorted order, so that two servers never wait for each other's carts.
const char* lock_text() {
  static const std::string text =
      std::string(SqlStorage::cart_text()) + " ORDER BY cart FOR UPDATE";
  return text.c_str();
}

bool is_write(std::string_view sql) { return !sql.starts_with("SELECT"); }

}  // namespace

PostgresStorage::PostgresStorage(const std::string& url, std::string sender)
    : SqlStorage(gate_, gate_), session_(url), gate_(*this), sender_(std::move(sender)) {}

std::unique_ptr<Backup> PostgresStorage::start_backup(const std::filesystem::path&) {
  throw StorageError("PostgreSQL has its own tools for that", Trouble::failed);
}

void PostgresStorage::begin(const Foreseen& foreseen) {
  session_.ready();
  try {
    start(foreseen);
  } catch (const StorageError& error) {
    // The database was restarted since the last transaction; this one has done nothing yet.
    if (error.trouble() != Trouble::lost) throw;
    session_.ready();
    start(foreseen);
  }
}

void PostgresStorage::start(const Foreseen& foreseen) {
  forget_transaction();
  const std::set<CartId> changed(foreseen.changed.begin(), foreseen.changed.end());
  std::set<CartId> read(foreseen.read.begin(), foreseen.read.end());
  for (const CartId& cart : changed) read.erase(cart);
  session_.send("BEGIN");
  Cursor* const to_change = ask_for(changed, lock_text());
  Cursor* const to_read = ask_for(read, cart_text());
  session_.collect();
  for (const CartId& cart : changed) held_[cart].locked = true;
  for (const CartId& cart : read) held_[cart];
  if (to_change) take_rows(*to_change);
  if (to_read) take_rows(*to_read);
}

Cursor* PostgresStorage::ask_for(const std::set<CartId>& carts, const char* sql) {
  return carts.empty() ? nullptr : &session_.ask(sql, list_of(carts).value());
}

void PostgresStorage::take_rows(Cursor& cursor) {
  for (Rows row(cursor); row.next();) {
    CartRecord record = cart_of(row);
    held_[record.id].record = std::move(record);
  }
}

void PostgresStorage::commit() {
  pending_.write(session_, pending_.size());
  for (const std::string& text : texts_of(news_, sender_)) {
    session_.send("SELECT pg_notify($1, $2)", kNewsChannel, text);
  }
  session_.commit();
  forget_transaction();
}

void PostgresStorage::rollback() {
  forget_transaction();
  try {
    session_.collect();
  } catch (const StorageError&) {
    // What failed has been told already.
  }
  if (session_.in_transaction()) session_.run("ROLLBACK");
}

void PostgresStorage::forget_transaction() {
  held_.clear();
  pending_.cut(0);
  news_ = {};
  in_work_ = false;
  savepoint_ = false;
  before_.clear();
}

void PostgresStorage::begin_work() {
  in_work_ = true;
  own_from_ = pending_.size();
  before_.clear();
}

void PostgresStorage::keep_work() {
  if (std::exchange(savepoint_, false)) session_.send("RELEASE work");
  in_work_ = false;
}

void PostgresStorage::undo_work() {
  in_work_ = false;
  // A failure can be of an earlier piece of work, whose statement was answered only now: which of
  // them are still whole is not known, so each is run again alone.
  if (session_.is_spoilt()) {
    throw StorageError("PostgreSQL: the transaction cannot go on", Trouble::failed);
  }
  pending_.cut(own_from_);
  for (auto& [cart, was] : before_) {
    if (was) {
      held_[cart] = std::move(*was);
    } else {
      held_.erase(cart);
    }
  }
  if (!std::exchange(savepoint_, false)) return;
  session_.send("ROLLBACK TO work");
  session_.send("RELEASE work");
}

// Entries of logs are written before anything that may read them. Earlier work's are written before
// this one's savepoint, so that they stay when it is undone.
void PostgresStorage::prepare_for(bool writing) {
  const bool own = pending_.size() > own_from_;
  if (in_work_ && !savepoint_ && (writing || own)) {
    pending_.write(session_, own_from_);
    own_from_ = 0;
    session_.send("SAVEPOINT work");
    savepoint_ = true;
  }
  pending_.write(session_, pending_.size());
  own_from_ = 0;
}

Cursor& PostgresStorage::Gate::open(const char* sql, SqlValues values) {
  storage_.prepare_for(is_write(sql));
  return storage_.session_.open(sql, values);
}

std::int64_t PostgresStorage::Gate::execute(const char* sql, SqlValues values) {
  storage_.prepare_for(is_write(sql));
  return storage_.session_.execute(sql, values);
}

void PostgresStorage::Gate::post(const char* sql, SqlValues values) {
  storage_.prepare_for(is_write(sql));
  storage_.session_.post(sql, values);
}

void PostgresStorage::announce(const Announcement& news) {
  const auto add = [](auto& to, const auto& from) {
    to.insert(to.end(), from.begin(), from.end());
  };
  add(news_.carts, news.carts);
  add(news_.orders, news.orders);
  add(news_.stock, news.stock);
  news_.payment_waits = news_.payment_waits || news.payment_waits;
}

void PostgresStorage::wait_alone(std::string_view what) {
  session_.send("SET LOCAL lock_timeout = '60s'");
  session_.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", what);
}

bool PostgresStorage::try_alone(std::string_view what) {
  Rows row = session_.query("SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0))", what);
  return row.next() && row.number(0) != 0;
}

PostgresStorage::Held& PostgresStorage::held(const CartId& cart) {
  const auto place = held_.find(cart);
  return place == held_.end() ? locked(cart) : place->second;
}

PostgresStorage::Held& PostgresStorage::locked(const CartId& cart) {
  const auto place = held_.find(cart);
  if (place != held_.end() && place->second.locked) return place->second;
  remember(cart);
  const std::optional<Held> was =
      place == held_.end() ? std::nullopt : std::optional(place->second);
  Held& now = held_[cart];
  now = {std::nullopt, true};
  PgList alone = list_of({cart});
  take_rows(session_.open(lock_text(), std::array{alone.value()}));
  // Read before it was locked, and changed in between.
  if (was && was->record &&
      (!now.record || now.record->head != was->record->head ||
       now.record->sharing != was->record->sharing)) {
    throw StorageError("PostgreSQL: a cart moved while it was read", Trouble::conflict);
  }
  return now;
}

void PostgresStorage::remember(const CartId& cart) {
  if (!in_work_) return;
  const auto place = held_.find(cart);
  before_.try_emplace(cart, place == held_.end() ? std::nullopt : std::optional(place->second));
}

bool PostgresStorage::is_current(const CartRecord& remembered) {
  const Held& now = held(remembered.id);
  return now.record && now.record->head == remembered.head && now.record->cut == remembered.cut &&
         now.record->sharing == remembered.sharing && now.record->customer == remembered.customer;
}

std::optional<CartRecord> PostgresStorage::cart(const CartId& cart) { return held(cart).record; }

void PostgresStorage::insert_cart(const CartRecord& cart, Timestamp now) {
  remember(cart.id);
  SqlStorage::insert_cart(cart, now);
  held_[cart.id] = {cart, true};
}

void PostgresStorage::append(const CartId& cart, const LogEntry& entry) {
  Held& now = locked(cart);
  if (!now.record || now.record->head + 1 != entry.index) {
    throw StorageError("PostgreSQL: the log of a cart moved under its writer", Trouble::conflict);
  }
  remember(cart);
  pending_.add(cart, entry);
  now.record->head = entry.index;
}

// A cart that is only read is not locked: since its row was read, its log may have grown, or have
// been cut where it was to be read.
std::vector<LogEntry> PostgresStorage::log(const CartId& cart, std::int64_t after,
                                           std::size_t limit) {
  const std::int64_t head = held(cart).record ? held(cart).record->head : 0;
  std::vector<LogEntry> entries = SqlStorage::log(cart, after, limit);
  std::erase_if(entries, [&](const LogEntry& entry) { return entry.index > head; });
  if (after < head && (entries.empty() || entries.front().index != after + 1)) {
    throw StorageError("PostgreSQL: a log was cut while it was read", Trouble::conflict);
  }
  return entries;
}

std::optional<LogCheckpoint> PostgresStorage::checkpoint(const CartId& cart) {
  std::optional<LogCheckpoint> found = SqlStorage::checkpoint(cart);
  if (found && held(cart).record && found->index != held(cart).record->cut) {
    throw StorageError("PostgreSQL: a log was cut while it was read", Trouble::conflict);
  }
  return found;
}

void PostgresStorage::cut_log(const CartId& cart, const LogCheckpoint& checkpoint) {
  Held& now = locked(cart);
  remember(cart);
  SqlStorage::cut_log(cart, checkpoint);
  if (now.record) now.record->cut = checkpoint.index;
}

void PostgresStorage::touch_cart(const CartRecord& cart) {
  Held& now = locked(cart.id);
  remember(cart.id);
  SqlStorage::touch_cart(cart);
  if (!now.record) return;
  now.record->life = cart.life;
  now.record->touched_day = cart.touched_day;
}

void PostgresStorage::raise_sharing(const CartId& cart) {
  Held& now = locked(cart);
  remember(cart);
  SqlStorage::raise_sharing(cart);
  if (now.record) ++now.record->sharing;
}

void PostgresStorage::set_customer(const CartId& cart, const Hash32& customer) {
  Held& now = locked(cart);
  remember(cart);
  SqlStorage::set_customer(cart, customer);
  if (now.record) now.record->customer = customer;
}

void PostgresStorage::remove_cart(const CartId& cart) {
  Held& now = locked(cart);
  remember(cart);
  SqlStorage::remove_cart(cart);
  now.record.reset();
}

}  // namespace sealcart::server
