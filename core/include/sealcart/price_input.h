// Everything price() needs, as plain columns: no text, no lookups. resolve() fills it from names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sealcart/limits.h"
#include "sealcart/money.h"
#include "sealcart/promotion.h"
#include "sealcart/ratio.h"
#include "sealcart/rounding_rules.h"
#include "sealcart/store.h"

namespace sealcart {

inline constexpr std::int32_t kNone = -1;
// Above every amount: a bound that is never reached.
inline constexpr std::int64_t kNever = limits::kAmount + 1;

// One tax rate that applies. Entry 0 of PriceInput::rates is "untaxed".
struct TaxPart {
  std::int32_t rate = kNone;  // index into the store's tax_rates
  std::int32_t rate_ppm = 0;
  bool compound = false;
};

// The taxes of one category: `parts` entries of PriceInput::rates from `first` on. Slot 0 is
// "untaxed".
struct TaxSlot {
  std::int32_t rate_ppm = 0;  // of the only part
  std::uint32_t first = 0;
  std::uint32_t parts = 1;
  bool included = false;
  Ratio share;  // what of a taxable amount the only part takes
};

// A line. When every promotion of lines is a plain one, the best of them stands here; otherwise
// they are in PriceInput::rules.
struct LinePrice {
  std::int64_t unit_price = 0;
  std::int64_t unit_off = 0;      // fixed line promotion, minor units off each unit
  std::int32_t discount_ppm = 0;  // percent line promotion
  std::int32_t quantity = 0;
  std::uint32_t tax_slot = 0;
  std::int32_t promotion = kNone;  // index into the store's promotions
};

// A unit price from a number of units on; by rising number and falling price.
struct VolumePrice {
  std::int32_t min_quantity = 1;
  std::int64_t amount = 0;
  std::int32_t entry = kNone;  // index into the variant's prices; none: its own price
};

struct Span {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

// Lines a rule asks for.
struct RuleNeed {
  Span lines;  // into PriceInput::rule_lines
  std::int64_t quantity = 1;
  std::int64_t subtotal = 0;
};

// A promotion that may apply: its code, zone, group and time were looked at already.
struct Rule {
  std::int32_t promotion = kNone;  // index into the store's promotions
  PromotionTarget target = PromotionTarget::order;
  PromotionKind kind = PromotionKind::percent;
  PromotionLane lane = PromotionLane::main;
  PromotionPer per = PromotionPer::unit;
  TierBy tier_by = TierBy::subtotal;
  UnitChoice choose = UnitChoice::cheapest;
  bool competes = true;   // with those of its class and lane
  bool all_lines = true;  // else `lines`
  bool has_further = false;
  std::int32_t rate_ppm = 0;
  std::int64_t amount = 0;
  std::int64_t further_amount = 0;
  std::int64_t min_subtotal = 0;
  std::int64_t max_subtotal = kNever;
  std::int64_t min_quantity = 0;
  std::int64_t max_amount = kNever;
  std::int32_t max_units = 0;
  std::int32_t max_units_per_line = 0;
  std::int32_t buy = 0;  // 0: no buy X get Y and no group
  std::int32_t get = 0;
  std::int32_t max_times = 0;
  std::int32_t priority = 0;
  bool alone = false;         // goes with no other promotion
  std::int32_t goal = kNone;  // index into PriceInput::goals
  bool buy_own_lines = true;  // else `buy_lines`
  Span lines;                 // into PriceInput::rule_lines, rising
  Span buy_lines;
  Span needs;  // into PriceInput::needs
  Span tiers;  // into PriceInput::tiers
};

// What a shopper may still reach: a promotion's threshold or next tier, the free shipping of the
// method in use, the end of a fee.
enum class GoalKind : std::uint8_t { promotion, free_shipping, fee };
struct Goal {
  GoalKind kind = GoalKind::promotion;
  std::int32_t rule = kNone;  // index into the store's promotions, shipping methods or fees
};

// Why a shipping method can't be had whatever the parcels are: its table does not reach the place,
// or something perishable would not arrive in time.
enum class ShippingBar : std::uint8_t { none, place, spoils };

struct Charge {
  std::int32_t rule = kNone;  // index of the shipping method or fee
  std::int64_t amount = 0;
  std::int64_t per_item = 0;        // shipping: for each unit delivered
  std::int32_t rate_ppm = 0;        // fee: of the item subtotal after discounts
  std::int64_t free_from = kNever;  // shipping: free from this subtotal on
  std::int64_t below = kNever;      // fee: charged below this subtotal
  std::uint32_t tax_slot = 0;
  std::int32_t goal = kNone;   // index into PriceInput::goals
  std::int32_t rates = kNone;  // index into PriceInput::parcel_rates
  ShippingBar bar = ShippingBar::none;
  bool pickup = false;  // fetched by the shopper
};

// The rate table of a method with the amounts charged here. Its sections name no places: the first
// decides for the destination; while none is known, those that decide somewhere follow it.
struct ParcelRates {
  ShippingTable table;
  bool split = false;
  bool everywhere = true;  // false: some served address falls in no section
};

// What one unit of a line is in its parcel.
struct PackedUnit {
  std::int64_t weight_g = 0;
  std::int64_t volume_cm3 = 0;
  std::uint32_t parcel = 0;  // of those by shipping group and origin
};

// Two entries of PriceInput::rules that don't go together.
struct Conflict {
  std::uint16_t a = 0;
  std::uint16_t b = 0;
};

struct PriceInput {
  std::vector<LinePrice> lines;     // in the order of cart.lines
  std::vector<std::uint32_t> rank;  // place of the line id among all line ids: breaks ties

