// The figures a case expects, read off the snapshot the core gives.
#pragma once

#include <map>

#include "support/peers/peer_shop.h"

namespace sealcart::peers {

// One priced request and what can be asked about it. Some platforms print figures the snapshot does
// not hold, such as the discount without its tax; they are answers of the same core to a further
// request, never arithmetic done here.
class Figures {
 public:
  Figures(PeerShop& shop, Snapshot snapshot) : shop_(shop), now_(std::move(snapshot)) {}

  // What differs from `expected`, figure by figure; "" when nothing does. A figure that is not
  // known here makes the case not expressible.
  std::string differences(const Json& expected);

 private:
  using Line = const SnapshotLine*;

  std::string compare(const std::string& name, const Json& expected);
  std::string compare_lines(const std::string& name, const Json& expected);
  std::string compare_units(const Json& expected);
  std::string compare_summary(const Json& expected);
  std::string compare_discounts(const Json& expected);
  std::string compare_tax_list(const Json& expected);
  std::string compare_amount(const std::string& name, std::int64_t ours, const Json& expected);

  std::optional<std::int64_t> order_figure(const std::string& name);
  std::optional<std::int64_t> further_figure(const std::string& name);
  std::optional<std::int64_t> line_figure(const std::string& name, const PeerLine& line);

  Line line_of(const PeerLine& line) const;
  std::int64_t shipping_tax(bool additional_only) const;
  std::int64_t promotion_off(const std::string& promotion, const PeerLine& line) const;
  std::int64_t applied_promotions() const;
  // The same cart without promotions; what a discount would cost as goods.
  const Snapshot& undiscounted();
  const Snapshot& discount_as_goods();

  PeerShop& shop_;
  Snapshot now_;
  std::optional<Snapshot> undiscounted_;
  std::optional<Snapshot> as_goods_;
};

}  // namespace sealcart::peers
