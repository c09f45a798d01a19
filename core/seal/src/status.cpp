#include "sealcart/seal/status.h"

#include <array>
#include <cstddef>

namespace sealcart::seal {
namespace {

constexpr std::array<std::string_view, 2> kStatuses[] = {
#define SEALCART_SEAL_STATUS(name, public_code, text) {#name, text},
#include "sealcart/seal/status.def"
#undef SEALCART_SEAL_STATUS
};

std::string_view column(SealStatus status, std::size_t which) {
  const auto at = static_cast<std::size_t>(status);
  return at < std::size(kStatuses) ? kStatuses[at][which] : "unknown";
}

}  // namespace

std::string_view status_name(SealStatus status) { return column(status, 0); }
std::string_view status_text(SealStatus status) { return column(status, 1); }

}  // namespace sealcart::seal
