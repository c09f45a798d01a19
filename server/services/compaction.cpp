#include "services/compaction.h"

#include <algorithm>

#include "sealcart/op.h"

namespace sealcart::server {

namespace {

// Where several servers write, one may just have cut what another reads without a lock.
[[noreturn]] void fail(const Storage& storage, const std::string& what) {
  throw StorageError(what, storage.shared() ? Trouble::conflict : Trouble::broken);
}

}  // namespace

void for_entries(Storage& storage, const CartId& cart, std::int64_t after, std::int64_t upto,
                 const std::function<bool(const LogEntry&)>& take) {
  while (after < upto) {
    const auto page = std::min(upto - after, static_cast<std::int64_t>(limits::kOpsPerBatch));
    const auto entries = storage.log(cart, after, static_cast<std::size_t>(page));
    if (entries.empty()) fail(storage, "the log of a cart ends too early");
    for (const LogEntry& entry : entries) {
      if (entry.index != ++after || !take(entry)) fail(storage, "the log of a cart is damaged");
    }
  }
}

Cart join_log(Storage& storage, const CartRecord& record, std::int64_t upto) {
  Cart cart;
  cart.id = record.id;
  if (record.cut > 0) {
    std::optional<LogCheckpoint> checkpoint = storage.checkpoint(record.id);
    if (!checkpoint || checkpoint->index != record.cut) {
      fail(storage, "the checkpoint of a cart is damaged");
    }
    cart = std::move(checkpoint->cart);
  }
  for_entries(storage, record.id, record.cut, upto,
              [&](const LogEntry& entry) { return apply(cart, entry.op).has_value(); });
  return cart;
}

void compact(Work& work, CartRecord& record) {
  if (record.head - record.cut < kKeptEntries + kEntriesToCut) return;
  const std::int64_t index = record.head - kKeptEntries;
  work.storage.cut_log(record.id, {index, join_log(work.storage, record, index)});
  record.cut = index;
}

}  // namespace sealcart::server
