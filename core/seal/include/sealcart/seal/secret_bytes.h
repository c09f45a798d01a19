// Bytes that are wiped when they leave scope. Native only: seal.wasm keeps its secrets in one
// arena.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace sealcart::seal {

// Overwrites in a way no optimizer removes (libsodium's sodium_memzero).
void wipe(std::span<std::uint8_t> bytes);

// Up to N secret bytes. Moved, never copied; the source of a move is wiped at once.
template <std::size_t N>
class SecretBytes {
 public:
  SecretBytes() = default;
  explicit SecretBytes(std::span<const std::uint8_t> bytes) : size_(std::min(bytes.size(), N)) {
    std::ranges::copy(bytes.first(size_), bytes_.begin());
  }
  SecretBytes(SecretBytes&& other) noexcept { take(other); }
  SecretBytes& operator=(SecretBytes&& other) noexcept {
    if (this != &other) take(other);
    return *this;
  }
  ~SecretBytes() { wipe(bytes_); }

  std::span<const std::uint8_t> bytes() const { return std::span(bytes_).first(size_); }
  std::size_t size() const { return size_; }

 private:
  void take(SecretBytes& other) {
    bytes_ = other.bytes_;
    size_ = other.size_;
    wipe(other.bytes_);
    other.size_ = 0;
  }

  std::array<std::uint8_t, N> bytes_{};
  std::size_t size_ = 0;
};

}  // namespace sealcart::seal
