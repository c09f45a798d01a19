// Every maximum in one place. A test stands at each edge and one step past it.
//
// Each input a person or a program can send is bounded here, so that memory, time and every
// intermediate product of the arithmetic are bounded too.
#pragma once

#include <cstddef>
#include <cstdint>

namespace sealcart::limits {

// JSON (RFC 8259) before anything is built from it.
inline constexpr std::size_t kJsonBytes = 64 * 1024;  // one request, command or operation batch
inline constexpr std::size_t kStoreJsonBytes = 1024 * 1024;    // one store document
inline constexpr std::size_t kCatalogJsonBytes = 4096 * 1024;  // one catalogue slice
inline constexpr std::size_t kStateJsonBytes = 4096 * 1024;    // one saved cart
inline constexpr int kJsonDepth = 32;

// Money: |amount| <= 2^53-1 minor units, so a JSON number and a JavaScript number hold it exactly.
inline constexpr std::int64_t kAmount = (std::int64_t{1} << 53) - 1;
// A unit price times the largest quantity stays far inside 64 bits.
inline constexpr std::int64_t kUnitPrice = 1'000'000'000'000;  // 10^12 minor units
inline constexpr std::int32_t kRatePpm = 10'000'000;           // 1,000 %
inline constexpr std::int32_t kDiscountPpm = 1'000'000;        // 100 %

// Cart.
inline constexpr std::int32_t kQuantity = 9'999;  // units of one line
inline constexpr std::size_t kLines = 1'000;
inline constexpr std::size_t kLots = 64;      // live lots of one line
inline constexpr std::size_t kReplicas = 32;  // devices and tabs of one cart
inline constexpr std::size_t kCodes = 16;
inline constexpr std::size_t kOpsPerBatch = 256;
inline constexpr std::int64_t kCounter = kAmount;  // log index, lamport time, replica id

// Catalogue and store document.
inline constexpr std::size_t kProducts = 20'000;
inline constexpr std::size_t kVariantsPerProduct = 2'048;
inline constexpr std::size_t kOptions = 8;
inline constexpr std::size_t kOptionValues = 256;
inline constexpr std::size_t kTaxCategories = 32;
inline constexpr std::size_t kZones = 512;
inline constexpr std::size_t kPlacesPerZone = 512;
inline constexpr std::size_t kTaxRates = 4'096;
inline constexpr std::size_t kPromotions = 256;
inline constexpr std::size_t kShippingMethods = 64;
inline constexpr std::size_t kFees = 32;
inline constexpr std::size_t kSelectors = 1'024;  // SKUs or categories one rule names

// Text, in bytes of UTF-8.
inline constexpr std::size_t kIdBytes = 64;
inline constexpr std::size_t kSkuBytes = 64;
inline constexpr std::size_t kCodeBytes = 64;
inline constexpr std::size_t kNameBytes = 200;
inline constexpr std::size_t kDescriptionBytes = 2'000;
inline constexpr std::size_t kUrlBytes = 500;
inline constexpr std::size_t kAddressLineBytes = 200;
inline constexpr std::size_t kPostalCodeBytes = 16;
inline constexpr std::size_t kEmailBytes = 254;  // RFC 5321, 4.5.3.1.3 (path of 256)

}  // namespace sealcart::limits
