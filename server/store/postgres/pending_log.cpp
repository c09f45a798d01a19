#include "store/postgres/pending_log.h"

#include <algorithm>

#include "store/postgres/pg_list.h"
#include "store/sql/stored_op.h"

namespace sealcart::server {
namespace {

using Kind = SqlValue::Kind;

constexpr const char* kWrite =
    "WITH moved AS (UPDATE cart SET head = move.head "
    "FROM unnest($1, $2, $3) AS move (cart, was, head) "
    "WHERE cart.cart = move.cart AND cart.head = move.was RETURNING 1), "
    "written AS (INSERT INTO op (cart, log_index, replica, n, body) "
    "SELECT * FROM unnest($4, $5, $6, $7, $8) RETURNING 1) "
    "SELECT 1 / CASE WHEN (SELECT count(*) FROM moved) = $9 "
    "AND (SELECT count(*) FROM written) = $10 THEN 1 ELSE 0 END";

struct Move {
  std::int64_t was;
  std::int64_t head;
};

}  // namespace

void PendingLog::add(const CartId& cart, const LogEntry& entry) {
  entries_.push_back({cart, entry.index, entry.op.replica, entry.op.n, to_stored(entry.op)});
}

void PendingLog::cut(std::size_t count) {
  entries_.resize(std::min(count, entries_.size()), Entry{});
}

void PendingLog::write(PgConnection& to, std::size_t count) {
  if (count == 0) return;
  std::map<CartId, Move> moves;
  PgList of(Kind::bytes_list), index(Kind::numbers), replica(Kind::numbers), n(Kind::numbers);
  PgList body(Kind::bytes_list);
  for (std::size_t i = 0; i < count; ++i) {
    const Entry& entry = entries_[i];
    of.add(entry.cart);
    index.add(entry.index);
    replica.add(entry.replica);
    n.add(entry.n);
    body.add(as_bytes(entry.body));
    moves.try_emplace(entry.cart, Move{entry.index - 1, 0}).first->second.head = entry.index;
  }
  PgList cart(Kind::bytes_list), was(Kind::numbers), head(Kind::numbers);
  for (const auto& [id, move] : moves) {
    cart.add(id);
    was.add(move.was);
    head.add(move.head);
  }
  to.send(kWrite, cart.value(), was.value(), head.value(), of.value(), index.value(),
          replica.value(), n.value(), body.value(), static_cast<std::int64_t>(moves.size()),
          static_cast<std::int64_t>(count));
  entries_.erase(entries_.begin(), entries_.begin() + static_cast<std::ptrdiff_t>(count));
}

}  // namespace sealcart::server
