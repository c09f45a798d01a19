// Entries of logs that a transaction will write: collected, then written by one statement, for a
// statement for each would be most of what an operation costs.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sealcart/op.h"
#include "store/postgres/pg_connection.h"

namespace sealcart::server {

class PendingLog {
 public:
  void add(const CartId& cart, const LogEntry& entry);
  std::size_t size() const { return entries_.size(); }
  // Forgets all but the first `count`.
  void cut(std::size_t count);
  // Sends the first `count` of them. That each head moved from where it was remembered is checked
  // by the statement itself, which fails otherwise (division by zero, 22012).
  void write(PgConnection& to, std::size_t count);

 private:
  struct Entry {
    CartId cart;
    std::int64_t index;
    ReplicaId replica;
    std::int64_t n;
    std::string body;
  };
  std::vector<Entry> entries_;
};

}  // namespace sealcart::server
