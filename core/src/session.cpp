#include "sealcart/session.h"

#include <algorithm>

#include "path.h"

namespace sealcart {
Status Session::open_store(StoreDocument document) {
  auto store = Store::check(std::move(document));
  if (!store) return refuse(std::move(store.error()));
  // Prices that are loaded would be read in the wrong currency.
  if (store_ && store->currency() != store_->currency()) {
    return refuse(Error(ErrorCode::currency_mismatch, "currency")
                      .with("given", store->currency().text())
                      .with("expected", store_->currency().text()));
  }
  store_ = std::move(*store);
  refresh();
  return {};
}

Status Session::load_catalog(CatalogSlice slice) {
  if (!store_) return refuse(ErrorCode::store_not_loaded);
  if (Status status = catalog_.load(std::move(slice), store_->currency().text()); !status) {
    return status;
  }
  refresh();
  return {};
}

Status Session::open_cart(DeviceLog::Saved saved) {
  if (!store_) return refuse(ErrorCode::store_not_loaded);
  std::vector<SeenPrice> seen = std::move(saved.seen);
  if (seen.empty()) seen = context_.seen;
  auto log = DeviceLog::restore(std::move(saved));
  if (!log) return refuse(std::move(log.error()));
  log_ = std::move(*log);
  context_.seen = std::move(seen);
  opened_ = true;
  refresh();
  return {};
}

// Prices stand until the moment another rule or price begins to count; clocks may also go back.
void Session::set_now(Timestamp now) {
  const auto passes = [&](std::int64_t moment) { return moment != 0 && now.ms >= moment; };
  const bool same = !(now < context_.now) && !passes(priced_.input.next_change_ms) &&
                    !passes(priced_.input.delivery_change_ms);
  context_.now = now;
  if (!same) refresh();
}

void Session::set_context(PriceContext context) {
  if (context.seen.empty()) context.seen = context_.seen;
  if (context_ == context) return;
  context_ = std::move(context);
  refresh();
}

void Session::know(ShopperFacts facts) {
  context_.shopper = std::move(facts.shopper);
  context_.uses = std::move(facts.uses);
  context_.bought = std::move(facts.bought);
  refresh();
}

Status Session::ready() const {
  if (!store_) return refuse(ErrorCode::store_not_loaded);
  if (!opened_) return refuse(ErrorCode::cart_unknown);
  return {};
}

Result<std::size_t> Session::position(const std::optional<LineId>& line) const {
  if (!line) return refuse(Error(ErrorCode::field_missing, "line"));
  const auto& lines = cart().lines;
  const auto found = std::ranges::find(lines, *line, &LineItem::id);
  if (found == lines.end()) return refuse(Error(ErrorCode::line_unknown, "line"));
  return static_cast<std::size_t>(found - lines.begin());
}

Status Session::submit(const Command& command) {
  if (Status status = ready(); !status) return status;
  switch (command.kind) {
    case CommandKind::add:
      return add_chosen(command);
    case CommandKind::set_quantity:
    case CommandKind::remove: {
      const auto line = position(command.line);
      if (!line) return refuse(line.error());
      if (command.kind == CommandKind::remove) return remove(*line);
      if (!command.quantity) return refuse(Error(ErrorCode::field_missing, "quantity"));
      return set_quantity(*line, *command.quantity);
    }
    case CommandKind::apply_code:
      return apply_code(command.code);
    case CommandKind::remove_code:
      return remove_code(command.code);
    case CommandKind::set_destination:
      if (!command.destination) return refuse(Error(ErrorCode::field_missing, "destination"));
      return set_destination(*command.destination);
    case CommandKind::set_shipping_method:
      return set_shipping_method(command.method);
    case CommandKind::accept_prices:
      accept_prices();
      return {};
  }
  return refuse(Error(ErrorCode::value_not_allowed, "kind"));
}

Status Session::add_chosen(const Command& command) {
  const std::int64_t quantity = command.quantity.value_or(1);
  if (command.product.empty()) return add(command.sku, quantity, command.customizations);
  const auto chosen = catalog_.choose(command.product, command.options);
  if (!chosen) return refuse(chosen.error());
  return add(chosen->variant->sku, quantity, command.customizations);
}

Status Session::add(std::string_view sku, std::int64_t quantity, Customizations texts) {
  if (Status status = ready(); !status) return status;
  const auto entry = catalog_.find(sku);
  if (!entry) return refuse(not_sold(sku, "sku"));
  if (quantity < 1) {
    return refuse(
        Error(ErrorCode::quantity_too_small, "quantity").with("given", quantity).with("min", 1));
  }
  texts = ordered(std::move(texts));
  if (Status fits = check_customizations(entry->product->customizations, texts); !fits) return fits;
  const LineItem* line = cart().find_line(line_id(sku, texts));
  const std::int64_t units = quantity + (line == nullptr ? 0 : quantity_of(line->lots));
  if (Status fits = check_quantity(*entry->variant, units); !fits) return fits;
  const auto& lines = cart().lines;
  const auto at = line == nullptr ? lines.size() : static_cast<std::size_t>(line - lines.data());
  if (Status fits = check_shared(*entry, at, units); !fits) return fits;
  return commit(
      make_add(cart(), log_.author(), sku, static_cast<std::int32_t>(quantity), std::move(texts)));
}

Error Session::not_sold(std::string_view sku, const char* path) const {
  const bool gone = catalog_.gone(sku) != nullptr;
  return Error(gone ? ErrorCode::variant_gone : ErrorCode::sku_unknown, path).with("sku", sku);
}

Status Session::remove(std::size_t line) {
  if (Status status = ready(); !status) return status;
  if (line >= edits_.size()) return refuse(Error(ErrorCode::line_unknown, "line"));
  return commit(make_remove(cart(), log_.author(), cart().lines[line]));
}

Status Session::apply_code(std::string_view code) {
  const auto promotion = store_->promotion_with_code(code);
  if (!promotion) return refuse(Error(ErrorCode::code_unknown, "code").with("code", code));
  const std::string& spelled = store_->document().promotions[*promotion].code;
  if (cart().find_code(spelled) != nullptr) {
    return refuse(Error(ErrorCode::code_already_applied, "code").with("code", spelled));
  }
  return commit(make_code(cart(), log_.author(), spelled, true));
}

Status Session::remove_code(std::string_view code) {
  const auto promotion = store_->promotion_with_code(code);
  const bool as_given = !promotion || cart().find_code(code) != nullptr;
  const std::string_view spelled =
      as_given ? code : std::string_view(store_->document().promotions[*promotion].code);
  if (cart().find_code(spelled) == nullptr) {
    return refuse(Error(ErrorCode::code_not_applied, "code").with("code", code));
  }
  return commit(make_code(cart(), log_.author(), spelled, false));
}

Status Session::set_destination(const Destination& destination) {
  if (!destination.country.empty() && !is_country(destination.country)) {
    return refuse(Error(ErrorCode::country_unknown, "destination.country"));
  }
  if (!store_->zone_of(destination)) {
    return refuse(Error(ErrorCode::destination_not_served, "destination.country")
                      .with("country", destination.country));
  }
  if (destination == cart().destination) return {};
  return commit(make_destination(cart(), log_.author(), destination));
}

Status Session::set_shipping_method(std::string_view method) {
  const auto refuse_method = [&](ErrorCode code) {
    return refuse(Error(code, "method").with("method", method));
  };
  const auto& methods = store_->document().shipping_methods;
  const auto found = std::ranges::find(methods, method, &ShippingMethod::id);
  if (!method.empty() && found == methods.end()) {
    return refuse_method(ErrorCode::shipping_method_unknown);
  }
  const auto zone = store_->zone_of(cart().destination);
  const auto takes = [&] {
    return zone && store_->method_serves(*found, *zone) &&
           can_take(priced_, static_cast<std::size_t>(found - methods.begin()));
  };
  if (!method.empty() && !takes()) return refuse_method(ErrorCode::shipping_method_unavailable);
  if (method == cart().shipping_method) return {};
  return commit(make_shipping_method(cart(), log_.author(), method));
}

Status Session::receive(std::span<const LogEntry> entries) {
  Status status = ready();
  const std::int64_t head = log_.head();
  for (std::size_t i = 0; i < entries.size() && status; ++i) {
    status = log_.receive(entries[i]);
    if (!status) status = refuse(std::move(status.error()).inside(at("entries", i)));
  }
  if (log_.head() != head) refresh();
  return status;
}

Status Session::receive(const LogBatch& batch) {
  if (Status status = ready(); !status) return status;
  if (batch.checkpoint && batch.checkpoint->index > log_.head()) {
    if (Status status = log_.adopt(*batch.checkpoint); !status) {
      return refuse(std::move(status.error()).inside("checkpoint"));
    }
    refresh();
  }
  return receive(batch.entries);
}

Status Session::drop(std::int64_t n) {
  if (Status status = ready(); !status) return status;
  if (Status status = log_.drop(n); !status) return status;
  refresh();
  return {};
}

std::vector<Op> Session::take() {
  for (Edit& edit : edits_) edit.open_op = kNone;
  return log_.take();
}

Snapshot Session::snapshot() const {
  return make_snapshot(cart(), *store_, catalog_, priced_, context_);
}

Status Session::commit(Op op) {
  DeviceLog trial = log_;
  if (Status joined = trial.append(std::move(op)); !joined) return joined;
  Priced priced = price_cart(trial.cart(), *store_, catalog_, context_);
  if (priced.error && !priced_.error) return refuse(std::move(*priced.error));
  log_ = std::move(trial);
  adopt(std::move(priced));
  return {};
}

void Session::refresh() {
  if (!store_ || !opened_) return;
  adopt(price_cart(cart(), *store_, catalog_, context_));
}

void Session::adopt(Priced priced) {
  priced_ = std::move(priced);
  outlook_ = outlook_mark(cart(), store_->document(), priced_);
  link_edits();
  remember_prices();
  ++revision_;
  ++structure_;
}

DeviceLog::Saved Session::save() const {
  DeviceLog::Saved saved = log_.save();
  saved.seen = context_.seen;
  return saved;
}

void Session::remember_prices() {
  if (priced_.error) return;
  std::vector<SeenPrice> seen;
  for (std::size_t i = 0; i < edits_.size(); ++i) {
    const std::string& sku = cart().lines[i].sku;
    if (const SeenPrice* known = find_seen(context_.seen, sku, i)) {
      seen.push_back(*known);
    } else if (goods_[i].variant != nullptr) {
      seen.push_back({sku, unit_price_of(priced_.input, priced_.totals, i)});
    }
  }
  context_.seen = std::move(seen);
}

void Session::accept_prices() {
  context_.seen.clear();
  refresh();
}

void Session::link_edits() {
  const auto& lines = cart().lines;
  edits_.assign(lines.size(), {});
  goods_ = goods_of(cart(), catalog_);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    edits_[i].shared = goods_[i].product != nullptr && shares_limits(*goods_[i].product);
    if (lines[i].customizations.empty()) continue;
    for (std::size_t k = 0; k < lines.size(); ++k) {
      if (k != i && lines[k].sku == lines[i].sku) edits_[i].shared = edits_[k].shared = true;
    }
  }
  const auto& pending = log_.pending();
  for (std::size_t p = log_.untaken_from(); p < pending.size(); ++p) {
    if (pending[p].kind != OpKind::set) continue;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const auto& lots = lines[i].lots;
      const bool alone =
          lots.size() == 1 && lots[0].replica == pending[p].replica && lots[0].n == pending[p].n;
      if (alone) edits_[i].open_op = static_cast<std::int32_t>(p);
    }
  }
}

}  // namespace sealcart
