// GET /v1/config, /v1/keys, /healthz, /readyz
#include "api/inputs.h"
#include "api/routes.h"

namespace sealcart::server::api {
namespace {

using http::Request;
using http::Response;

Outcome<Response> read_config(Work& work, const Request& request, const std::string& seal_origin) {
  std::string text = "{\"sealOrigin\":";
  write_text(text, seal_origin);
  text += ",\"stores\":[";
  for (const std::string& id : work.shops.ids()) {
    if (text.back() != '[') text += ',';
    text += store_summary(*work.shops.find(id));
  }
  text += "],\"defaultStore\":";
  write_text(text, work.shops.ids().front());
  return public_json(request, text + '}');
}

// The manifest in its text form. The root key it is checked with comes from the seal frame's own
// origin, not from here.
Outcome<Response> read_keys(Work& work, const Request&) {
  const std::optional<std::string> manifest = work.keys.manifest(work.now);
  if (!manifest) return refuse(Error(ErrorCode::unavailable, "keys"));
  Response response;
  response.content_type = "text/plain; charset=utf-8";
  response.headers.push_back({"cache-control", "no-cache"});
  response.body = *manifest;
  return response;
}

Response not_ready(std::string_view reason) {
  std::string text = R"({"status":"not ready","reason":)";
  write_text(text, reason);
  Response response = http::json(503, text + '}');
  response.headers.push_back({"retry-after", "1"});
  return response;
}

// Up: the process answers. Ready: it takes work, and storage does too.
Awaitable<Response> ready(App& app, Request) {
  if (app.draining()) co_return not_ready("draining");
  if (app.queue().turns_away(true, QueueWatch::now())) co_return not_ready("storage is behind");
  std::function<Outcome<bool>(Work&)> probe = [](Work& work) -> Outcome<bool> {
    return work.storage.setting("replica").has_value();
  };
  const Outcome<bool> there = co_await app.run<bool>(std::move(probe));
  if (!there)
    co_return not_ready("storage refuses: " + std::string(error_name(there.error().error.code)));
  // No other server would do better: reads are answered, and what is written may yet find room.
  if (app.storage_full()) co_return http::json(200, R"({"status":"ready","storage":"full"})");
  co_return http::json(200, R"({"status":"ready"})");
}

Awaitable<Response> healthy(Request) { co_return http::json(200, R"({"status":"up"})"); }

}  // namespace

void add_system_routes(http::Router& router, App& app) {
  router.add("GET", "/v1/config", [&app](Request request) {
    auto kept = std::make_shared<const Request>(std::move(request));
    return app.answer(
        [&app, kept](Work& work) { return read_config(work, *kept, app.config().seal_origin); });
  });
  router.add("GET", "/v1/keys", on_request(app, read_keys));
  router.add("GET", "/healthz", healthy);
  router.add("GET", "/readyz", [&app](Request request) { return ready(app, std::move(request)); });
}

}  // namespace sealcart::server::api
