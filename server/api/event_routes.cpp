// GET /v1/carts/{cart}/events: a stream (WHATWG HTML, server-sent events) of log entries,
// or a checkpoint in place of them, orders, and pairings that wait.
#include <algorithm>

#include "api/inputs.h"
#include "api/routes.h"
#include "http/problem.h"
#include "services/pairings.h"

namespace sealcart::server::api {
namespace {

using http::Request;
using http::Response;

constexpr std::chrono::seconds kHeartbeat{15};

struct Start {
  CartId cart;
  Hash32 capability;
  std::int64_t after = 0;
  std::int64_t epoch = 0;
};

// What a stream has to tell; read again whenever the cart changed.
struct Page {
  LogBatch batch;
  std::vector<Pairing> pairings;  // for a device that may approve them
  bool orders = false;            // the device may see them
};

// Refused once the device's access is gone, which ends its stream.
Outcome<Page> page_after(Work& work, const CartId& cart, const Hash32& capability,
                         std::int64_t after) {
  const Result<Visit> visit = open_cart(work, cart, capability, AccessScope::view);
  if (!visit) return refuse(visit.error());
  Result<LogBatch> batch = read_log(work, *visit->cart, after);
  if (!batch) return refuse(batch.error());
  Page page{*std::move(batch), {}, visit->access->scopes.has(AccessScope::checkout)};
  if (visit->access->scopes.has(AccessScope::manage)) {
    page.pairings = claimed_pairings(*visit->cart, work.now);
  }
  return page;
}

Outcome<Start> start_of(Work& work, const Request& request) {
  const Result<CartId> id = id_of<CartId>(request.capture("cart"), "cart");
  if (!id) return refuse(id.error());
  const Result<Hash32> capability = own_capability(request);
  if (!capability) return refuse(capability.error());
  const std::string_view last = request.header("last-event-id");
  const Result<std::int64_t> after = last.empty() ? index_of(request.parameter("after"), "after")
                                                  : index_of(last, "Last-Event-ID");
  if (!after) return refuse(after.error());
  const Outcome<Page> readable = page_after(work, *id, *capability, *after);
  if (!readable) return std::unexpected(readable.error());
  return Start{*id, *capability, *after, readable->batch.epoch};
}

std::string checkpoint_event(const LogCheckpoint& checkpoint) {
  return "id: " + std::to_string(checkpoint.index) +
         "\nevent: checkpoint\ndata: " + to_json(checkpoint) + "\n\n";
}

std::string op_event(const LogEntry& entry) {
  return "id: " + std::to_string(entry.index) + "\nevent: op\ndata: " + to_json(entry) + "\n\n";
}

// A first line at once tells the page that the stream stands; then which log it is about, for the
// entries of another one do not continue what the page has.
std::string first_lines(const Start& start) {
  std::string text = "retry: 1000\n\n";
  if (start.epoch != 0) text += "event: epoch\ndata: " + std::to_string(start.epoch) + "\n\n";
  return text;
}

// One reader, and what it has been told.
class Follower {
 public:
  Follower(App& app, const Start& start, http::EventStream& stream)
      : app_(app), stream_(stream), start_(start), listener_(app.news(), start.cart) {}

  Awaitable<void> tell_all() {
    if (!co_await stream_.write(first_lines(start_))) co_return;
    if (!co_await send_cart()) co_return;
    while (!listener_.stopped()) {
      co_await listener_.wait(kHeartbeat);
      if (listener_.stopped()) co_return;
      const bool cart_moved = listener_.take_cart_moved();
      if (cart_moved && !co_await send_cart()) co_return;
      if (!co_await send_orders()) co_return;
      if (!cart_moved && !co_await stream_.write(":\n\n")) co_return;
    }
  }

 private:
  // Sends what the log has beyond the last entry sent; false: the reader is gone, or to go.
  Awaitable<bool> send_cart() {
    while (true) {
      // Named before it is awaited: GCC 12 destroys a closure made inside a co_await call twice.
      std::function<Outcome<Page>(Work&)> read = [start = start_](Work& work) {
        return page_after(work, start.cart, start.capability, start.after);
      };
      const Outcome<Page> page =
          co_await app_.run<Page>(std::move(read), Foreseen::read_of(start_.cart));
      if (!page || page->batch.epoch != start_.epoch) co_return false;
      sees_orders_ = page->orders;
      std::string text = pairing_events(page->pairings);
      const LogBatch& batch = page->batch;
      if (batch.checkpoint) text += checkpoint_event(*batch.checkpoint);
      for (const LogEntry& entry : batch.entries) text += op_event(entry);
      if (!text.empty() && !co_await stream_.write(std::move(text))) co_return false;
      if (batch.entries.empty() && !batch.checkpoint) co_return true;
      start_.after = batch.entries.empty() ? batch.checkpoint->index : batch.entries.back().index;
      if (start_.after >= batch.head) co_return true;
    }
  }

  // Each one when it begins to wait, and when it was decided.
  std::string pairing_events(const std::vector<Pairing>& pairings) {
    const bool is_first = std::exchange(is_first_, false);
    std::string text;
    std::vector<std::string> now;
    for (const Pairing& pairing : pairings) {
      now.push_back(to_json(pairing));
      const bool is_told = std::ranges::find(told_, now.back()) != told_.end();
      const bool is_past = is_first && pairing.state != PairingState::waiting;
      if (!is_told && !is_past) text += "event: pairing\ndata: " + now.back() + "\n\n";
    }
    told_ = std::move(now);
    return text;
  }

  Awaitable<bool> send_orders() {
    for (const Order& order : listener_.take_orders()) {
      if (!sees_orders_) continue;
      std::string text = "event: order\ndata: " + to_json(order) + "\n\n";
      if (!co_await stream_.write(std::move(text))) co_return false;
    }
    co_return true;
  }

  App& app_;
  http::EventStream& stream_;
  Start start_;
  Listener listener_;
  std::vector<std::string> told_;  // pairings, as they were told
  bool is_first_ = true;
  bool sees_orders_ = false;
};

Awaitable<void> follow(App& app, Start start, http::EventStream& stream) {
  Follower follower(app, start, stream);
  co_await follower.tell_all();
}

Awaitable<Response> open_stream(App& app, Request request) {
  auto kept = std::make_shared<const Request>(std::move(request));
  // Named before it is awaited: GCC 12 destroys a closure made inside a co_await call twice.
  std::function<Outcome<Start>(Work&)> find = [kept](Work& work) { return start_of(work, *kept); };
  const Outcome<Start> start = co_await app.run<Start>(std::move(find), foreseen_of(*kept));
  if (!start) co_return http::problem(start.error());
  Response response;
  response.content_type = "text/event-stream";
  response.headers.push_back({"cache-control", "no-store"});
  response.headers.push_back({"x-accel-buffering", "no"});
  response.stream = [&app, at = *start](http::EventStream& stream) {
    return follow(app, at, stream);
  };
  co_return response;
}

}  // namespace

void add_event_routes(http::Router& router, App& app) {
  router.add("GET", "/v1/carts/{cart}/events",
             [&app](Request request) { return open_stream(app, std::move(request)); });
}

}  // namespace sealcart::server::api
