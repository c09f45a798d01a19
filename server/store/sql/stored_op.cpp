#include "store/sql/stored_op.h"

#include "sealcart/compact.h"
#include "store/sql/stored_json.h"

namespace sealcart::server {

std::string to_stored(const Op& op) {
  Result<std::string> bytes = to_compact(OpBatch{0, {op}});
  if (!bytes) {
    throw StorageError("an operation can't be stored: " + error_message(bytes.error()),
                       Trouble::failed);
  }
  return *std::move(bytes);
}

Op op_from_stored(std::string_view stored, const CartId& cart) {
  if (stored.starts_with('{')) return from_stored_json<Op>(stored);
  Result<OpBatch> batch = read_compact_ops(stored, cart);
  if (!batch || batch->ops.size() != 1) {
    throw StorageError("a stored operation is damaged", Trouble::broken);
  }
  return std::move(batch->ops.front());
}

std::span<const std::uint8_t> as_bytes(std::string_view stored) {
  return {reinterpret_cast<const std::uint8_t*>(stored.data()), stored.size()};
}

}  // namespace sealcart::server
