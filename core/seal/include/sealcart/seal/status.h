// Outcome of every sealing function. Small on purpose: seal.wasm carries this and not core's Error.
#pragma once

#include <cstdint>
#include <expected>
#include <string_view>

namespace sealcart::seal {

enum class SealStatus : std::uint8_t {
#define SEALCART_SEAL_STATUS(name, public_code, text) name,
#include "sealcart/seal/status.def"
#undef SEALCART_SEAL_STATUS
};

// The identifier itself, e.g. "box_forged"; "unknown" for a number outside the list.
std::string_view status_name(SealStatus status);
// One English sentence, for logs and developers.
std::string_view status_text(SealStatus status);

template <class T>
using SealResult = std::expected<T, SealStatus>;

inline std::unexpected<SealStatus> refuse(SealStatus status) { return std::unexpected(status); }

}  // namespace sealcart::seal
