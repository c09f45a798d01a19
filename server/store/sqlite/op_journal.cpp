#include "store/sqlite/op_journal.h"

#include <algorithm>
#include <utility>

#include "store/sql/stored_op.h"

namespace sealcart::server {
namespace {

constexpr std::size_t kMovedForWritten = 2;
// One old entry may hold up the end of very many that were moved long before.
constexpr std::size_t kDeletedForWritten = 4;

}  // namespace

void OpJournal::load() {
  rows_.clear();
  logs_.clear();
  dropped_.clear();
  struct Place {
    std::int64_t moved, last;
  };
  IdMap<CartId, Place> places;
  Rows row =
      file_.query("SELECT seq, cart, log_index, replica, n, body FROM op_journal ORDER BY seq");
  while (row.next()) {
    Row read{CartId{row.bytes<16>(1)}, row.number(2), row.number(3), row.number(4),
             std::string(row.text(5)), row.number(0)};
    auto place = places.find(read.cart);
    if (place == places.end()) {
      const std::int64_t head = moved_head(read.cart).value_or(0);
      place = places.emplace(read.cart, Place{head, head}).first;
    }
    read.moved = read.index <= place->second.moved;
    if (!read.moved && read.index != ++place->second.last) {
      throw StorageError("the journal of operations is damaged", Trouble::broken);
    }
    push(std::move(read));
  }
  written_ = rows_.size();
  Rows last = file_.query("SELECT coalesce(max(seq), 0) FROM op_journal");
  last.next();
  next_seq_ = last.number(0) + 1;
  begin();
}

OpJournal::Row& OpJournal::push(Row row) {
  Row& added = rows_.emplace_back(std::move(row));
  Log& log = logs_[added.cart];
  added.previous = log.last;
  (log.last ? log.last->next : log.first) = &added;
  log.last = &added;
  return added;
}

void OpJournal::pop_newest() {
  Row& row = rows_.back();
  const auto found = logs_.find(row.cart);
  if (found != logs_.end() && found->second.last == &row) {
    found->second.last = row.previous;
    if (row.previous) {
      row.previous->next = nullptr;
    } else {
      logs_.erase(found);
    }
  }
  rows_.pop_back();
}

void OpJournal::pop_oldest() {
  Row& row = rows_.front();
  if (row.next) row.next->previous = nullptr;
  const auto found = logs_.find(row.cart);
  if (found != logs_.end() && found->second.first == &row) {
    found->second.first = row.next;
    if (!row.next) logs_.erase(found);
  }
  rows_.pop_front();
  --written_;
  --settled_;
}

template <class Take>
void OpJournal::for_waiting(const CartId& cart, const Take& take) const {
  const auto found = logs_.find(cart);
  if (found == logs_.end()) return;
  for (Row* row = found->second.first; row; row = row->next) {
    if (!row->moved && !take(*row)) return;
  }
}

void OpJournal::add(const CartId& cart, const LogEntry& entry) {
  push({cart, entry.index, entry.op.replica, entry.op.n, to_stored(entry.op)});
}

void OpJournal::drop(const CartId& cart) {
  const auto found = logs_.find(cart);
  if (found == logs_.end()) return;
  for (Row* row = found->second.first; row; row = row->next) {
    row->dropped = true;
    if (row->seq != 0) file_.send("DELETE FROM op_journal WHERE seq = $1", row->seq);
  }
  dropped_.emplace_back(*found);
  logs_.erase(found);
}

std::optional<std::int64_t> OpJournal::moved_head(const CartId& cart) const {
  Rows stored = file_.query(
      "SELECT max(head, coalesce((SELECT max(log_index) FROM op WHERE cart = $1), 0)) FROM cart "
      "WHERE cart = $1",
      cart);
  if (!stored.next()) return std::nullopt;
  return stored.number(0);
}

std::optional<std::int64_t> OpJournal::head(const CartId& cart) const {
  const auto found = logs_.find(cart);
  if (found == logs_.end() || found->second.last->moved) return std::nullopt;
  return found->second.last->index;
}

std::optional<LogEntry> OpJournal::op(const CartId& cart, ReplicaId replica, std::int64_t n) const {
  std::optional<LogEntry> found;
  for_waiting(cart, [&](const Row& row) {
    if (row.replica != replica || row.n != n) return true;
    found = {row.index, op_from_stored(row.body, cart)};
    return false;
  });
  return found;
}

void OpJournal::read(const CartId& cart, std::int64_t after, std::size_t limit,
                     std::vector<LogEntry>& entries) const {
  for_waiting(cart, [&](const Row& row) {
    if (entries.size() >= limit) return false;
    if (row.index > after) entries.push_back({row.index, op_from_stored(row.body, cart)});
    return true;
  });
}

void OpJournal::begin() {
  rows_before_ = rows_.size();
  seq_before_ = next_seq_;
}

void OpJournal::begin_work() {
  work_from_ = rows_.size();
  work_drops_ = dropped_.size();
}

void OpJournal::undo_work() { undo_since(work_from_, work_drops_); }

void OpJournal::undo_since(std::size_t row, std::size_t drop) {
  while (dropped_.size() > drop) {
    const auto& [cart, log] = dropped_.back();
    for (Row* one = log.first; one; one = one->next) one->dropped = false;
    logs_[cart] = log;
    dropped_.pop_back();
  }
  while (rows_.size() > row) pop_newest();
}

void OpJournal::write() {
  if (written_ == rows_.size()) return;  // what only read must not need room
  const std::size_t added = rows_.size() - written_;
  std::size_t to_move = kMovedForWritten * added;
  for (; written_ < rows_.size(); ++written_) write(rows_[written_]);
  while (true) {
    while (settled_ < rows_.size() && (rows_[settled_].moved || rows_[settled_].dropped))
      ++settled_;
    if (rows_.size() - settled_ <= kept_ || to_move == 0) break;
    to_move -= std::min(to_move, move(rows_[settled_].cart));
  }
  gone_ = std::min(settled_, kDeletedForWritten * added);
  if (gone_ == 0) return;
  const std::int64_t kept_from = gone_ == rows_.size() ? next_seq_ : rows_[gone_].seq;
  file_.send("DELETE FROM op_journal WHERE seq < $1", kept_from);
}

void OpJournal::committed() {
  for (; gone_ > 0; --gone_) pop_oldest();
  dropped_.clear();
  moved_.clear();
}

void OpJournal::rolled_back() {
  gone_ = settled_ = 0;
  for (Row* row : moved_) row->moved = false;
  moved_.clear();
  undo_since(rows_before_, 0);
  written_ = rows_before_;
  next_seq_ = seq_before_;
}

void OpJournal::write(Row& row) {
  row.seq = next_seq_++;
  if (row.dropped) return;
  file_.send("INSERT INTO op_journal VALUES ($1, $2, $3, $4, $5, $6)", row.seq, row.cart, row.index,
             row.replica, row.n, as_bytes(row.body));
}

std::size_t OpJournal::move(const CartId& cart) {
  const std::int64_t head = moved_head(cart).value_or(0);
  std::size_t count = 0;
  for_waiting(cart, [&](Row& row) {
    ++count;
    row.moved = true;
    moved_.push_back(&row);
    if (row.index <= head) return true;  // cut
    file_.send("INSERT INTO op (cart, log_index, replica, n, body) VALUES ($1, $2, $3, $4, $5)",
               cart, row.index, row.replica, row.n, as_bytes(row.body));
    return true;
  });
  return count;
}

}  // namespace sealcart::server
