// A payment provider that moves no money: it behaves as its test cards say (scenarios.h), keeps its
// own books, and answers the same key the same way every time, also after a restart.
#pragma once

#include <boost/asio/io_context.hpp>
#include <filesystem>

#include "base/clock.h"
#include "psp/provider.h"
#include "psp/simulator/scenarios.h"
#include "store/sqlite/sqlite_connection.h"

namespace sealcart::server::psp {

class Simulator final : public Provider {
 public:
  Simulator(boost::asio::io_context& io, const std::filesystem::path& books, Clock clock);

  std::string_view name() const override { return "simulator (no money moves)"; }
  Awaitable<Answer> charge(Charge charge) override;
  Awaitable<Answer> find(std::string key) override;

 private:
  std::optional<Answer> booked(const std::string& key);
  Answer book(const Charge& charge, const Scenario& scenario);
  Awaitable<void> pass(std::int64_t ms);

  boost::asio::io_context& io_;
  SqliteConnection books_;
  Clock clock_;
};

}  // namespace sealcart::server::psp
