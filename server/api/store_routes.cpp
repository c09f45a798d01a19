// GET /v1/stores, /v1/stores/{store}, /v1/stores/{store}/catalog,
// /v1/stores/{store}/products/{product}/availability
#include <algorithm>

#include "api/inputs.h"
#include "api/routes.h"
#include "sealcart/availability.h"
#include "services/catalogue.h"

namespace sealcart::server::api {
namespace {

using http::Request;
using http::Response;

Result<std::vector<std::string>> names_of(const Request& request, std::string_view parameter) {
  std::vector<std::string> names;
  std::string_view text = request.parameter(parameter);
  while (!text.empty()) {
    if (names.size() == kCatalogNames) {
      return refuse(Error(ErrorCode::list_too_long, std::string(parameter))
                        .with("max", static_cast<std::int64_t>(kCatalogNames)));
    }
    names.emplace_back(text.substr(0, text.find(',')));
    text.remove_prefix(std::min(text.size(), names.back().size() + 1));
  }
  return names;
}

Result<CatalogQuery> query_of(const Request& request) {
  auto skus = names_of(request, "skus");
  if (!skus) return refuse(skus.error());
  auto products = names_of(request, "products");
  if (!products) return refuse(products.error());
  const auto limit = index_of(request.parameter("limit"), "limit");
  if (!limit) return refuse(limit.error());
  CatalogQuery query{*std::move(skus), *std::move(products),
                     std::string(request.parameter("after")),
                     std::string(request.parameter("category"))};
  if (*limit > 0) query.limit = std::min(static_cast<std::size_t>(*limit), kCatalogPage);
  return query;
}

Outcome<Response> read_stores(Work& work, const Request& request) {
  std::string text = "[";
  for (const std::string& id : work.shops.ids()) {
    if (text.size() > 1) text += ',';
    text += store_summary(*work.shops.find(id));
  }
  return public_json(request, text + ']');
}

Outcome<Response> read_store(Work& work, const Request& request) {
  const Shop* shop = work.shops.find(request.capture("store"));
  if (!shop) return refuse(Error(ErrorCode::not_found, "store"));
  return public_json(request, to_json(shop->store().document()));
}

Outcome<Response> read_slice(Work& work, const Request& request) {
  const Shop* shop = work.shops.find(request.capture("store"));
  if (!shop) return refuse(Error(ErrorCode::not_found, "store"));
  const Result<CatalogQuery> query = query_of(request);
  if (!query) return refuse(query.error());
  return public_json(request, to_json(read_catalog(*shop, *query)));
}

Outcome<Response> read_availability(Work& work, const Request& request) {
  const Shop* shop = work.shops.find(request.capture("store"));
  if (!shop) return refuse(Error(ErrorCode::not_found, "store"));
  const Product* product = shop->catalog().product(request.capture("product"));
  if (!product) return refuse(Error(ErrorCode::not_found, "product"));
  return public_json(request, to_json(availability_of(*product)));
}

}  // namespace

std::string store_summary(const Shop& shop) {
  std::string text = "{\"id\":";
  write_text(text, shop.id());
  text += ",\"name\":";
  write_text(text, shop.store().document().name);
  text += ",\"currency\":";
  write_text(text, shop.currency());
  return text + '}';
}

void add_store_routes(http::Router& router, App& app) {
  router.add("GET", "/v1/stores", on_request(app, read_stores));
  router.add("GET", "/v1/stores/{store}", on_request(app, read_store));
  router.add("GET", "/v1/stores/{store}/catalog", on_request(app, read_slice));
  router.add("GET", "/v1/stores/{store}/products/{product}/availability",
             on_request(app, read_availability));
}

}  // namespace sealcart::server::api
