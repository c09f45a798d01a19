// Any bytes as a store document: whatever is read can be checked, and Store::check refuses it if
// and only if an error is told, the first one. No warning keeps a placeholder.
#include <cstdlib>

#include "sealcart/store_check.h"
#include "sealcart/wire.h"
#include "support/json_mutator.h"

namespace {

using namespace sealcart;

// Said to libFuzzer: what is refused breeds little but what is refused for the same reason. So do
// several mistakes at once.
constexpr int kNotKept = -1;

void demand(bool holds) {
  if (!holds) std::abort();
}

// Whether a text of the document may bring a brace of its own into a sentence.
bool quotes_a_brace(std::string_view json) {
  bool is_inside = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    if (json[i] == '\\') return true;  // it may be written as an escape
    if (json[i] == '"') is_inside = !is_inside;
    if (is_inside && json[i] == '{') return true;
  }
  return false;
}

void check(const StoreDocument& document, const std::vector<StoreFinding>& findings,
           bool may_have_braces) {
  const Result<Store> store = Store::check(document);
  const bool told = !findings.empty() && findings[0].level == FindingLevel::error;
  demand(store.has_value() != told);
  if (told) {
    demand(findings[0].code == error_name(store.error().code));
    demand(findings[0].path == store.error().path);
  }
  for (const StoreFinding& finding : findings) {
    demand(!finding.what.empty() && !finding.hint.empty());
    demand(finding.what.find('{') == std::string::npos || told || may_have_braces);
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
  if (!document) return kNotKept;
  const auto findings = store_findings(*document, Timestamp{1'780'272'000'000});
  check(*document, findings, quotes_a_brace(text));
  return findings.size() > 1 && findings[1].level == FindingLevel::error ? kNotKept : 0;
}
