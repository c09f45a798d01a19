#include "services/carts.h"

#include <utility>

#include "sealcart/op_log.h"
#include "sealcart/seal/base64url.h"
#include "sealcart/totals.h"
#include "services/accesses.h"
#include "services/compaction.h"
#include "services/retention.h"

namespace sealcart::server {

CartPtr keep(Work& work, CartState state) {
  auto kept = std::make_shared<const CartState>(std::move(state));
  work.touched.push_back(kept->record.id);
  work.carts.put(kept);
  return kept;
}

namespace {

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

// The cart as its record says. What is remembered of it may lack what another server wrote.
CartState state_of(Work& work, const CartRecord& record, const CartPtr& known) {
  const bool shared_as_known = known && known->record.sharing == record.sharing;
  auto sharing = shared_as_known ? known->sharing : read_sharing(work, record.id);
  if (!known || known->record.head < record.cut || known->record.head > record.head) {
    return {record, join_log(work.storage, record, record.head), std::move(sharing)};
  }
  CartState state{record, known->cart, std::move(sharing), known->tail};
  for_entries(work.storage, record.id, known->record.head, record.head, [&](const LogEntry& entry) {
    state.tail.push(std::make_shared<const LogEntry>(entry));
    return apply(state.cart, entry.op).has_value();
  });
  return state;
}

}  // namespace

std::optional<Hash32> capability_hash(std::string_view text) {
  std::array<std::uint8_t, 32> secret;
  const auto size = seal::decode_text(text, secret);
  if (!size || *size != secret.size()) return std::nullopt;
  return blake2b({reinterpret_cast<const char*>(secret.data()), secret.size()});
}

Result<MadeCart> make_cart(Work& work, const CartRequest& request, const Hash32& capability) {
  const Shop* shop = work.shops.find(request.store);
  if (!shop) {
    return refuse(
        Error(ErrorCode::value_not_allowed, "store").with("allowed", listed(work.shops.ids())));
  }
  if (request.currency != shop->currency()) {
    return refuse(Error(ErrorCode::currency_mismatch, "currency")
                      .with("given", request.currency)
                      .with("expected", shop->currency()));
  }
  if (const Result<CartPtr> there = load_cart(work, request.cart)) {
    if (!access_of(**there, capability, work.now)) return refuse(Error(ErrorCode::unauthorized));
    return MadeCart{{(*there)->record.id, (*there)->record.head}, false};
  }
  const CartState state = insert_cart(work, request.cart, *shop);
  SharingPen pen(work, state);
  AccessRecord access;
  access.id = random_id<AccessId>();
  access.capability = capability;
  access.scopes = Scopes::all();
  pen.add_with_room(std::move(access));
  pen.close();
  return MadeCart{{request.cart, 0}, true};
}

CartState insert_cart(Work& work, const CartId& cart, const Shop& shop) {
  CartState state;
  state.record.id = state.cart.id = cart;
  state.record.store = shop.id();
  state.record.currency = shop.currency();
  state.record.touched_day = day_of(work.now);
  state.record.created_at_ms = work.now.ms;
  state.sharing = std::make_shared<const Sharing>();
  work.storage.insert_cart(state.record, work.now);
  return state;
}

Result<CartPtr> load_cart(Work& work, const CartId& id) {
  const CartPtr known = work.carts.find(id);
  if (known && work.storage.is_current(known->record)) return known;
  std::optional<CartRecord> record = work.storage.cart(id);
  if (!record) return refuse(Error(ErrorCode::cart_unknown));
  auto loaded = std::make_shared<const CartState>(state_of(work, *record, known));
  work.carts.put(loaded);
  return loaded;
}

Result<Shop*> shop_of(Work& work, const CartState& state) {
  Shop* shop = work.shops.find(state.record.store);
  if (!shop) return refuse(Error(ErrorCode::store_not_loaded));
  return shop;
}

namespace {

// Of one log: another one when the database was restored from a backup, and when the cart was
// removed and made again.
std::int64_t epoch_of(const Work& work, const CartRecord& cart) {
  return (work.identity.epoch + cart.created_at_ms) % limits::kCounter + 1;
}

}  // namespace

Result<LogBatch> read_log(Work& work, const CartState& state, std::int64_t after) {
  const std::int64_t head = state.record.head;
  if (after > head) {
    return refuse(Error(ErrorCode::op_base_ahead, "after").with("base", after).with("head", head));
  }
  LogBatch batch{head, {}, epoch_of(work, state.record)};
  if (auto recent = state.tail.after(after, head)) {
    batch.entries = *std::move(recent);
    return batch;
  }
  if (after < state.record.cut) {
    batch.checkpoint = work.storage.checkpoint(state.record.id);
    after = state.record.cut;
  }
  batch.entries = work.storage.log(state.record.id, after, limits::kOpsPerBatch);
  return batch;
}

namespace {

Status write_op(Work& work, CartState& next, const Op& op) {
  if (Status joined = apply(next.cart, op); !joined) return joined;
  auto entry = std::make_shared<const LogEntry>(LogEntry{++next.record.head, op});
  work.storage.append(next.record.id, *entry);
  next.tail.push(std::move(entry));
  return {};
}

// Every cart keeps a place free for the server, which writes what an order takes out of it.
bool takes_last_place(const Cart& cart, const Op& op, ReplicaId server) {
  return cart.seen(op.replica) == 0 && cart.seen(server) == 0 &&
         cart.clocks.size() + 1 >= limits::kReplicas;
}

Status admit_from_outside(const Work& work, const CartState& next, const Op& op, const Shop& shop) {
  if (op.kind == OpKind::order) {
    return refuse(Error(ErrorCode::op_invalid, "kind").with("what", "only the server orders"));
  }
  if (op.replica == work.identity.replica) {
    return refuse(Error(ErrorCode::op_invalid, "replica").with("what", "that is the server's"));
  }
  if (takes_last_place(next.cart, op, work.identity.replica)) {
    return refuse(Error(ErrorCode::replicas_too_many, "replica")
                      .with("max", static_cast<std::int64_t>(limits::kReplicas - 1)));
  }
  return admit(next.cart, op, next.record.head, shop.store(), shop.catalog());
}

Status append_op(Work& work, CartState& next, const Op& op, const Shop& shop) {
  if (op.cart == next.record.id && op.n <= next.cart.seen(op.replica)) {
    if (work.storage.op(next.record.id, op.replica, op.n) == op) return {};
    return refuse(Error(ErrorCode::op_fork, "n").with("n", op.n));
  }
  if (Status admitted = admit_from_outside(work, next, op, shop); !admitted) return admitted;
  return write_op(work, next, op);
}

// As a device does: what would make the amounts overflow is refused, unless they did before.
Status check_amounts(const Work& work, const Cart& before, const Cart& after, const Shop& shop) {
  std::optional<Error> error = overflow_of(work, after, shop);
  if (!error || overflow_of(work, before, shop)) return {};
  return refuse(*std::move(error));
}

}  // namespace

std::optional<Error> overflow_of(const Work& work, const Cart& cart, const Shop& shop) {
  if (shop.surely_fits(cart)) return std::nullopt;
  return price_cart(cart, shop.store(), shop.catalog(), work.now).error;
}

Result<LogBatch> append_ops(Work& work, const CartState& state, const OpBatch& batch) {
  const Result<Shop*> shop = shop_of(work, state);
  if (!shop) return refuse(shop.error());
  CartState next = state;
  for (std::size_t i = 0; i < batch.ops.size(); ++i) {
    if (Status appended = append_op(work, next, batch.ops[i], **shop); !appended) {
      return refuse(std::move(appended.error()).inside("ops[" + std::to_string(i) + "]"));
    }
  }
  if (next.record.head == state.record.head) return read_log(work, state, batch.after);
  if (Status fits = check_amounts(work, state.cart, next.cart, **shop); !fits) {
    return refuse(std::move(fits.error()).inside("ops"));
  }
  compact(work, next.record);
  touch(work, next.record, life_of(next.record, next.cart));
  Result<LogBatch> answer = read_log(work, next, batch.after);
  if (!answer) return answer;
  work.changes.carts.push_back(next.record.id);
  work.changes.ops += static_cast<std::size_t>(next.record.head - state.record.head);
  keep(work, std::move(next));
  return answer;
}

ServerPen::ServerPen(Work& work, const CartState& state) : work_(work), next_(state) {}

Author ServerPen::author() const { return {work_.identity.replica, next_.record.head}; }

Status ServerPen::write(const Op& op) { return write_op(work_, next_, op); }

void ServerPen::close(std::optional<CartLife> life) {
  compact(work_, next_.record);
  touch(work_, next_.record, life.value_or(life_of(next_.record, next_.cart)));
  work_.changes.carts.push_back(next_.record.id);
  keep(work_, std::move(next_));
}

}  // namespace sealcart::server
