// The two directions of the compact form under one set of names, so that a layout is written once
// and writing and reading cannot come apart. Every member keeps its bounds in both directions; the
// first trouble is kept, and from then on nothing is written and zeros are read.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "sealcart/ids.h"

namespace sealcart::compact {

inline constexpr std::size_t kReplicaBytes = 7;  // of 53 bits

class Trouble {
 public:
  void fail(const char* what) {
    if (what_ == nullptr) what_ = what;
  }
  bool failed() const { return what_ != nullptr; }
  const char* what() const { return what_; }

 private:
  const char* what_ = nullptr;
};

class Writer : public Trouble {
 public:
  static constexpr bool kReads = false;

  // Room for an operation or two, the usual case.
  Writer() : out_(64, '\0') {}

  void number(std::int64_t value, std::int64_t min, std::int64_t max);
  // As the difference to a number both sides know.
  void near(std::int64_t value, std::int64_t known, std::int64_t min, std::int64_t max);
  void text(std::string_view value, std::size_t min, std::size_t max);
  void replica(ReplicaId value);
  void bytes16(const std::array<std::uint8_t, 16>& value);

  std::string take();
  std::size_t size() const { return size_; }

 private:
  void base128(std::uint64_t value);
  // Where the next bytes go, at most so many of them.
  char* room_for(std::size_t bytes);

  std::string out_;  // longer than what is written: a byte is stored, not appended
  std::size_t size_ = 0;
};

class Reader : public Trouble {
 public:
  static constexpr bool kReads = true;

  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  template <class Number>
  void number(Number& value, std::int64_t min, std::int64_t max) {
    value = static_cast<Number>(within(static_cast<std::int64_t>(base128()), min, max));
  }
  template <class Number>
  void near(Number& value, std::int64_t known, std::int64_t min, std::int64_t max) {
    value = static_cast<Number>(within(known + zigzag(), min, max));
  }
  void text(std::string& value, std::size_t min, std::size_t max);
  void replica(ReplicaId& value);
  void bytes16(std::array<std::uint8_t, 16>& value);

  bool at_end() const { return rest_.empty(); }

 private:
  std::uint64_t base128();  // below 2^62
  std::int64_t zigzag();
  std::int64_t within(std::int64_t value, std::int64_t min, std::int64_t max);
  std::string_view take(std::size_t count);

  std::string_view rest_;
};

}  // namespace sealcart::compact
