#include "support/customer_desk.h"

#include "sealcart/seal/base64url.h"

namespace sealcart::server::testing {

std::string capability_named(std::string_view name) {
  std::array<char, kCapabilityBytes + 1> text;
  seal::encode_text(blake2b(name), text);
  return {text.data(), kCapabilityBytes};
}

Hash32 hash_named(std::string_view name) { return capability_hash(capability_named(name)).value(); }

Outcome<LoginAnswer> CustomerDesk::sign_in(const SignIn& how) {
  return sign_in(how, login_token(shop_, how.subject));
}

Outcome<LoginAnswer> CustomerDesk::sign_in(const SignIn& how, const std::string& token) {
  return shop_.run<LoginAnswer>([&](Work& work) {
    const LoginRequest request{
        token, capability_named(how.device), how.cart, how.saved, how.policy, how.device};
    return outcome_of(server::sign_in(work, request, how.guest));
  });
}

bool CustomerDesk::sign_out(std::string_view device) {
  return shop_
      .run<bool>([&](Work& work) -> Outcome<bool> {
        const Result<SessionRecord> session = open_session(work, hash_named(device));
        if (!session) return refuse(session.error());
        end_session(work, *session);
        return true;
      })
      .has_value();
}

std::vector<CustomerCart> CustomerDesk::carts(std::string_view device) {
  return shop_
      .run<std::vector<CustomerCart>>([&](Work& work) -> Outcome<std::vector<CustomerCart>> {
        const SessionRecord session = open_session(work, hash_named(device)).value();
        return list_customer_carts(work, session.customer);
      })
      .value();
}

Outcome<CustomerCart> CustomerDesk::make(std::string_view device, const CartId& cart, CartUse use,
                                         const std::string& name) {
  return shop_.run<CustomerCart>([&](Work& work) -> Outcome<CustomerCart> {
    const SessionRecord session = open_session(work, hash_named(device)).value();
    const auto made = make_customer_cart(work, session, {cart, name, use});
    if (!made) return refuse(made.error());
    return made->cart;
  });
}

std::string CustomerDesk::change(std::string_view device, const CartId& cart,
                                 const CustomerCartChange& change) {
  return told(shop_.run<CustomerCart>([&](Work& work) {
    const SessionRecord session = open_session(work, hash_named(device)).value();
    return outcome_of(change_customer_cart(work, session, cart, change));
  }));
}

std::string CustomerDesk::remove(std::string_view device, const CartId& cart) {
  return told(shop_.run<bool>([&](Work& work) -> Outcome<bool> {
    const SessionRecord session = open_session(work, hash_named(device)).value();
    const Status removed = delete_customer_cart(work, session, cart);
    if (!removed) return refuse(removed.error());
    return true;
  }));
}

Outcome<MoveAnswer> CustomerDesk::move(std::string_view device, const CartId& from,
                                       const MoveRequest& request) {
  return shop_.run<MoveAnswer>([&](Work& work) -> Outcome<MoveAnswer> {
    const auto source = open_cart(work, from, hash_named(device), AccessScope::edit);
    if (!source) return refuse(source.error());
    const auto target = open_cart(work, request.to, hash_named(device), AccessScope::edit);
    if (!target) return refuse(target.error());
    return outcome_of(move_line(work, *source->cart, *target->cart, request));
  });
}

std::string CustomerDesk::opens(const CartId& cart, std::string_view device, AccessScope scope) {
  return told(shop_.run<bool>([&](Work& work) -> Outcome<bool> {
    const Result<Visit> visit = open_cart(work, cart, hash_named(device), scope);
    if (!visit) return refuse(visit.error());
    return true;
  }));
}

std::int64_t CustomerDesk::units(const CartId& cart, std::string_view sku) {
  return shop_
      .on_cart<std::int64_t>(cart,
                             [&](Work&, const CartState& state) -> Outcome<std::int64_t> {
                               std::int64_t units = 0;
                               for (const LineItem& line : state.cart.lines) {
                                 if (line.sku == sku) units += quantity_of(line.lots);
                               }
                               return units;
                             })
      .value();
}

}  // namespace sealcart::server::testing
