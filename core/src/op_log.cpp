#include "sealcart/op_log.h"

#include <algorithm>

#include "invariants.h"
#include "path.h"

namespace sealcart {
namespace {

// Logical time may run ahead of the log by the operations a device made and dropped.
constexpr std::int64_t kLamportSlack = 1'000;

Status admit_names(const Op& op, const Store& store, const Catalog& catalog) {
  switch (op.kind) {
    case OpKind::add:
    case OpKind::set:
      if (!catalog.find(op.sku))
        return refuse(Error(ErrorCode::sku_unknown, "sku").with("sku", op.sku));
      return {};
    case OpKind::code_add:
      if (const auto promotion = store.promotion_with_code(op.value);
          !promotion || store.document().promotions[*promotion].code != op.value) {
        return refuse(Error(ErrorCode::code_unknown, "value").with("code", op.value));
      }
      return {};
    case OpKind::destination:
      if (!op.destination->country.empty() && !is_country(op.destination->country)) {
        return refuse(Error(ErrorCode::country_unknown, "destination.country"));
      }
      return {};
    case OpKind::shipping_method: {
      const auto& methods = store.document().shipping_methods;
      const bool known = std::any_of(methods.begin(), methods.end(),
                                     [&](const auto& method) { return method.id == op.value; });
      if (known || op.value.empty()) return {};
      return refuse(Error(ErrorCode::shipping_method_unknown, "value").with("method", op.value));
    }
    default:
      return {};
  }
}

}  // namespace

Status admit(const Cart& cart, const Op& op, std::int64_t head, const Store& store,
             const Catalog& catalog) {
  if (op.base > head) {
    return refuse(Error(ErrorCode::op_base_ahead, "base").with("base", op.base).with("head", head));
  }
  if (op.n <= cart.seen(op.replica)) return refuse(Error(ErrorCode::op_fork, "n").with("n", op.n));
  if (op.lamport > cart.lamport + kLamportSlack) {
    return refuse(Error(ErrorCode::op_invalid, "lamport").with("what", "logical time runs ahead"));
  }
  for (const Shrink& target : op.shrinks) {
    if (target.n > cart.seen(target.replica)) {
      return refuse(Error(ErrorCode::op_invalid, "shrinks").with("what", "a lot nobody has made"));
    }
  }
  if (Status joinable = check_op(cart, op); !joinable) return joinable;
  if (Status fits = check_caps(cart, op); !fits) return fits;
  return admit_names(op, store, catalog);
}

Result<DeviceLog> DeviceLog::restore(Saved saved) {
  if (Status sound = check_cart(saved.confirmed); !sound) {
    return refuse(std::move(sound.error()).inside("confirmed"));
  }
  DeviceLog log;
  log.replica_ = saved.replica;
  log.head_ = saved.head;
  log.confirmed_ = std::move(saved.confirmed);
  log.cart_ = log.confirmed_;
  const std::int64_t known = log.confirmed_.seen(log.replica_);
  for (std::size_t i = 0; i < saved.pending.size(); ++i) {
    const Op& op = saved.pending[i];
    const std::string path = at("pending", i);
    if (op.replica != log.replica_) {
      return refuse(Error(ErrorCode::op_invalid, path).with("what", "made by another replica"));
    }
    if (const std::int64_t last = log.cart_.seen(op.replica); op.n > known && op.n <= last) {
      return refuse(Error(ErrorCode::op_gap, path + ".n").with("n", op.n).with("last", last));
    }
    if (Status joined = apply(log.cart_, op); !joined) {
      return refuse(std::move(joined.error()).inside(path));
    }
  }
  // What the log has meanwhile confirmed needs no sending.
  std::erase_if(saved.pending, [&](const Op& op) { return op.n <= known; });
  log.pending_ = std::move(saved.pending);
  log.taken_ = log.pending_.size();
  return log;
}

Status DeviceLog::append(Op op) {
  if (Status fits = check_caps(cart_, op); !fits) return fits;
  if (!takes_effect(cart_, op)) return refuse(Error(ErrorCode::internal, "shrinks"));
  if (Status joined = apply(cart_, op); !joined) return joined;
  pending_.push_back(std::move(op));
  return {};
}

void DeviceLog::amend(std::size_t pending_index, std::size_t line, std::int32_t units) {
  pending_[pending_index].units = units;
  cart_.lines[line].lots.front().remaining = units;
}

std::vector<Op> DeviceLog::take() {
  std::vector<Op> fresh(pending_.begin() + static_cast<std::ptrdiff_t>(taken_), pending_.end());
  taken_ = pending_.size();
  return fresh;
}

Status DeviceLog::receive(const LogEntry& entry) {
  if (entry.index <= head_) return {};
  if (entry.index != head_ + 1) {
    return refuse(Error(ErrorCode::op_gap, "index").with("n", entry.index).with("last", head_));
  }
  const bool own = entry.op.replica == replica_;
  const auto mine = std::ranges::find(pending_, entry.op.n, &Op::n);
  if (own && mine != pending_.end() && *mine != entry.op) {
    return refuse(Error(ErrorCode::op_fork, "op").with("n", entry.op.n));
  }
  for (Cart* cart : {&confirmed_, &cart_}) {
    if (Status joined = apply(*cart, entry.op); !joined) {
      return refuse(std::move(joined.error()).inside("op"));
    }
  }
  ++head_;
  if (own) {
    const auto acknowledged = std::find_if(pending_.begin(), pending_.end(),
                                           [&](const Op& op) { return op.n > entry.op.n; });
    const auto count = static_cast<std::size_t>(acknowledged - pending_.begin());
    pending_.erase(pending_.begin(), acknowledged);
    taken_ = taken_ > count ? taken_ - count : 0;
  }
  return {};
}

Status DeviceLog::adopt(const LogCheckpoint& checkpoint) {
  if (checkpoint.index <= head_) return {};
  if (checkpoint.cart.id != cart_.id) return refuse(Error(ErrorCode::cart_mismatch, "cart.id"));
  if (Status sound = check_cart(checkpoint.cart); !sound) {
    return refuse(std::move(sound.error()).inside("cart"));
  }
  if (const auto n = checkpoint.cart.seen(replica_); n > confirmed_.seen(replica_)) {
    return refuse(Error(ErrorCode::op_fork, "cart.clocks").with("n", n));
  }
  auto longer = restore({replica_, checkpoint.index, checkpoint.cart, pending_});
  if (!longer) return refuse(std::move(longer.error()));
  longer->taken_ = taken_;
  *this = std::move(*longer);
  return {};
}

Status DeviceLog::drop(std::int64_t n) {
  const auto dropped = std::ranges::find(pending_, n, &Op::n);
  if (dropped == pending_.end()) {
    return refuse(Error(ErrorCode::op_invalid, "n").with("what", "no such operation is pending"));
  }
  std::vector<Op> kept;
  for (Op op : pending_) {
    if (op.n == n) continue;
    if (op.n > n) --op.n;
    std::erase_if(op.shrinks, [&](const Shrink& s) { return s.replica == replica_ && s.n == n; });
    for (Shrink& target : op.shrinks) {
      if (target.replica == replica_ && target.n > n) --target.n;
    }
    kept.push_back(std::move(op));
  }
  // What came before was handed out as it is, and the log may have it already; the rest is sent
  // anew.
  const auto taken = std::min(taken_, static_cast<std::size_t>(dropped - pending_.begin()));
  auto rebuilt = restore({replica_, head_, confirmed_, std::move(kept)});
  if (!rebuilt) return refuse(std::move(rebuilt.error()));
  *this = std::move(*rebuilt);
  taken_ = taken;
  return {};
}

}  // namespace sealcart
