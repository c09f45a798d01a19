// A request of bench/offers.mjs as a session: store, catalogue and cart opened, lines added.
#pragma once

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "sealcart/price_request.h"
#include "sealcart/session.h"
#include "sealcart/wire.h"

namespace sealcart::bench {

[[noreturn]] inline void give_up(const std::string& what) {
  std::cerr << what << '\n';
  std::exit(1);
}

inline PriceRequest read_request(const std::string& file) {
  std::ifstream in(file);
  const std::string json{std::istreambuf_iterator<char>(in), {}};
  auto request = read_json<PriceRequest>(json, limits::kCatalogJsonBytes);
  if (!request) give_up(file + ": " + error_message(request.error()));
  return std::move(*request);
}

inline Session open_session(PriceRequest request) {
  Session session;
  const auto must = [](Status status) {
    if (!status) give_up(error_message(status.error()));
  };
  DeviceLog::Saved saved;
  saved.replica = 1;
  // Without promotions until the cart is full: the best deal is not looked for at each line added.
  StoreDocument bare = *request.store;
  bare.promotions.clear();
  must(session.open_store(std::move(bare)));
  must(session.load_catalog(std::move(*request.catalog)));
  must(session.open_cart(std::move(saved)));
  for (const PriceLine& line : request.lines) must(session.add(line.sku, line.quantity));
  Command command;
  command.kind = CommandKind::set_destination;
  command.destination = request.destination;
  must(session.submit(command));
  must(session.open_store(std::move(*request.store)));
  command = {};
  command.kind = CommandKind::apply_code;
  for (const std::string& code : request.codes) {
    command.code = code;
    must(session.submit(command));
  }
  return session;
}

}  // namespace sealcart::bench
