#include "store/connection.h"

#include "store/storage.h"

namespace sealcart::server {

void Rows::refuse_size() {
  throw StorageError("a stored value has the wrong size", Trouble::broken);
}

}  // namespace sealcart::server
