#include "services/devices.h"

#include <algorithm>

#include "services/sessions.h"

namespace sealcart::server {
namespace {

Device device_of(const AccessRecord& access) {
  Device device{access.id,     access.label,         list_of(access.scopes),
                access.origin, access.created_at_ms, access.seen_at_ms,
                std::nullopt};
  if (access.expires_at_ms != 0) device.expires_at_ms = access.expires_at_ms;
  return device;
}

Result<AccessRecord> find_device(const Visit& visit, const AccessId& id) {
  if (id != visit.access->id && !visit.access->scopes.has(AccessScope::manage)) {
    return refuse(Error(ErrorCode::access_denied));
  }
  const auto& accesses = visit.cart->sharing->accesses;
  const auto found = std::ranges::find(accesses, id, &AccessRecord::id);
  if (found == accesses.end()) return refuse(Error(ErrorCode::not_found, "device"));
  return *found;
}

}  // namespace

DeviceList list_devices(Work& work, const Visit& visit) {
  DeviceList list;
  list.you = visit.access->id;
  for (const AccessRecord& access : visit.cart->sharing->accesses) {
    if (access.expires_at_ms != 0 && access.expires_at_ms <= work.now.ms) continue;
    list.devices.push_back(device_of(access));
  }
  for (const LinkRecord& link : work.storage.links(visit.cart->record.id)) {
    if (link.expires_at_ms <= work.now.ms) continue;
    list.links.push_back({link.id, link.created_at_ms, link.expires_at_ms});
  }
  return list;
}

Status name_device(Work& work, const Visit& visit, const AccessId& device,
                   const std::string& label) {
  Result<AccessRecord> found = find_device(visit, device);
  if (!found) return refuse(found.error());
  found->label = label;
  SharingPen pen(work, *visit.cart);
  pen.change(*found);
  pen.close();
  return {};
}

Status remove_device(Work& work, const Visit& visit, const AccessId& device) {
  const Result<AccessRecord> found = find_device(visit, device);
  if (!found) return refuse(found.error());
  if (found->session != SessionId{}) {
    if (const auto session = work.storage.session(found->capability)) {
      end_session(work, *session);
      return {};
    }
  }
  SharingPen pen(work, *visit.cart);
  pen.remove(device);
  pen.close();
  return {};
}

Status change_capability(Work& work, const Visit& visit, std::string_view capability) {
  const std::optional<Hash32> fresh = capability_hash(capability);
  if (!fresh) return refuse(Error(ErrorCode::unauthorized, "capability"));
  if (same(*fresh, visit.access->capability)) return {};
  if (access_of(*visit.cart, *fresh, work.now) != nullptr || work.storage.session(*fresh)) {
    return refuse(Error(ErrorCode::unauthorized, "capability"));
  }
  if (visit.access->session != SessionId{}) {
    if (const auto session = work.storage.session(visit.access->capability)) {
      change_session(work, *session, *fresh);
      return {};
    }
  }
  AccessRecord changed = *visit.access;
  changed.capability = *fresh;
  SharingPen pen(work, *visit.cart);
  pen.change(changed);
  pen.close();
  return {};
}

}  // namespace sealcart::server
