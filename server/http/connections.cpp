#include "http/connections.h"

#include <utility>

namespace sealcart::server::http {

bool Connections::takes(const Address& household) {
  std::size_t& count = households_[household];
  if (limits_.per_address > 0 && count >= limits_.per_address) return false;
  ++count;
  return true;
}

void Connections::leaves(const Address& household) {
  const auto place = households_.find(household);
  if (--place->second == 0) households_.erase(place);
}

bool Connections::make_room() {
  if (plain_ < limits_.plain) return true;
  if (waiting_.empty()) return false;
  // It still counts until its coroutine has ended, a moment later.
  Seat* longest = waiting_.front();
  longest->work();
  longest->close_();
  return true;
}

Connections::Seat::Seat(Connections& all, std::optional<Address> peer, std::function<void()> close)
    : all_(all), close_(std::move(close)) {
  if (peer) {
    const Address household = household_of(*peer);
    if (!all_.takes(household)) return;
    household_ = household;
  }
  if (!all_.make_room()) return;
  kind_ = Kind::plain;
  ++all_.plain_;
}

Connections::Seat::~Seat() {
  work();
  if (household_) all_.leaves(*household_);
  if (kind_ == Kind::plain) --all_.plain_;
  if (kind_ == Kind::stream) --all_.streams_;
}

void Connections::Seat::wait() {
  if (!waiting_) waiting_ = all_.waiting_.insert(all_.waiting_.end(), this);
}

void Connections::Seat::work() {
  if (waiting_) all_.waiting_.erase(*std::exchange(waiting_, std::nullopt));
}

bool Connections::Seat::become_stream(const std::optional<Address>& client) {
  if (all_.streams_ >= all_.limits_.streams) return false;
  if (client && !household_) {
    const Address household = household_of(*client);
    if (!all_.takes(household)) return false;
    household_ = household;
  }
  kind_ = Kind::stream;
  --all_.plain_;
  ++all_.streams_;
  return true;
}

}  // namespace sealcart::server::http
