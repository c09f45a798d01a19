#include "sealcart/price_request.h"

#include <utility>

#include "path.h"
#include "sealcart/session.h"

namespace sealcart {
namespace {

constexpr ReplicaId kReplica = 1;

Status inside(Status status, std::string_view field) {
  if (!status) return refuse(std::move(status.error()).inside(field));
  return status;
}

Status add_lines(Session& session, const std::vector<PriceLine>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Status added = session.add(lines[i].sku, lines[i].quantity, lines[i].customizations);
    if (!added) return inside(std::move(added), at("lines", i));
  }
  return {};
}

Status apply_codes(Session& session, const std::vector<std::string>& codes) {
  for (std::size_t i = 0; i < codes.size(); ++i) {
    Command command;
    command.kind = CommandKind::apply_code;
    command.code = codes[i];
    if (Status applied = session.submit(command); !applied) {
      Error error = std::move(applied.error());
      error.path = at("codes", i);
      return refuse(std::move(error));
    }
  }
  return {};
}

Status set_delivery(Session& session, const PriceRequest& request) {
  Command command;
  if (request.destination) {
    command.kind = CommandKind::set_destination;
    command.destination = request.destination;
    if (Status set = session.submit(command); !set) return set;
  }
  if (request.shipping_method.empty()) return {};
  command = {};
  command.kind = CommandKind::set_shipping_method;
  command.method = request.shipping_method;
  Status set = session.submit(command);
  if (set) return set;
  Error error = std::move(set.error());
  error.path = "shippingMethod";
  return refuse(std::move(error));
}

Status fill(Session& session, const PriceRequest& request) {
  if (Status status = add_lines(session, request.lines); !status) return status;
  if (Status status = apply_codes(session, request.codes); !status) return status;
  return set_delivery(session, request);
}

PriceContext context_of(PriceRequest& request) {
  PriceContext context{Timestamp{request.now_ms}};
  context.utc_offset_min = request.utc_offset_min;
  context.shopper = std::move(request.shopper);
  context.uses = std::move(request.uses);
  context.bought = std::move(request.bought);
  context.tenders = std::move(request.tenders);
  context.seen = std::move(request.seen);
  return context;
}

}  // namespace

Result<Snapshot> Pricer::price(PriceRequest request) {
  const bool brings_rules = request.store || request.catalog;
  const std::optional<StoreDocument>& store = request.store ? request.store : store_;
  const std::optional<CatalogSlice>& catalog = brings_rules ? request.catalog : catalog_;
  if (!store) return refuse(Error(ErrorCode::field_missing, "store"));
  if (!catalog) return refuse(Error(ErrorCode::field_missing, "catalog"));
  StoreDocument rules = *store;
  if (request.rounding) rules.rounding = *request.rounding;
  Session session;
  session.set_context(context_of(request));
  if (Status s = inside(session.open_store(std::move(rules)), "store"); !s) {
    return refuse(s.error());
  }
  if (Status s = inside(session.load_catalog(*catalog), "catalog"); !s) return refuse(s.error());
  DeviceLog::Saved cart;
  cart.replica = kReplica;
  if (Status s = session.open_cart(std::move(cart)); !s) return refuse(s.error());
  if (Status s = fill(session, request); !s) return refuse(s.error());
  Snapshot snapshot = session.snapshot();
  if (brings_rules) catalog_ = std::move(request.catalog);
  if (request.store) store_ = std::move(request.store);
  return snapshot;
}

}  // namespace sealcart
