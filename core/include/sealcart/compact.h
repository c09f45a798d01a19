// The compact binary form of operations and of a cart: a few bytes where JSON takes a few hundred.
// It says the same as the JSON form and no more; WIRE.md stays the contract, this is a second dress
// for what travels or is stored often.
//
// Numbers are base-128, least group first, no longer than needed; differences are zigzag. A replica
// is spelled out once (7 bytes) and then named by its place. Every value has exactly one form, and
// what differs from it is refused (compact_invalid, `what` says why), so equal bytes are equal
// values and the other way round.
//
//   operations  1, replica, log index it has, number of its first operation, then each operation:
//               kind with two marks; lamport time and base as differences; the line, spelled out
//               or by its place among the lines before; what its kind may say, and nothing else.
//               All are of one replica, one after the other. The cart's id is not among the bytes:
//               the address they are sent to has it.
//   cart        2, id, lamport time, clocks, registers, lines, codes; a line's id follows from its
//               SKU and texts.
#pragma once

#include <string>
#include <string_view>

#include "sealcart/cart.h"
#include "sealcart/result.h"
#include "sealcart/sync.h"

namespace sealcart {

// Refuses a batch that is empty, not of one replica with numbers that follow each other, of several
// carts, or longer than limits::kJsonBytes; and what no operation may be.
Result<std::string> to_compact(const OpBatch& batch);
Result<OpBatch> read_compact_ops(std::string_view bytes, const CartId& cart);

// Of a cart that passes check_cart(), as what is read does. Refuses a lot or stamp of a replica
// without a clock, and what is longer than limits::kCompactBytes.
Result<std::string> to_compact(const Cart& cart);
Result<Cart> read_compact_cart(std::string_view bytes);

}  // namespace sealcart
