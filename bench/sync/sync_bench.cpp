// Carts by number, edited and joined; bytes go through one buffer. An edit makes its operation from
// what the cart shows, joins it, and leaves its compact form behind, as a device would send it.
#include <string>
#include <utility>
#include <vector>

#include "sealcart/compact.h"
#include "sealcart/join.h"
#include "sealcart/op.h"

#define DOOR(name) extern "C" __attribute__((used, export_name(#name)))

namespace {

using namespace sealcart;

struct Doc {
  Cart cart;
  ReplicaId replica = 0;
};

std::vector<Doc> docs;
// What a page knows of a variant: its SKU, and the id its line has.
struct Sku {
  std::string name;
  LineId line;
};

std::vector<Sku> skus;
std::string buffer;
OpBatch outgoing;

// Bytes that now lie in the buffer; -1: refused.
int leave(Result<std::string> bytes) {
  if (!bytes) return -1;
  buffer = *std::move(bytes);
  return static_cast<int>(buffer.size());
}

}  // namespace

// A buffer for `size` bytes to be read by the next call; with 0 where the last one left some.
DOOR(buffer_at) char* buffer_at(int size) {
  if (size > 0) buffer.resize(static_cast<std::size_t>(size));
  return buffer.data();
}

DOOR(add_sku) void add_sku() { skus.push_back({buffer, line_id(buffer)}); }

DOOR(open_doc) int open_doc(double replica) {
  docs.push_back({Cart{}, static_cast<ReplicaId>(replica)});
  return static_cast<int>(docs.size()) - 1;
}

DOOR(close_docs) void close_docs() { docs.clear(); }

// units 0 removes the line. Bytes of the operation; 0 when there is nothing to do.
DOOR(edit) int edit(int doc, int sku, int units) {
  Doc& to = docs[static_cast<std::size_t>(doc)];
  const Sku& named = skus[static_cast<std::size_t>(sku)];
  const LineItem* line = to.cart.find_line(named.line);
  if (line == nullptr && units == 0) return 0;
  const Author author{to.replica, 0};
  outgoing.ops.resize(1);
  Op& op = outgoing.ops[0];
  op = line == nullptr ? make_add(to.cart, author, named.name, units)
       : units > 0     ? make_set(to.cart, author, *line, units)
                       : make_remove(to.cart, author, *line);
  return apply(to.cart, op) ? leave(to_compact(outgoing)) : -1;
}

DOOR(save) int save(int doc) { return leave(to_compact(docs[static_cast<std::size_t>(doc)].cart)); }

// Joins the state in the buffer; 0, or -1: refused.
DOOR(receive) int receive(int doc) {
  const auto other = read_compact_cart(buffer);
  return other && join(docs[static_cast<std::size_t>(doc)].cart, *other) ? 0 : -1;
}

// Lines in their order, as a JSON list like that of a snapshot.
DOOR(show) int show(int doc) {
  buffer = "[";
  for (const LineItem& line : docs[static_cast<std::size_t>(doc)].cart.lines) {
    buffer += buffer.size() > 1 ? ",{\"sku\":\"" : "{\"sku\":\"";
    buffer += line.sku;
    buffer += "\",\"quantity\":";
    buffer += std::to_string(quantity_of(line.lots));
    buffer += '}';
  }
  buffer += ']';
  return static_cast<int>(buffer.size());
}
