#include "services/compaction.h"

#include <algorithm>

#include "sealcart/op.h"

namespace sealcart::server {

Cart join_log(Storage& storage, const CartRecord& record, std::int64_t upto) {
  Cart cart;
  cart.id = record.id;
  std::int64_t index = record.cut;
  if (index > 0) {
    std::optional<LogCheckpoint> checkpoint = storage.checkpoint(record.id);
    if (!checkpoint || checkpoint->index != index) {
      throw StorageError("the checkpoint of a cart is damaged", true);
    }
    cart = std::move(checkpoint->cart);
  }
  while (index < upto) {
    const auto page = std::min(upto - index, static_cast<std::int64_t>(limits::kOpsPerBatch));
    const auto entries = storage.log(record.id, index, static_cast<std::size_t>(page));
    if (entries.empty()) throw StorageError("the log of a cart ends too early", true);
    for (const LogEntry& entry : entries) {
      if (entry.index != ++index || !apply(cart, entry.op)) {
        throw StorageError("the log of a cart is damaged", true);
      }
    }
  }
  return cart;
}

void compact(Work& work, CartRecord& record) {
  if (record.head - record.cut < kKeptEntries + kEntriesToCut) return;
  const std::int64_t index = record.head - kKeptEntries;
  work.storage.cut_log(record.id, {index, join_log(work.storage, record, index)});
  record.cut = index;
}

}  // namespace sealcart::server
