// A second device gets access to a cart: the first one shows a code and a QR image, the second
// gives the code back, both show the same check number, and the first approves.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sealcart/access.h"

namespace sealcart {

using PairingId = Id128<struct PairingTag>;

inline constexpr std::size_t kPairingCodeBytes = 9;     // XXXX-XXXX
inline constexpr std::size_t kPairingSecretBytes = 22;  // 16 random bytes in base64url
inline constexpr std::size_t kCheckDigits = 4;

// open: nobody gave the code yet. waiting: someone did, and waits for approval.
enum class PairingState : std::uint8_t { open, waiting, approved, refused };

// POST /v1/carts/{cart}/pairings
struct PairingRequest {
  std::string base;
};

// A QR code (ISO/IEC 18004) as the path of an SVG image: <path d="…"> in viewBox="0 0 size size",
// the quiet zone included.
struct QrImage {
  std::int32_t size = 0;
  std::string path;
};

struct PairingOffer {
  PairingId id;
  std::string code;
  std::string link;
  QrImage qr;
  std::int64_t expires_at_ms = 0;
};

// POST /v1/pairings/claim, by a device with a capability of its own making: the code as typed, or
// the secret from behind the # of the link.
struct PairingClaim {
  std::string code;
  std::string secret;
  std::string label;
};

// What both devices see of it. The first one gets it as the event `pairing` too.
struct Pairing {
  PairingId id;
  PairingState state = PairingState::open;
  std::string label;
  std::string check;
  std::int64_t expires_at_ms = 0;
  std::optional<CartAccess> access;
};

// Answers GET /v1/carts/{cart}/pairings.
struct PairingList {
  std::vector<Pairing> pairings;
};

// POST /v1/carts/{cart}/pairings/{id}/approve
struct PairingApproval {
  std::string check;
  std::vector<AccessScope> scopes;
};

template <>
struct Describe<PairingState> {
  static constexpr std::string_view doc =
      "How far a pairing is: open (nobody gave the code yet), waiting (for approval), and then.";
};

template <>
struct Describe<PairingRequest> : Fields<PairingRequest> {
  static constexpr std::string_view doc = "Asks for a code that lets another device in.";
  static constexpr std::array fields{
      field<&T::base>(bytes(1, limits::kUrlBytes),
                      "address of the page that takes the link, of the same origin"),
  };
};

template <>
struct Describe<QrImage> : Fields<QrImage> {
  static constexpr std::string_view doc = "A QR code as the path of an SVG image.";
  static constexpr std::array fields{
      field<&T::size>(range(21, 256), "side of the viewBox, quiet zone included"),
      field<&T::path>(bytes(1, limits::kJsonBytes), "the dark modules, for the attribute d"),
  };
};

template <>
struct Describe<PairingOffer> : Fields<PairingOffer> {
  static constexpr std::string_view doc = "A code for another device, good once.";
  static constexpr std::array fields{
      field<&T::id>("of the pairing"),
      field<&T::code>(bytes(kPairingCodeBytes, kPairingCodeBytes), "to type: XXXX-XXXX"),
      field<&T::link>(bytes(1, 2 * limits::kUrlBytes), "base, #pair= and the secret"),
      field<&T::qr>("the link as an image"),
      field<&T::expires_at_ms>(range(0, limits::kCounter), "Unix time"),
  };
};

template <>
struct Describe<PairingClaim> : Fields<PairingClaim> {
  static constexpr std::string_view doc = "A new device gives a code, or the secret of a link.";
  static constexpr std::array fields{
      field<&T::code>(bytes(0, 2 * kPairingCodeBytes),
                      "as typed: case, spaces and hyphens don't matter")
          .optional(),
      field<&T::secret>(bytes(0, kPairingSecretBytes), "from the link").optional(),
      field<&T::label>(bytes(0, limits::kLabelBytes), "name of this device").optional(),
  };
};

template <>
struct Describe<Pairing> : Fields<Pairing> {
  static constexpr std::string_view doc = "How far a pairing is.";
  static constexpr std::array fields{
      field<&T::id>("of the pairing"),
      field<&T::state>("how far"),
      field<&T::label>(bytes(0, limits::kLabelBytes), "name of the new device"),
      field<&T::check>(bytes(0, kCheckDigits),
                       "digits both devices show; empty: nobody gave the code yet"),
      field<&T::expires_at_ms>(range(0, limits::kCounter), "Unix time"),
      field<&T::access>("once approved, for the new device"),
  };
};

template <>
struct Describe<PairingList> : Fields<PairingList> {
  static constexpr std::string_view doc = "Pairings that are open or wait for approval.";
  static constexpr std::array fields{
      field<&T::pairings>("oldest first").items(limits::kPairings),
  };
};

template <>
struct Describe<PairingApproval> : Fields<PairingApproval> {
  static constexpr std::string_view doc = "Lets the new device in.";
  static constexpr std::array fields{
      field<&T::check>(bytes(kCheckDigits, kCheckDigits), "the digits shown"),
      field<&T::scopes>("what it may do, of what the approving device may; absent or empty: view, "
                        "edit, checkout")
          .items(kAccessScopes)
          .optional(),
  };
};

}  // namespace sealcart
