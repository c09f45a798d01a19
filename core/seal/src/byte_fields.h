// Big-endian reader and writer. A format lists its fields once, in wire order, and hands the list
// one or the other, so that reading and writing cannot disagree.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace sealcart::seal {

class ByteWriter {
 public:
  explicit ByteWriter(std::span<std::uint8_t> out) : out_(out) {}

  void operator()(std::uint8_t value) { out_[at_++] = value; }
  void operator()(std::int64_t value) {
    for (int shift = 56; shift >= 0; shift -= 8) {
      out_[at_++] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(value) >> shift);
    }
  }
  template <class Byte, std::size_t N>
  void operator()(const std::array<Byte, N>& value) {
    std::ranges::copy(value, out_.begin() + static_cast<std::ptrdiff_t>(at_));
    at_ += N;
  }
  std::size_t at() const { return at_; }

 private:
  std::span<std::uint8_t> out_;  // the caller checked that every field fits
  std::size_t at_ = 0;
};

class ByteReader {
 public:
  explicit ByteReader(std::span<const std::uint8_t> in) : in_(in) {}

  void operator()(std::uint8_t& value) { value = in_[at_++]; }
  void operator()(std::int64_t& value) {
    std::uint64_t bits = 0;
    for (int i = 0; i < 8; ++i) bits = bits << 8 | in_[at_++];
    value = static_cast<std::int64_t>(bits);
  }
  template <class Byte, std::size_t N>
  void operator()(std::array<Byte, N>& value) {
    std::ranges::copy(in_.subspan(at_, N), value.begin());
    at_ += N;
  }
  std::size_t at() const { return at_; }

 private:
  std::span<const std::uint8_t> in_;
  std::size_t at_ = 0;
};

}  // namespace sealcart::seal
