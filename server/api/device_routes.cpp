// GET /v1/carts/{cart}/devices; POST and DELETE /devices/{device}; POST /capability
#include "api/inputs.h"
#include "api/routes.h"
#include "services/devices.h"

namespace sealcart::server::api {
namespace {

using http::Request;
using http::Response;

Outcome<Response> devices(Work& work, const Visit& visit, const Request&) {
  return private_json(200, list_devices(work, visit));
}

Outcome<Response> name_one(Work& work, const Visit& visit, const Request& request) {
  const Result<AccessId> device = id_of<AccessId>(request.capture("device"), "device");
  if (!device) return refuse(device.error());
  const Result<DeviceLabel> wanted = read_json<DeviceLabel>(request.body);
  if (!wanted) return refuse(wanted.error());
  return done_or(name_device(work, visit, *device, wanted->label));
}

Outcome<Response> remove_one(Work& work, const Visit& visit, const Request& request) {
  const Result<AccessId> device = id_of<AccessId>(request.capture("device"), "device");
  if (!device) return refuse(device.error());
  return done_or(remove_device(work, visit, *device));
}

Outcome<Response> rotate(Work& work, const Visit& visit, const Request& request) {
  const Result<CapabilityChange> wanted = read_json<CapabilityChange>(request.body);
  if (!wanted) return refuse(wanted.error());
  return done_or(change_capability(work, visit, wanted->capability));
}

}  // namespace

void add_device_routes(http::Router& router, App& app) {
  router.add("GET", "/v1/carts/{cart}/devices", on_visit(app, AccessScope::manage, devices));
  router.add("POST", "/v1/carts/{cart}/devices/{device}",
             on_visit(app, AccessScope::view, name_one));
  router.add("DELETE", "/v1/carts/{cart}/devices/{device}",
             on_visit(app, AccessScope::view, remove_one));
  router.add("POST", "/v1/carts/{cart}/capability", on_visit(app, AccessScope::view, rotate));
}

}  // namespace sealcart::server::api
