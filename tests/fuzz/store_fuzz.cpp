// Any bytes as a store document: whatever is read can be checked, and Store::check refuses it if
// and only if an error is told, the first one.
#include <cstdlib>

#include "sealcart/store_check.h"
#include "sealcart/wire.h"
#include "support/json_mutator.h"

namespace {

using namespace sealcart;

void demand(bool holds) {
  if (!holds) std::abort();
}

void check(const StoreDocument& document, const std::vector<StoreFinding>& findings) {
  const Result<Store> store = Store::check(document);
  const bool told = !findings.empty() && findings[0].level == FindingLevel::error;
  demand(store.has_value() != told);
  if (told) {
    demand(findings[0].code == error_name(store.error().code));
    demand(findings[0].path == store.error().path);
  }
  for (const StoreFinding& finding : findings) {
    demand(!finding.what.empty() && !finding.hint.empty());
    demand(finding.what.find('{') == std::string::npos || told);
  }
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t max_size, unsigned seed) {
  return fuzz::mutate_json(data, size, max_size, seed);
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto document = read_json<StoreDocument>(text, limits::kStoreJsonBytes);
  if (!document) return 0;
  check(*document, store_findings(*document));
  check(*document, store_findings(*document, Timestamp{1'780'272'000'000}));
  return 0;
}
