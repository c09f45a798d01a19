// A list of values as one parameter: a one-dimensional array in PostgreSQL's binary form.
//
//   PgList carts(SqlValue::Kind::bytes_list);
//   carts.add(id);
//   db.query("… WHERE cart = ANY($1)", carts.value());
#pragma once

#include <string>

#include "store/connection.h"

namespace sealcart::server {

class PgList {
 public:
  explicit PgList(SqlValue::Kind kind);

  // Of the list's own kind.
  void add(const SqlValue& element);
  // Valid until the next add().
  SqlValue value();

 private:
  SqlValue::Kind kind_;
  std::string bytes_;
  std::uint32_t size_ = 0;
};

// PostgreSQL's number of a kind's type; 0: it finds out by itself.
std::uint32_t type_of(SqlValue::Kind kind);

// In network byte order.
void put_number(std::string& to, std::uint64_t value, std::size_t bytes);

}  // namespace sealcart::server
