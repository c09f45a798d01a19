// POST /v1/carts/{cart}/restore-links; DELETE /restore-links/{link}; POST /v1/restore
#include "api/inputs.h"
#include "api/routes.h"
#include "services/restore_links.h"

namespace sealcart::server::api {
namespace {

using http::Request;
using http::Response;

Outcome<Response> make_restore_link(Work& work, const Visit& visit, const Request& request) {
  const Result<RestoreLinkRequest> wanted = read_json<RestoreLinkRequest>(request.body);
  if (!wanted) return refuse(wanted.error());
  const Result<RestoreLinkMade> made = make_link(work, visit, wanted->days);
  if (!made) return refuse(made.error());
  return private_json(201, *made);
}

Outcome<Response> revoke_restore_link(Work& work, const CartState& state, const Request& request) {
  const Result<LinkId> link = id_of<LinkId>(request.capture("link"), "link");
  if (!link) return refuse(link.error());
  return done_or(revoke_link(work, state, *link));
}

Outcome<Response> restore(Work& work, const Request& request) {
  const Result<RestoreRequest> wanted = read_json<RestoreRequest>(request.body);
  if (!wanted) return refuse(wanted.error());
  const Result<Hash32> capability = own_capability(request);
  if (!capability) return refuse(capability.error());
  const Result<CartAccess> access = open_link(work, *wanted, *capability);
  if (!access) return refuse(access.error());
  return private_json(200, *access);
}

}  // namespace

void add_restore_routes(http::Router& router, App& app) {
  router.add("POST", "/v1/carts/{cart}/restore-links",
             on_visit(app, AccessScope::manage, make_restore_link));
  router.add("DELETE", "/v1/carts/{cart}/restore-links/{link}",
             on_cart(app, AccessScope::manage, revoke_restore_link));
  router.add("POST", "/v1/restore", on_request(app, restore));
}

}  // namespace sealcart::server::api
