// Lines become parcels by shipping group and origin; pickup needs a place.
#include "sealcart/parcel.h"

#include <gtest/gtest.h>

#include "sealcart/limits.h"
#include "sealcart/pickup.h"
#include "support/told.h"

namespace sealcart {
namespace {

ParcelLine line(std::string_view group, std::string_view origin, std::int64_t quantity) {
  return {group, origin, quantity, 250, 40, 1000 * quantity};
}

TEST(Pack, WithoutSplittingIsOneParcel) {
  const auto packing = pack(std::vector{line("bulky", "Ghent", 2), line("", "Turin", 3)}, false);
  must(packing);
  EXPECT_EQ(packing->parcels, (std::vector<Parcel>{{1250, 200, 5, 5000}}));
  EXPECT_EQ(packing->of_line, (std::vector<std::uint32_t>{0, 0}));
  EXPECT_EQ(packing->subtotal, 5000);
}

TEST(Pack, SplitsByGroupAndOriginInTheOrderOfTheLines) {
  const std::vector lines{line("bulky", "Ghent", 1), line("", "Ghent", 2),
                          line("bulky", "Turin", 3), line("", "Ghent", 4),
                          line("bulky", "Ghent", 5)};
  const auto packing = pack(lines, true);
  must(packing);
  EXPECT_EQ(packing->of_line, (std::vector<std::uint32_t>{0, 1, 2, 1, 0}));
  EXPECT_EQ(packing->parcels,
            (std::vector<Parcel>{{1500, 240, 6, 6000}, {1500, 240, 6, 6000}, {750, 120, 3, 3000}}));
  EXPECT_EQ(packing->subtotal, 15'000);
}

TEST(Pack, GroupAndOriginAreNotRunTogether) {
  EXPECT_EQ(pack(std::vector{line("ab", "c", 1), line("a", "bc", 1)}, true)->parcels.size(), 2u);
}

TEST(Pack, NothingIsNoParcel) {
  const auto packing = pack({}, false);
  must(packing);
  EXPECT_TRUE(packing->parcels.empty());
}

TEST(Pack, RefusesSumsThatAreTooLarge) {
  ParcelLine heavy = line("", "", 1);
  heavy.weight_g = limits::kAmount;
  EXPECT_EQ(told(pack(std::vector{heavy}, true)), "ok");
  EXPECT_EQ(told(pack(std::vector{line("a", "", 1), heavy, heavy}, true)),
            "amount_overflow at parcels[1]");
  heavy.quantity = 2;
  EXPECT_EQ(told(pack(std::vector{heavy}, true)), "amount_overflow at parcels[0]");
  ParcelLine dear = line("", "", 1);
  dear.subtotal = limits::kAmount;
  EXPECT_EQ(told(pack(std::vector{dear, line("a", "", 1)}, true)), "amount_overflow at parcels[1]");
}

std::vector<PickupLocation> two_shops() {
  std::vector<PickupLocation> shops(2);
  shops[0] = {"mill", "Mill Lane", {}};
  shops[1] = {"dock", "Old Dock", {}};
  for (PickupLocation& shop : shops) shop.address.country = "GB";
  return shops;
}

TEST(Pickup, NeedsOneOfTheLocations) {
  EXPECT_EQ(find_pickup(two_shops(), "dock"), 1u);
  EXPECT_EQ(told(find_pickup(two_shops(), "")), "field_required at pickupLocation");
  EXPECT_EQ(told(find_pickup(two_shops(), "pier")),
            "store_reference_unknown at pickupLocation id=pier");
}

TEST(Pickup, MistakesInTheListAreTold) {
  std::vector<PickupLocation> shops = two_shops();
  EXPECT_TRUE(pickup_mistakes(shops).empty());
  shops[1].id = "mill";
  shops[1].address.country = "UK";
  EXPECT_EQ(told(pickup_mistakes(shops)),
            (std::vector<std::string>{"store_duplicate_id at [1].id id=mill",
                                      "country_unknown at [1].address.country"}));
  EXPECT_EQ(
      told(pickup_mistakes({})),
      (std::vector<std::string>{"store_value_conflict what=a pickup method needs a location"}));
}

TEST(Pickup, ALocationIsReadAndWrittenAsJson) {
  const std::string text =
      R"({"id":"mill","name":"Mill Lane","address":{"name":"","line1":"1 Mill Lane","line2":"",)"
      R"("city":"York","region":"","postalCode":"YO1 7EP","country":"GB","phone":""}})";
  const auto location = read_json<PickupLocation>(text);
  must(location);
  EXPECT_EQ(json(*location), text);
}

}  // namespace
}  // namespace sealcart
