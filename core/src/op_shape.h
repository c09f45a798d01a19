// What an operation's kind may say, whatever cart it is for.
#pragma once

#include "sealcart/op.h"

namespace sealcart {

inline bool has_line(OpKind kind) { return kind <= OpKind::order; }
inline bool makes_lot(OpKind kind) { return kind == OpKind::add || kind == OpKind::set; }
inline bool is_code(OpKind kind) { return kind == OpKind::code_add || kind == OpKind::code_remove; }
inline bool may_shrink(OpKind kind) {
  return (has_line(kind) && kind != OpKind::add) || kind == OpKind::code_remove;
}

// op_invalid, quantity_too_small, quantity_too_large, and what check_texts() refuses.
Status check_shape(const Op& op);

}  // namespace sealcart
