// Who may do what with a cart. A cart has several accesses: one for each device, each with a secret
// of its own (the capability), what it may do (scopes), a label, and possibly an end.
// docs/SHARING.md says how they come and go.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sealcart/describe.h"
#include "sealcart/ids.h"
#include "sealcart/limits.h"

namespace sealcart {

using AccessId = Id128<struct AccessTag>;
using LinkId = Id128<struct LinkTag>;

inline constexpr std::size_t kCapabilityBytes = 43;  // 32 random bytes in base64url

// view: read the cart, its log and events. edit: send operations. checkout: quotes and orders.
// manage: devices, pairing codes and restore links.
enum class AccessScope : std::uint8_t { view, edit, checkout, manage };
inline constexpr std::size_t kAccessScopes = 4;

// How a device came by its access: it made the cart, was paired with a code, opened a restore link,
// or signed in.
enum class AccessOrigin : std::uint8_t { made, paired, link, login };

struct Device {
  AccessId id;
  std::string label;
  std::vector<AccessScope> scopes;
  AccessOrigin origin = AccessOrigin::made;
  std::int64_t created_at_ms = 0;
  std::int64_t seen_at_ms = 0;
  std::optional<std::int64_t> expires_at_ms;
};

struct RestoreLink {
  LinkId id;
  std::int64_t created_at_ms = 0;
  std::int64_t expires_at_ms = 0;
};

// Answers GET /v1/carts/{cart}/devices.
struct DeviceList {
  AccessId you;  // the device that asks
  std::vector<Device> devices;
  std::vector<RestoreLink> links;
};

// POST /v1/carts/{cart}/devices/{id}
struct DeviceLabel {
  std::string label;
};

// POST /v1/carts/{cart}/capability: from here on the device sends this one.
struct CapabilityChange {
  std::string capability;
};

// POST /v1/carts/{cart}/restore-links
struct RestoreLinkRequest {
  std::int32_t days = 0;
};

// The token goes behind the # of an address of the page, where no server sees it.
struct RestoreLinkMade {
  LinkId id;
  std::string token;
  std::int64_t expires_at_ms = 0;
};

// POST /v1/restore, by a device with a capability of its own making.
struct RestoreRequest {
  std::string token;
  std::string label;
};

// A device has access to this cart now.
struct CartAccess {
  CartId cart;
  std::string store;
  std::string currency;
  std::vector<AccessScope> scopes;
};

template <>
struct Describe<AccessScope> {
  static constexpr std::string_view doc = "What a device may do with a cart.";
};

template <>
struct Describe<AccessOrigin> {
  static constexpr std::string_view doc = "How a device came by its access to a cart.";
};

template <>
struct Describe<Device> : Fields<Device> {
  static constexpr std::string_view doc = "A device with access to a cart.";
  static constexpr std::array fields{
      field<&T::id>("of the access"),
      field<&T::label>(bytes(0, limits::kLabelBytes), "name of the device, as it gave it"),
      field<&T::scopes>("what it may do").items(kAccessScopes),
      field<&T::origin>("how it came by it"),
      field<&T::created_at_ms>(range(0, limits::kCounter), "Unix time"),
      field<&T::seen_at_ms>(range(0, limits::kCounter), "Unix time, to the day"),
      field<&T::expires_at_ms>(range(0, limits::kCounter), "Unix time; absent: no end"),
  };
};

template <>
struct Describe<RestoreLink> : Fields<RestoreLink> {
  static constexpr std::string_view doc = "A restore link that is good.";
  static constexpr std::array fields{
      field<&T::id>("of the link, to revoke it by"),
      field<&T::created_at_ms>(range(0, limits::kCounter), "Unix time"),
      field<&T::expires_at_ms>(range(0, limits::kCounter), "Unix time"),
  };
};

template <>
struct Describe<DeviceList> : Fields<DeviceList> {
  static constexpr std::string_view doc = "Who has access to a cart.";
  static constexpr std::array fields{
      field<&T::you>("the device that asks"),
      field<&T::devices>("oldest first").items(limits::kDevices),
      field<&T::links>("restore links, oldest first").items(limits::kDevices),
  };
};

template <>
struct Describe<DeviceLabel> : Fields<DeviceLabel> {
  static constexpr std::string_view doc = "Names a device.";
  static constexpr std::array fields{
      field<&T::label>(bytes(0, limits::kLabelBytes), "shown in the list of devices"),
  };
};

template <>
struct Describe<CapabilityChange> : Fields<CapabilityChange> {
  static constexpr std::string_view doc = "Changes the capability of the device that asks.";
  static constexpr std::array fields{
      field<&T::capability>(bytes(kCapabilityBytes, kCapabilityBytes),
                            "from here on: 32 random bytes, base64url"),
  };
};

template <>
struct Describe<RestoreLinkRequest> : Fields<RestoreLinkRequest> {
  static constexpr std::string_view doc = "Asks for a link that opens the cart elsewhere.";
  static constexpr std::array fields{
      field<&T::days>(range(1, limits::kLinkDays), "it is good for"),
  };
};

template <>
struct Describe<RestoreLinkMade> : Fields<RestoreLinkMade> {
  static constexpr std::string_view doc = "A restore link; the token is told this once.";
  static constexpr std::array fields{
      field<&T::id>("to revoke it by"),
      field<&T::token>(bytes(1, limits::kUrlBytes), "base64url"),
      field<&T::expires_at_ms>(range(0, limits::kCounter), "Unix time"),
  };
};

template <>
struct Describe<RestoreRequest> : Fields<RestoreRequest> {
  static constexpr std::string_view doc = "Opens a cart by a restore link.";
  static constexpr std::array fields{
      field<&T::token>(bytes(1, limits::kUrlBytes), "of the link"),
      field<&T::label>(bytes(0, limits::kLabelBytes), "name of this device").optional(),
  };
};

template <>
struct Describe<CartAccess> : Fields<CartAccess> {
  static constexpr std::string_view doc = "A device has access to this cart now.";
  static constexpr std::array fields{
      field<&T::cart>("id"),
      field<&T::store>(bytes(1, limits::kIdBytes), "id of the store"),
      field<&T::currency>(bytes(3, 3), "ISO 4217"),
      field<&T::scopes>("what the device may do").items(kAccessScopes),
  };
};

}  // namespace sealcart
