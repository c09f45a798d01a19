// What the worker has done, on disk before and after each step: a crash at any line ends neither in
// a second charge nor in a forgotten one. Holds ids, amounts and outcomes; never payment data.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "psp/provider.h"
#include "services/payment_messages.h"
#include "store/sqlite/sqlite_connection.h"

namespace sealcart::server::payd {

struct Attempt {
  OrderId order;
  std::int64_t fence = 0;
  std::string provider_key;
  psp::Answer answer;
};

class Journal {
 public:
  explicit Journal(const std::filesystem::path& file);

  // False when another order's token had this jti: a token pays once.
  bool take_jti(const std::array<std::uint8_t, 16>& jti, const OrderId& order,
                std::int64_t keep_until_ms);
  void forget_jtis(Timestamp before);

  void begin(const Attempt& attempt);
  void finish(const Attempt& attempt);
  void mark_reported(const Attempt& attempt);

  std::vector<Attempt> unreported();  // finished, and the endpoint does not know
  std::vector<Attempt> unknown();     // the provider has to be asked again

 private:
  std::vector<Attempt> read(Rows rows);
  SqliteConnection database_;
};

}  // namespace sealcart::server::payd
