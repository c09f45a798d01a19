// What travels between a device and the server.
#pragma once

#include <optional>
#include <vector>

#include "sealcart/cart.h"
#include "sealcart/describe.h"
#include "sealcart/limits.h"
#include "sealcart/op.h"

namespace sealcart {

// Device to server: new operations, and how far it has the log.
struct OpBatch {
  std::int64_t after = 0;
  std::vector<Op> ops;
};

// The join of the first `index` entries, which the server has cut off its log.
struct LogCheckpoint {
  std::int64_t index = 0;
  Cart cart;
};

// Server to device: where the log ends, and the next entries after what the device has. When some
// of those are cut off, `checkpoint` stands for them. Another `epoch` than last time: the server
// was restored from a backup, or the cart was removed and made again, and what a device knows of
// the log may not be in it.
struct LogBatch {
  std::int64_t head = 0;
  std::vector<LogEntry> entries;
  std::int64_t epoch = 0;
  std::optional<LogCheckpoint> checkpoint = std::nullopt;
};

// Makes a cart under an id and a capability the page has chosen; asking again changes nothing.
struct CartRequest {
  std::string store;
  CartId cart;
  std::string currency;
};

struct CartCreated {
  CartId cart;
  std::int64_t head = 0;
};

template <>
struct Describe<OpBatch> : Fields<OpBatch> {
  static constexpr std::string_view doc = "New operations of a device.";
  static constexpr std::array fields{
      field<&T::after>(range(0, limits::kCounter), "log index the device has").optional(),
      field<&T::ops>("in order of n").items(limits::kOpsPerBatch),
  };
};

template <>
struct Describe<LogCheckpoint> : Fields<LogCheckpoint> {
  static constexpr std::string_view doc = "The join of the entries a server has cut off its log.";
  static constexpr std::array fields{
      field<&T::index>(range(1, limits::kCounter), "index of the last of them"),
      field<&T::cart>("the cart as they left it"),
  };
};

template <>
struct Describe<LogBatch> : Fields<LogBatch> {
  static constexpr std::string_view doc = "The next entries of a cart's log.";
  static constexpr std::array fields{
      field<&T::head>(range(0, limits::kCounter), "index of the last entry there is"),
      field<&T::entries>("in order of index, without a gap").items(limits::kOpsPerBatch),
      field<&T::epoch>(range(0, limits::kCounter), "another one when the log is another")
          .optional(),
      field<&T::checkpoint>("in place of entries that are cut off"),
  };
};

template <>
struct Describe<CartRequest> : Fields<CartRequest> {
  static constexpr std::string_view doc = "Makes a cart under an id the page has chosen.";
  static constexpr std::array fields{
      field<&T::store>(bytes(1, limits::kIdBytes), "id of the store"),
      field<&T::cart>("128 random bits"),
      field<&T::currency>(bytes(3, 3), "ISO 4217, that of the store"),
  };
};

template <>
struct Describe<CartCreated> : Fields<CartCreated> {
  static constexpr std::string_view doc = "The cart is there.";
  static constexpr std::array fields{
      field<&T::cart>("as asked for"),
      field<&T::head>(range(0, limits::kCounter), "index of the last log entry"),
  };
};

}  // namespace sealcart
