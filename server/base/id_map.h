// A map by ids that strangers choose, who can't choose them so that they fall into one bucket.
#pragma once

#include <unordered_map>

#include "base/crypto.h"
#include "sealcart/ids.h"

namespace sealcart::server {

struct IdHash {
  template <class Tag>
  std::size_t operator()(const Id128<Tag>& id) const {
    static const auto kKey = random_id<Id128<struct HashKeyTag>>().bytes;
    return table_hash(kKey, {reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()});
  }
};

template <class Id, class Value>
using IdMap = std::unordered_map<Id, Value, IdHash>;

}  // namespace sealcart::server
