#include "resolve_shipping.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace sealcart::pricing {
namespace {

// Where an order without an address is reckoned to go: the first place of the default zone.
Destination stand_in(const StoreDocument& doc, std::size_t zone) {
  if (doc.zones[zone].places.empty()) return {};
  const Place& place = doc.zones[zone].places.front();
  return {place.country, place.regions.empty() ? "" : place.regions.front(), place.postal_from};
}

// What is sold in advance keeps the whole order waiting.
Timestamp taken_up_from(const Resolving& at) {
  Timestamp moment = at.context.now;
  for (const LineItem& line : at.cart.lines) {
    const auto entry = at.catalog.find(line.sku);
    if (!entry || !entry->variant->ships || !entry->product->preorder_from) continue;
    moment = std::max(moment, *entry->product->preorder_from);
  }
  return moment;
}

class ShippingResolver {
 public:
  ShippingResolver(Resolving& at, std::size_t zone)
      : at_(at),
        input_(at.input),
        lead_(lead_time_of(at.cart, at.catalog)),
        taken_up_(taken_up_from(at)) {
    destination_ = input_.no_address ? stand_in(at.doc(), zone) : at.cart.destination;
  }

  void run(std::size_t zone) {
    const auto& methods = at_.doc().shipping_methods;
    bool splits = false;
    bool any_delivery = false;
    for (std::size_t m = 0; m < methods.size(); ++m) {
      if (!at_.store.method_serves(methods[m], zone)) continue;
      add(methods[m], static_cast<std::int32_t>(m));
      splits |= methods[m].split;
      any_delivery |= input_.delivery.back().has_value();
    }
    if (!any_delivery) input_.delivery.clear();
    if (splits) number_parcels();
    if (!input_.parcel_rates.empty()) pack_units();
  }

 private:
  std::int64_t charged(const ShippingMethod& method, std::int64_t listed) const {
    return at_.taxes.price(listed, method.tax_category);
  }

  void add(const ShippingMethod& method, std::int32_t rule) {
    Charge charge;
    charge.rule = rule;
    charge.tax_slot = at_.taxes.slot(method.tax_category);
    charge.amount = charged(method, method.amount);
    charge.per_item = charged(method, method.per_item);
    charge.pickup = !method.pickup.empty();
    if (method.free_from) charge.free_from = *method.free_from;
    if (method.table) take_table(method, charge);
    schedule(method, charge);
    if (charge.free_from < kNever) {
      charge.goal = static_cast<std::int32_t>(input_.goals.size());
      input_.goals.push_back({GoalKind::free_shipping, rule});
    }
    if (method.id == at_.cart.shipping_method) {
      input_.chosen_shipping = static_cast<std::int32_t>(input_.shipping.size());
    }
    input_.shipping.push_back(charge);
  }

  void take_table(const ShippingMethod& method, Charge& charge) {
    const auto section = section_for(*method.table, destination_);
    if (!section) {
      charge.bar = ShippingBar::place;
      return;
    }
    charge.rates = static_cast<std::int32_t>(input_.parcel_rates.size());
    ParcelRates& rates = input_.parcel_rates.emplace_back();
    rates.split = method.split;
    rates.table.measure = method.table->measure;
    rates.table.edge = method.table->edge;
    copy_section(method, *section, rates);
    if (input_.no_address) {
      const TableReach& reach = at_.store.reach(static_cast<std::size_t>(charge.rule));
      rates.everywhere = reach.everywhere;
      for (const std::size_t s : reach.sections) copy_section(method, s, rates);
    }
    // A table that is all the method charges makes it free from its own threshold on.
    const auto free_from = rates.table.sections.front().free_from;
    if (free_from && charge.amount == 0 && charge.per_item == 0) {
      charge.free_from = std::min(charge.free_from, *free_from);
    }
  }

  void copy_section(const ShippingMethod& method, std::size_t index, ParcelRates& rates) const {
    const TableSection& listed = method.table->sections[index];
    TableSection section{{}, listed.rows, charged(method, listed.minimum), {}, listed.free_from};
    if (listed.maximum) section.maximum = charged(method, *listed.maximum);
    for (TableRow& row : section.rows) {
      row.amount = charged(method, row.amount);
      row.step_amount = charged(method, row.step_amount);
      row.per_item = charged(method, row.per_item);
    }
    rates.table.sections.push_back(std::move(section));
  }

  // Dates need the moment; that something would spoil on the way is known without.
  void schedule(const ShippingMethod& method, Charge& charge) {
    auto& days = input_.delivery.emplace_back();
    if (!method.delivery) {
      if (lead_.keeps_days && method.max_days > *lead_.keeps_days) bar(charge);
      return;
    }
    const auto schedule = schedule_of(*method.delivery);
    if (!schedule) return;
    const auto found = delivery_days(*schedule, {method.min_days, method.max_days}, lead_,
                                     taken_up_, at_.context.utc_offset_min);
    if (!found) {
      if (found.error().code == ErrorCode::shipping_method_unavailable) bar(charge);
      return;
    }
    if (at_.context.now.ms > 0) days = *found;
    std::int64_t& next = input_.delivery_change_ms;
    if (next == 0 || found->changes_at.ms < next) next = found->changes_at.ms;
  }

  static void bar(Charge& charge) {
    if (charge.bar == ShippingBar::none) charge.bar = ShippingBar::spoils;
  }

  // By shipping group and origin, in the order of their first lines.
  void number_parcels() {
    std::map<std::pair<std::string_view, std::string_view>, std::uint32_t> known;
    parcels_.assign(at_.cart.lines.size(), 0);
    for (std::size_t i = 0; i < parcels_.size(); ++i) {
      const auto entry = at_.catalog.find(at_.cart.lines[i].sku);
      if (!entry || !entry->variant->ships) continue;
      const std::pair<std::string_view, std::string_view> key(entry->product->shipping_group,
                                                              entry->variant->origin);
      parcels_[i] = known.emplace(key, input_.parcel_count).first->second;
      input_.parcel_count = static_cast<std::uint32_t>(known.size());
    }
  }

  void pack_units() {
    input_.packed.resize(at_.cart.lines.size());
    for (std::size_t i = 0; i < input_.packed.size(); ++i) {
      const auto entry = at_.catalog.find(at_.cart.lines[i].sku);
      if (!entry) continue;
      input_.packed[i] = {entry->variant->weight_g, entry->variant->volume_cm3,
                          parcels_.empty() ? 0 : parcels_[i]};
    }
  }

  Resolving& at_;
  PriceInput& input_;
  LeadTime lead_;
  Timestamp taken_up_;
  Destination destination_;
  std::vector<std::uint32_t> parcels_;  // beside the lines
};

}  // namespace

LeadTime lead_time_of(const Cart& cart, const Catalog& catalog) {
  std::vector<LeadTime> all;
  for (const LineItem& line : cart.lines) {
    const auto entry = catalog.find(line.sku);
    if (!entry || !entry->variant->ships) continue;
    all.push_back({entry->product->make_days, entry->product->keeps_days});
  }
  return longest_lead(all);
}

void resolve_shipping(Resolving& at) {
  at.input.no_address = at.cart.destination.country.empty();
  if (at.zone) ShippingResolver(at, *at.zone).run(*at.zone);
}

}  // namespace sealcart::pricing
