#include "support/open_session.h"

#include <gtest/gtest.h>

#include "support/told.h"

namespace sealcart {

Session open_session(const Shop& shop, ReplicaId replica) {
  Session session;
  EXPECT_EQ(told(session.open_store(shop.document)), "ok");
  EXPECT_EQ(told(session.load_catalog(shop.slice)), "ok");
  EXPECT_EQ(told(session.open_cart({replica, 0, empty_cart(), {}})), "ok");
  return session;
}

std::vector<double> flat_of(const Session& session) {
  std::vector<double> numbers(kFlatHead.size() + session.flat_size(), -1);
  session.write_flat_head(numbers.data());
  session.write_flat(numbers.data() + kFlatHead.size());
  return numbers;
}

std::string whole(const Session& session) {
  std::string all = json(session.snapshot()) + "\n" + json(session.save()) + "\n";
  for (const double number : flat_of(session)) {
    all += std::to_string(static_cast<std::int64_t>(number)) + " ";
  }
  return all + std::to_string(session.log().untaken_from());
}

std::string lines_of(const Session& session) {
  std::string all;
  for (const SnapshotLine& line : session.snapshot().lines) {
    if (!all.empty()) all += ", ";
    all += std::to_string(line.quantity) + " x " + line.sku;
  }
  return all;
}

std::string submitted(Session& session, const Command& command) {
  const std::string before = whole(session);
  const Status status = session.submit(command);
  if (!status) {
    EXPECT_EQ(whole(session), before) << json(command);
  }
  return told(status);
}

Command add_command(std::string sku, std::int64_t quantity) {
  Command command;
  command.sku = std::move(sku);
  command.quantity = quantity;
  return command;
}

Command set_command(std::string_view sku, std::int64_t quantity) {
  Command command;
  command.kind = CommandKind::set_quantity;
  command.line = line_id(sku);
  command.quantity = quantity;
  return command;
}

Command remove_command(std::string_view sku) {
  Command command = set_command(sku, 1);
  command.kind = CommandKind::remove;
  return command;
}

Command code_command(CommandKind kind, std::string code) {
  Command command;
  command.kind = kind;
  command.code = std::move(code);
  return command;
}

Command method_command(std::string method) {
  Command command;
  command.kind = CommandKind::set_shipping_method;
  command.method = std::move(method);
  return command;
}

Command destination_command(std::string country, std::string region) {
  Command command;
  command.kind = CommandKind::set_destination;
  command.destination = Destination{std::move(country), std::move(region), {}};
  return command;
}

}  // namespace sealcart
