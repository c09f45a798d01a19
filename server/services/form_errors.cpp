#include "services/form_errors.h"

#include "sealcart/form_finding.h"
#include "sealcart/packs.h"

namespace sealcart::server {
namespace {

// Read once; checks only look into it, so all threads share it.
const FieldPacks& packs() {
  static const auto* const loaded = [] {
    auto* packs = new FieldPacks;
    load_embedded_packs(*packs);
    return packs;
  }();
  return *loaded;
}

}  // namespace

std::vector<Error> form_errors(const CheckoutForm& form) {
  return errors_of(check_checkout(form, packs().tables()));
}

}  // namespace sealcart::server
