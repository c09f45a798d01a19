// GET /v1/carts/{cart}/events: a stream (WHATWG HTML, server-sent events) of log entries,
// or a checkpoint in place of them, and orders.
#include "api/inputs.h"
#include "api/routes.h"
#include "http/problem.h"

namespace sealcart::server::api {
namespace {

using http::Request;
using http::Response;

constexpr std::chrono::seconds kHeartbeat{15};

struct Start {
  CartId cart;
  std::int64_t after = 0;
  std::int64_t epoch = 0;
};

Outcome<Start> start_of(Work& work, const Request& request) {
  const Result<CartId> id = id_of<CartId>(request.capture("cart"), "cart");
  if (!id) return refuse(id.error());
  const Result<CartPtr> state = open_cart(work, *id, capability_hash(bearer(request)));
  if (!state) return refuse(state.error());
  const std::string_view last = request.header("last-event-id");
  const Result<std::int64_t> after = last.empty() ? index_of(request.parameter("after"), "after")
                                                  : index_of(last, "Last-Event-ID");
  if (!after) return refuse(after.error());
  const Result<LogBatch> readable = read_log(work, **state, *after);
  if (!readable) return refuse(readable.error());
  return Start{*id, *after, work.identity.epoch};
}

Outcome<LogBatch> entries_after(Work& work, const CartId& cart, std::int64_t after) {
  const Result<CartPtr> state = load_cart(work, cart);
  if (!state) return refuse(state.error());
  const Result<LogBatch> batch = read_log(work, **state, after);
  if (!batch) return refuse(batch.error());
  return *batch;
}

std::string checkpoint_event(const LogCheckpoint& checkpoint) {
  return "id: " + std::to_string(checkpoint.index) +
         "\nevent: checkpoint\ndata: " + to_json(checkpoint) + "\n\n";
}

std::string op_event(const LogEntry& entry) {
  return "id: " + std::to_string(entry.index) + "\nevent: op\ndata: " + to_json(entry) + "\n\n";
}

// Sends what the log has after `sent` and moves it on; false: the reader is gone.
Awaitable<bool> send_log(App& app, const CartId& cart, std::int64_t& sent,
                         http::EventStream& stream) {
  while (true) {
    const Outcome<LogBatch> batch = co_await app.run<LogBatch>(
        [cart, after = sent](Work& work) { return entries_after(work, cart, after); });
    if (!batch) co_return false;
    if (batch->entries.empty() && !batch->checkpoint) co_return true;
    std::string text;
    if (batch->checkpoint) text += checkpoint_event(*batch->checkpoint);
    for (const LogEntry& entry : batch->entries) text += op_event(entry);
    if (!co_await stream.write(std::move(text))) co_return false;
    sent = batch->entries.empty() ? batch->checkpoint->index : batch->entries.back().index;
    if (sent >= batch->head) co_return true;
  }
}

Awaitable<bool> send_orders(Listener& listener, http::EventStream& stream) {
  for (const Order& order : listener.take_orders()) {
    if (!co_await stream.write("event: order\ndata: " + to_json(order) + "\n\n")) co_return false;
  }
  co_return true;
}

// A first line at once tells the page that the stream stands; then which log it is about, for the
// entries of another one do not continue what the page has.
std::string first_lines(const Start& start) {
  std::string text = "retry: 1000\n\n";
  if (start.epoch != 0) text += "event: epoch\ndata: " + std::to_string(start.epoch) + "\n\n";
  return text;
}

Awaitable<void> follow(App& app, Start start, http::EventStream& stream) {
  Listener listener(app.news(), start.cart);
  std::int64_t sent = start.after;
  if (!co_await stream.write(first_lines(start))) co_return;
  if (!co_await send_log(app, start.cart, sent, stream)) co_return;
  while (!listener.stopped()) {
    co_await listener.wait(kHeartbeat);
    const bool log_moved = listener.take_log_moved();
    if (log_moved && !co_await send_log(app, start.cart, sent, stream)) co_return;
    if (!co_await send_orders(listener, stream)) co_return;
    if (!log_moved && !co_await stream.write(":\n\n")) co_return;
  }
}

Awaitable<Response> open_stream(App& app, Request request) {
  auto kept = std::make_shared<const Request>(std::move(request));
  // Named before it is awaited: GCC 12 destroys a closure made inside a co_await call twice.
  std::function<Outcome<Start>(Work&)> find = [kept](Work& work) { return start_of(work, *kept); };
  const Outcome<Start> start = co_await app.run<Start>(std::move(find));
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
