#include "services/cart_cache.h"

#include <utility>

namespace sealcart::server {

CartPtr CartCache::find(const CartId& id) {
  const auto place = places_.find(id);
  if (place == places_.end()) return nullptr;
  recent_.splice(recent_.begin(), recent_, place->second);
  return recent_.front();
}

void CartCache::erase(const CartId& id) {
  const auto place = places_.find(id);
  if (place == places_.end()) return;
  recent_.erase(place->second);
  places_.erase(place);
}

void CartCache::put(CartPtr state) {
  const auto [place, fresh] = places_.try_emplace(state->record.id);
  if (!fresh) {
    recent_.splice(recent_.begin(), recent_, place->second);
    recent_.front() = std::move(state);
    return;
  }
  recent_.push_front(std::move(state));
  place->second = recent_.begin();
  if (recent_.size() > capacity_) {
    places_.erase(recent_.back()->record.id);
    recent_.pop_back();
  }
}

void CartCache::clear() {
  recent_.clear();
  places_.clear();
}

}  // namespace sealcart::server
