// Every document that crosses a boundary as JSON, in the order WIRE.md shows them. The types they
// are made of follow by themselves. TypeScript, JSON Schema and WIRE.md are emitted from this list.
#pragma once

#include <array>

#include "sealcart/access.h"
#include "sealcart/address_layout.h"
#include "sealcart/availability.h"
#include "sealcart/catalog.h"
#include "sealcart/checkout.h"
#include "sealcart/customer.h"
#include "sealcart/form.h"
#include "sealcart/op.h"
#include "sealcart/op_log.h"
#include "sealcart/option_matrix.h"
#include "sealcart/order.h"
#include "sealcart/pairing.h"
#include "sealcart/problem.h"
#include "sealcart/snapshot.h"
#include "sealcart/store.h"
#include "sealcart/sync.h"
#include "sealcart/validate_request.h"

namespace sealcart {

inline constexpr std::array kWireDocuments{
    &docs_of<StoreDocument>(),
    &docs_of<CatalogSlice>(),
    &docs_of<Command>(),
    &docs_of<Snapshot>(),
    &docs_of<Problem>(),
    &docs_of<Op>(),
    &docs_of<LogEntry>(),
    &docs_of<DeviceLog::Saved>(),
    &docs_of<CartRequest>(),
    &docs_of<CartCreated>(),
    &docs_of<OpBatch>(),
    &docs_of<LogBatch>(),
    &docs_of<DeviceList>(),
    &docs_of<DeviceLabel>(),
    &docs_of<CapabilityChange>(),
    &docs_of<RestoreLinkRequest>(),
    &docs_of<RestoreLinkMade>(),
    &docs_of<RestoreRequest>(),
    &docs_of<CartAccess>(),
    &docs_of<PairingRequest>(),
    &docs_of<PairingOffer>(),
    &docs_of<PairingClaim>(),
    &docs_of<Pairing>(),
    &docs_of<PairingList>(),
    &docs_of<PairingApproval>(),
    &docs_of<LoginRequest>(),
    &docs_of<LoginAnswer>(),
    &docs_of<CustomerCarts>(),
    &docs_of<CustomerCartRequest>(),
    &docs_of<CustomerCartChange>(),
    &docs_of<MoveRequest>(),
    &docs_of<MoveAnswer>(),
    &docs_of<CheckoutForm>(),
    &docs_of<QuoteRequest>(),
    &docs_of<Quote>(),
    &docs_of<OrderRequest>(),
    &docs_of<Order>(),
    &docs_of<ShopperQuestion>(),
    &docs_of<ShopperFacts>(),
    &docs_of<OptionsQuestion>(),
    &docs_of<OptionsView>(),
    &docs_of<FormSchema>(),
    &docs_of<ValidateRequest>(),
    &docs_of<FieldVerdict>(),
    &docs_of<AddressLayout>(),
    &docs_of<ProductAvailability>(),
    &docs_of<AvailabilityQuestion>(),
};

}  // namespace sealcart