  // Beside `lines`, or empty when no line has such a thing.
  std::vector<Span> volume_of;             // into `volume`
  std::vector<std::int64_t> floors;        // of one unit
  std::vector<std::int64_t> plain_prices;  // the variants' own prices
  std::vector<std::uint8_t> stays;         // 1: needs no delivery
  std::vector<VolumePrice> volume;

  std::vector<Rule> rules;  // in the order in which they are applied
  std::vector<std::uint32_t> rule_lines;
  std::vector<RuleNeed> needs;
  std::vector<PromotionTier> tiers;
  std::vector<Conflict> conflicts;
  std::vector<Goal> goals;

  std::vector<Charge> shipping;          // every method that reaches the zone, in store order
  std::int32_t chosen_shipping = kNone;  // index into it; none: the cheapest stands in
  std::vector<ParcelRates> parcel_rates;
  std::vector<PackedUnit> packed;  // beside `lines`, or empty when no method has rates
  std::uint32_t parcel_count = 0;  // by shipping group and origin; 0: no method splits
  std::vector<std::optional<DeliveryDays>> delivery;  // beside `shipping`, or empty
  std::int64_t delivery_change_ms = 0;  // 0: none; when these days or a notice become others
  std::vector<Charge> fees;
  std::vector<TaxPart> rates;
  std::vector<TaxSlot> slots;
  std::vector<std::int64_t> tenders;  // what each may pay at most, in the order of use
  std::vector<std::string> tender_ids;

  RoundingProfile rounding;
  DealChoice choice = DealChoice::best_deal;
  DiscountBase discount_base = DiscountBase::running;
  TaxRelief relief = TaxRelief::none;
  std::int64_t next_change_ms = 0;        // 0: none; when another rule or price begins to count
  std::int32_t next_change_rule = kNone;  // index into the store's promotions; none: a price or tax
  bool plain = false;                     // an edit has a shorter way, see price_edit()
  bool ships = false;                     // some line needs delivery
  bool no_address = false;                // no country is known: the default zone stands in
  bool estimate = false;                  // address or method not chosen yet
};

}  // namespace sealcart
