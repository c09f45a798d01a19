// The C boundary of seal.wasm. Bytes travel through the arena, numbers as arguments; every function
// that can refuse returns a SealStatus. No rules here. The module imports nothing and exports no
// function that takes or returns a secret key.
//
// A key gets in only by a manifest that a pinned root signed, and payload and randomness are gone
// from memory when seal_token returns, whatever it returns.
#include <sodium.h>

#include <algorithm>
#include <span>

#include "arena.h"

namespace sealcart::seal {
namespace {

constinit Arena arena{};
constinit KeyManifest manifest{};  // count 0: none verified yet

template <class Array>
Array take(std::span<const std::uint8_t> bytes) {
  Array out;
  std::ranges::transform(bytes, out.begin(),
                         [](std::uint8_t b) { return static_cast<typename Array::value_type>(b); });
  return out;
}

// A JavaScript number as the integer it must be; -1, which every range refuses, when it is not one.
std::int64_t integer(double number) {
  if (!(number >= 0 && number <= static_cast<double>(kMaxAmount))) return -1;
  const auto whole = static_cast<std::int64_t>(number);
  return static_cast<double>(whole) == number ? whole : -1;
}

void forget_secrets() {
  sodium_memzero(arena.payload.data(), arena.payload.size());
  sodium_memzero(arena.random.data(), arena.random.size());
}

// What computing left below this frame: key schedules, field elements, copies in registers spilled.
[[gnu::noinline]] void forget_stack() {
  std::array<std::uint8_t, 8 * 1024> stack;
  sodium_memzero(stack.data(), stack.size());
}

SealStatus seal_arena_payload(TokenHeader& header, std::size_t payload_size, double now_ms) {
  if (payload_size > kPayloadBytes) return SealStatus::payload_length;
  if (manifest.count == 0) return SealStatus::manifest_missing;
  const auto key = choose_key(manifest, integer(now_ms));
  if (!key) return key.error();
  header.merchant = manifest.merchant;
  header.cart = arena.cart;
  header.quote = arena.quote;
  header.cart_state = arena.cartHash;
  header.currency = take<decltype(header.currency)>(arena.currency);
  const auto random = std::span(arena.random);
  header.jti = take<Id16>(random.last(sizeof(Id16)));
  Seed seed = take<Seed>(random.first(sizeof(Seed)));
  const SealStatus status =
      seal_token(header, std::span(arena.payload).first(payload_size), key->pk, seed, arena.token);
  sodium_memzero(seed.data(), seed.size());
  return status;
}

}  // namespace
}  // namespace sealcart::seal

using namespace sealcart::seal;  // NOLINT: the definitions below are the C boundary

extern "C" {

std::uint8_t* seal_arena() { return reinterpret_cast<std::uint8_t*>(&arena); }

// "name:bytes name:bytes ...", in memory order from seal_arena().
const char* seal_layout() { return kArenaLayout; }

const char* seal_status_name(int status) {
  return status_name(static_cast<SealStatus>(status)).data();
}
const char* seal_status_text(int status) {
  return status_text(static_cast<SealStatus>(status)).data();
}

// Verifies arena.manifest for arena.merchant under the first `roots` of arena.roots; from then on
// seal_token seals to its keys. A refused manifest leaves none.
int seal_use_manifest(std::size_t size, std::size_t roots, double lowest_serial, double now_ms) {
  manifest = KeyManifest{};
  if (size > arena.manifest.size()) return static_cast<int>(SealStatus::manifest_encoding);
  std::array<RootKey, kRootKeys> pinned;
  const std::size_t count = std::min(roots, pinned.size());
  for (std::size_t i = 0; i < count; ++i) {
    pinned[i] = take<RootKey>(std::span(arena.roots).subspan(i * sizeof(RootKey), sizeof(RootKey)));
  }
  const auto verified =
      verify_manifest(std::span(arena.manifest).first(size), std::span(pinned).first(count),
                      {arena.merchant, integer(lowest_serial), integer(now_ms)});
  if (!verified) return static_cast<int>(verified.error());
  manifest = *verified;
  return static_cast<int>(SealStatus::ok);
}

// Serial of the manifest in use, 0 without one: what the page remembers against roll-back.
double seal_manifest_serial() { return static_cast<double>(manifest.serial); }

// Seals the first `payload_size` bytes of arena.payload into arena.token, for the merchant of the
// manifest, to the key in use at `now_ms`. Amounts in minor units, times in Unix milliseconds.
int seal_token(std::size_t payload_size, double amount_minor, double exponent, double issued_at_ms,
               double expires_at_ms, double now_ms) {
  TokenHeader header;
  header.amount_minor = integer(amount_minor);
  header.exponent = static_cast<std::uint8_t>(std::clamp<std::int64_t>(integer(exponent), -1, 255));
  header.issued_at_ms = integer(issued_at_ms);
  header.expires_at_ms = integer(expires_at_ms);
  const SealStatus status = seal_arena_payload(header, payload_size, now_ms);
  forget_secrets();
  forget_stack();
  if (status != SealStatus::ok) sodium_memzero(arena.token.data(), arena.token.size());
  return static_cast<int>(status);
}

// Forgets the manifest and everything in the arena.
void seal_wipe() {
  manifest = KeyManifest{};
  sodium_memzero(seal_arena(), sizeof(Arena));
}

// What libsodium calls when it is misused; its own would print and abort through imports.
void sodium_misuse() { __builtin_trap(); }

}  // extern "C"
