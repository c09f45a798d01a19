// The table of tests/vectors/bad-input.json, natively. The same table is run against cart.wasm.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "sealcart/op_log.h"
#include "sealcart/sync.h"
#include "support/open_session.h"
#include "support/told.h"

namespace sealcart {
namespace {

using Table = nlohmann::json;

Table read_table() {
  std::ifstream file(SEALCART_SOURCE_DIR "/tests/vectors/bad-input.json", std::ios::binary);
  return Table::parse(std::istreambuf_iterator<char>(file), {}, nullptr, false);
}

std::string from_hex_text(const std::string& hex) {
  std::string bytes;
  for (std::size_t i = 0; i < hex.size(); i += 2) {
    bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  }
  return bytes;
}

std::string text_of(const Table& parts) {
  std::string text;
  for (const Table& part : parts) {
    if (part.is_string()) {
      text += part.get<std::string>();
    } else if (part.contains("hex")) {
      text += from_hex_text(part["hex"].get<std::string>());
    } else {
      for (int i = part["times"].get<int>(); i > 0; --i) text += part["repeat"].get<std::string>();
    }
  }
  return text;
}

// Reads the text as a T and hands it on; the first thing wrong on the way.
template <class T, class Use>
Status with(std::string_view text, std::size_t max_bytes, Use use) {
  Result<T> value = read_json<T>(text, max_bytes);
  if (!value) return refuse(value.error());
  return use(std::move(*value));
}

struct Doors {
  Session session;
  Cart server = empty_cart();  // what the door "ops" joins

  Status open(const std::string& door, const std::string& text) {
    if (door == "store") {
      return with<StoreDocument>(text, limits::kStoreJsonBytes,
                                 [&](auto v) { return session.open_store(std::move(v)); });
    }
    if (door == "catalog") {
      return with<CatalogSlice>(text, limits::kCatalogJsonBytes,
                                [&](auto v) { return session.load_catalog(std::move(v)); });
    }
    if (door == "cart") {
      return with<DeviceLog::Saved>(text, limits::kStateJsonBytes,
                                    [&](auto v) { return session.open_cart(std::move(v)); });
    }
    if (door == "log") {
      return with<LogBatch>(text, limits::kStateJsonBytes,
                            [&](auto v) { return session.receive(v); });
    }
    if (door == "ops") {
      return with<OpBatch>(text, limits::kJsonBytes, [&](auto v) { return admit_all(v); });
    }
    return with<Command>(text, limits::kJsonBytes, [&](auto v) { return session.submit(v); });
  }

  // As the server does: all or nothing, and the path names the operation.
  Status admit_all(const OpBatch& batch) {
    Cart cart = server;
    for (std::size_t i = 0; i < batch.ops.size(); ++i) {
      const Op& op = batch.ops[i];
      const auto head = static_cast<std::int64_t>(i);
      Status joined = admit(cart, op, head, *session.store(), session.catalog());
      if (joined) joined = apply(cart, op);
      const std::string place = "ops[" + std::to_string(i) + "]";
      if (!joined) return refuse(std::move(joined.error()).inside(place));
    }
    server = std::move(cart);
    return {};
  }
};

TEST(BadInput, IsRefusedWithItsCodeAndPathAndChangesNothing) {
  const Table table = read_table();
  ASSERT_TRUE(table.is_object());
  Doors doors;
  for (const char* door : {"store", "catalog", "cart"}) {
    ASSERT_EQ(told(doors.open(door, table[door].dump())), "ok");
  }
  for (const Table& command : table["before"]) {
    ASSERT_EQ(told(doors.open("command", command.dump())), "ok");
  }
  const std::string before = whole(doors.session);
  const Cart server = doors.server;
  for (const Table& c : table["cases"]) {
    SCOPED_TRACE(c["name"].get<std::string>());
    const Status status = doors.open(c["door"].get<std::string>(), text_of(c["text"]));
    ASSERT_FALSE(status);
    std::string error;
    write_error(error, status.error());
    EXPECT_EQ(Table::parse(error, nullptr, false), c["error"]);
    ASSERT_EQ(whole(doors.session), before);
    ASSERT_EQ(doors.server, server);
  }
  EXPECT_GE(table["cases"].size(), 140u);
}

}  // namespace
}  // namespace sealcart
