// New entries of logs, on their way to the logs themselves.
//
// Every cart's log lies on pages of its own, so an entry written there costs some pages of 4 KiB in
// the write-ahead log, with whatever else is on them. Entries of all carts are therefore appended
// to one table, `op_journal`, where many share a page, and are moved later, all those of a cart
// together (the idea of a log-structured merge tree: O'Neil et al., 1996). They are in memory too,
// for who reads a log meanwhile. Each commit moves and deletes about as many as it adds, so none is
// a long one.
#pragma once

#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "base/id_map.h"
#include "sealcart/op.h"
#include "store/sqlite/sqlite_connection.h"

namespace sealcart::server {

class OpJournal {
 public:
  // The more wait, the more of them are of one cart and share its pages. All of them are in memory
  // too, and are read at the start.
  static constexpr std::size_t kKept = 131'072;

  // Older ones than the newest `kept` are moved.
  OpJournal(SqliteConnection& file, std::size_t kept) : file_(file), kept_(kept) {}

  // Reads what was not moved yet.
  void load();

  // The entry after the last one of that cart.
  void add(const CartId& cart, const LogEntry& entry);
  // Nothing of this cart is to be moved any more.
  void drop(const CartId& cart);

  // The end of what is in the tables of the cart, or nothing when there is no such cart.
  std::optional<std::int64_t> moved_head(const CartId& cart) const;
  // What is here of a log: its last index, or nothing when no entry is.
  std::optional<std::int64_t> head(const CartId& cart) const;
  std::optional<LogEntry> op(const CartId& cart, ReplicaId replica, std::int64_t n) const;
  // Adds the entries after `after`, up to `limit` entries in all.
  void read(const CartId& cart, std::int64_t after, std::size_t limit,
            std::vector<LogEntry>& entries) const;

  void begin();
  void begin_work();
  void undo_work();
  // The last statements of a transaction: writes what was added, and moves older ones.
  void write();
  // How it ended. Undoing costs what was done, not what waits: while the disk is full it is often.
  void committed();
  void rolled_back();

 private:
  struct Row {
    CartId cart;
    std::int64_t index = 0;
    ReplicaId replica = 0;
    std::int64_t n = 0;
    std::string body;         // sql/stored_op.h
    std::int64_t seq = 0;     // 0: not written yet
    bool moved = false;       // it waits for older rows only, to be deleted with them
    bool dropped = false;     // the cart is no more
    Row* previous = nullptr;  // of the same cart
    Row* next = nullptr;
  };
  struct Log {
    Row* first = nullptr;
    Row* last = nullptr;
  };

  Row& push(Row row);
  void pop_newest();
  void pop_oldest();
  template <class Take>
  void for_waiting(const CartId& cart, const Take& take) const;
  void undo_since(std::size_t row, std::size_t drop);
  void write(Row& row);
  // All rows of the cart to its log; how many.
  std::size_t move(const CartId& cart);

  SqliteConnection& file_;
  std::size_t kept_;
  std::deque<Row> rows_;  // in the order they were added, which is that of their seq
  IdMap<CartId, Log> logs_;
  std::size_t written_ = 0;  // of rows_
  std::int64_t next_seq_ = 1;
  // Of the transaction, and where in it this piece of work began.
  std::size_t rows_before_ = 0;
  std::int64_t seq_before_ = 1;
  std::vector<std::pair<CartId, Log>> dropped_;
  std::vector<Row*> moved_;
  std::size_t settled_ = 0;  // of the oldest rows_, none waits; looked at no more
  std::size_t gone_ = 0;     // and these are deleted, once it is committed
  std::size_t work_from_ = 0;
  std::size_t work_drops_ = 0;
};

}  // namespace sealcart::server
