// Rows of sharing a cart as the services see them (docs/SHARING.md). Secrets are here as hashes.
#pragma once

#include <optional>
#include <string>

#include "base/crypto.h"
#include "sealcart/access.h"
#include "sealcart/customer.h"
#include "sealcart/pairing.h"

namespace sealcart::server {

using SessionId = Id128<struct SessionTag>;

// A set of AccessScope.
class Scopes {
 public:
  constexpr Scopes() = default;
  constexpr explicit Scopes(std::int64_t bits) : bits_(bits) {}
  static constexpr Scopes all() { return Scopes((1 << kAccessScopes) - 1); }

  constexpr bool has(AccessScope scope) const { return (bits_ & bit(scope)) != 0; }
  constexpr Scopes with(AccessScope scope) const { return Scopes(bits_ | bit(scope)); }
  constexpr Scopes without(AccessScope scope) const { return Scopes(bits_ & ~bit(scope)); }
  constexpr Scopes operator|(Scopes other) const { return Scopes(bits_ | other.bits_); }
  constexpr bool within(Scopes other) const { return (bits_ & ~other.bits_) == 0; }
  constexpr std::int64_t bits() const { return bits_; }

 private:
  static constexpr std::int64_t bit(AccessScope scope) {
    return std::int64_t{1} << static_cast<int>(scope);
  }
  std::int64_t bits_ = 0;
};

struct AccessRecord {
  AccessId id;
  Hash32 capability{};
  Scopes scopes;
  AccessOrigin origin = AccessOrigin::made;
  std::string label;
  SessionId session;  // zeros: of no customer
  std::int64_t created_at_ms = 0;
  std::int64_t seen_at_ms = 0;     // to the day
  std::int64_t expires_at_ms = 0;  // 0: no end
};

struct PairingRecord {
  PairingId id;
  PairingState state = PairingState::open;
  Hash32 code{};
  Hash32 secret{};
  std::optional<Hash32> capability;  // of the device that claimed it
  std::string label;
  std::string check;
  std::int64_t expires_at_ms = 0;
};

struct LinkRecord {
  LinkId id;
  Scopes scopes;  // of who opens it
  std::int64_t created_at_ms = 0;
  std::int64_t expires_at_ms = 0;
};

struct PairingPlace {
  CartId cart;
  PairingId pairing;
};

struct CustomerRecord {
  Hash32 customer{};
  std::string store;
  std::optional<CartId> current;
};

struct CustomerCartRecord {
  CartId cart;
  std::string name;
  CartUse use = CartUse::cart;
  std::int64_t created_at_ms = 0;
};

struct SessionRecord {
  SessionId id;
  Hash32 customer{};
  Hash32 capability{};
  std::string label;
  std::int64_t created_at_ms = 0;
  std::int64_t expires_at_ms = 0;
};

}  // namespace sealcart::server
