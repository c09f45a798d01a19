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
inline constexpr std::int32_t kQuantity = 9'999;       // units of one line
inline constexpr std::int32_t kUnits = 1'000'000'000;  // in stock, of a product in an order
inline constexpr std::size_t kLines = 1'000;
inline constexpr std::size_t kLots = 64;      // live lots of one line
inline constexpr std::size_t kReplicas = 32;  // devices and tabs of one cart
inline constexpr std::size_t kCodes = 16;
inline constexpr std::size_t kLinesPerVariant = 64;  // of one cart, told apart by their texts
inline constexpr std::size_t kOpsPerBatch = 256;
inline constexpr std::int64_t kCounter = kAmount;  // log index, lamport time, replica id

// Sharing a cart, and its life on the server.
inline constexpr std::size_t kDevices = 64;        // with access to one cart
inline constexpr std::size_t kPairings = 4;        // open at a time, of one cart
inline constexpr std::int32_t kPairingSec = 120;   // a pairing code is good for
inline constexpr std::size_t kCustomerCarts = 32;  // of one customer, saved lists among them
inline constexpr std::int32_t kLinkDays = 90;      // a restore link may be good for
inline constexpr std::size_t kLabelBytes = 100;    // name of a device or of a cart
inline constexpr std::size_t kLoginTokenBytes = 4'096;
inline constexpr std::size_t kCompactBytes = 256 * 1024;  // a cart's state in compact form

// Catalogue and store document.
inline constexpr std::size_t kProducts = 20'000;
inline constexpr std::size_t kVariantsPerProduct = 2'048;
inline constexpr std::size_t kAvailabilityBytes = 32 * 1024;  // of one product, as a text
inline constexpr std::size_t kOptions = 8;
inline constexpr std::size_t kOptionValues = 256;
inline constexpr std::size_t kTaxCategories = 32;
inline constexpr std::size_t kZones = 512;
inline constexpr std::size_t kPlacesPerZone = 512;
inline constexpr std::size_t kTaxRates = 4'096;
inline constexpr std::size_t kPromotions = 256;
inline constexpr std::size_t kShippingMethods = 64;
inline constexpr std::size_t kFees = 32;
inline constexpr std::size_t kNeeds = 8;                // lines a promotion asks for
inline constexpr std::size_t kTiers = 32;               // of one promotion
inline constexpr std::size_t kListPrices = 64;          // of one variant
inline constexpr std::size_t kTags = 32;                // of one product
inline constexpr std::size_t kRatesPerCategory = 8;     // tax rates of one category in one zone
inline constexpr std::size_t kCompoundRates = 2;        // of them on top of the others
inline constexpr std::size_t kDealCombinations = 4096;  // of promotions that exclude each other
inline constexpr std::size_t kSelectors = 1'024;        // SKUs or categories one rule names

// Shipping tables and delivery dates.
inline constexpr std::size_t kTableSections = 32;
inline constexpr std::size_t kTablePlaces = 128;   // of one section
inline constexpr std::size_t kTableRegions = 128;  // of one place
inline constexpr std::size_t kTableRows = 256;     // of one section
inline constexpr std::size_t kPickupLocations = 512;
inline constexpr std::size_t kHolidays = 512;                // of one calendar
inline constexpr std::int32_t kLeadDays = 365;               // of each part of a delivery
inline constexpr std::int32_t kUtcOffsetWestMin = -12 * 60;  // civil time lies within these
inline constexpr std::int32_t kUtcOffsetEastMin = 14 * 60;

// Invoices, tenders, refunds.
inline constexpr std::size_t kDecimalBytes = 40;        // of one decimal as text
inline constexpr std::int32_t kDecimalPlaces = 12;      // decimals that are not zeros at the end
inline constexpr std::int32_t kInvoiceDecimals = 4;     // ISO 4217 has no currency with more
inline constexpr std::int64_t kInvoicePercent = 1'000;  // of a rate or an allowance
inline constexpr std::size_t kInvoiceAdjustments = 64;  // of a line, and of the document
inline constexpr std::size_t kInvoiceTaxes = 16;        // of a line
inline constexpr std::size_t kInvoiceTaxRows = 256;     // of the tax summary
inline constexpr std::size_t kTenders = 16;             // of one order
inline constexpr std::size_t kTaxShares = 64;           // tax rates in one amount
inline constexpr std::size_t kRefundComponents = 2 * kLines;  // lines, shipping, fees, taxes
inline constexpr std::size_t kRefundItems = 2 * kLines;       // of one request

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
inline constexpr std::size_t kPhoneBytes = 250;  // as typed, with separators
inline constexpr std::size_t kCardNumberBytes = 64;
inline constexpr std::size_t kBankIdBytes = 64;  // an IBAN, a VAT or tax id
inline constexpr std::size_t kDateBytes = 32;
inline constexpr std::size_t kLocaleBytes = 35;  // RFC 5646, 4.4.1
inline constexpr std::size_t kCustomizationBytes = 500;

// Forms and their tables.
inline constexpr std::size_t kFormBytes = 16 * 1024;  // all fields of one form
inline constexpr std::size_t kFormFields = 64;
inline constexpr std::size_t kFieldConditions = 4;
inline constexpr std::size_t kFieldChoices = 300;  // as many as there are countries
inline constexpr std::size_t kFindings = 128;      // of one form
inline constexpr std::size_t kPackBytes = 512 * 1024;
inline constexpr std::size_t kCustomizations = 8;  // texts of one line

}  // namespace sealcart::limits
