#include "forms.h"

#include <array>
#include <cstring>
#include <utility>

#include "../utf8.h"
#include "sealcart/limits.h"

namespace sealcart::compact {
namespace {

constexpr const char* kEarlyEnd = "an early end";
constexpr const char* kOutOfRange = "a number out of its range";
constexpr const char* kTextLength = "a text too long or too short";
constexpr const char* kNoText = "a text that is not UTF-8";
constexpr int kGroup = 7;  // bits of a byte that count
constexpr std::size_t kMostGroups = 10;

}  // namespace

char* Writer::room_for(std::size_t bytes) {
  if (out_.size() - size_ < bytes) out_.resize(2 * out_.size() + bytes);
  return out_.data() + size_;
}

std::string Writer::take() {
  out_.resize(size_);
  return std::move(out_);
}

void Writer::base128(std::uint64_t value) {
  char* at = room_for(kMostGroups);
  for (; value >= 0x80; value >>= kGroup, ++size_) {
    *at++ = static_cast<char>((value & 0x7F) | 0x80);
  }
  *at = static_cast<char>(value);
  ++size_;
}

void Writer::number(std::int64_t value, std::int64_t min, std::int64_t max) {
  if (value < min || value > max) fail(kOutOfRange);
  if (!failed()) base128(static_cast<std::uint64_t>(value));
}

void Writer::near(std::int64_t value, std::int64_t known, std::int64_t min, std::int64_t max) {
  if (value < min || value > max) fail(kOutOfRange);
  if (failed()) return;
  const std::int64_t away = value - known;
  base128(static_cast<std::uint64_t>(away) << 1 ^ static_cast<std::uint64_t>(away >> 63));
}

void Writer::text(std::string_view value, std::size_t min, std::size_t max) {
  if (value.size() < min || value.size() > max) fail(kTextLength);
  if (utf8_prefix(value) < value.size()) fail(kNoText);
  if (failed()) return;
  base128(value.size());
  value.copy(room_for(value.size()), value.size());
  size_ += value.size();
}

void Writer::replica(ReplicaId value) {
  if (value < 1 || value > limits::kCounter) fail(kOutOfRange);
  if (failed()) return;
  char* at = room_for(kReplicaBytes);
  for (std::size_t i = 0; i < kReplicaBytes; ++i) at[i] = static_cast<char>(value >> 8 * i & 0xFF);
  size_ += kReplicaBytes;
}

void Writer::bytes16(const std::array<std::uint8_t, 16>& value) {
  std::memcpy(room_for(value.size()), value.data(), value.size());
  size_ += value.size();
}

std::string_view Reader::take(std::size_t count) {
  if (count > rest_.size()) {
    fail(kEarlyEnd);
    rest_ = {};
    return {};
  }
  const std::string_view taken = rest_.substr(0, count);
  rest_.remove_prefix(count);
  return taken;
}

std::uint64_t Reader::base128() {
  std::uint64_t value = 0;
  for (int shift = 0; shift < 9 * kGroup && !failed(); shift += kGroup) {
    if (rest_.empty()) {
      fail(kEarlyEnd);
      return 0;
    }
    const auto byte = static_cast<std::uint8_t>(rest_.front());
    rest_.remove_prefix(1);
    value |= std::uint64_t{byte & 0x7Fu} << shift;
    if (byte >= 0x80) continue;
    if (byte == 0 && shift > 0) fail("a number longer than needed");
    if (value >> 62 != 0) fail(kOutOfRange);
    return failed() ? 0 : value;
  }
  fail(kOutOfRange);
  return 0;
}

std::int64_t Reader::zigzag() {
  const std::uint64_t value = base128();
  const auto half = static_cast<std::int64_t>(value >> 1);
  return (value & 1) != 0 ? -half - 1 : half;
}

std::int64_t Reader::within(std::int64_t value, std::int64_t min, std::int64_t max) {
  if (value < min || value > max) fail(kOutOfRange);
  return failed() ? min : value;
}

void Reader::text(std::string& value, std::size_t min, std::size_t max) {
  std::size_t length = 0;
  number(length, static_cast<std::int64_t>(min), static_cast<std::int64_t>(max));
  if (failed()) return;
  value = take(length);
  if (utf8_prefix(value) < value.size()) fail(kNoText);
}

void Reader::replica(ReplicaId& value) {
  const std::string_view bytes = take(kReplicaBytes);
  std::uint64_t read = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    read |= std::uint64_t{static_cast<std::uint8_t>(bytes[i])} << 8 * i;
  }
  value = within(static_cast<std::int64_t>(read), 1, limits::kCounter);
}

void Reader::bytes16(std::array<std::uint8_t, 16>& value) {
  const std::string_view bytes = take(value.size());
  for (std::size_t i = 0; i < bytes.size(); ++i) value[i] = static_cast<std::uint8_t>(bytes[i]);
}

}  // namespace sealcart::compact
