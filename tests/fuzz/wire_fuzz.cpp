// Any bytes as any document: the first byte chooses the type. What is read must be well-formed JSON
// for scan_json too, and writing it must give bytes that read back to the same bytes.
#include <cstdlib>

#include "sealcart/wire.h"
#include "sealcart/wire_types.h"

namespace {

using namespace sealcart;

void demand(bool holds) {
  if (!holds) std::abort();
}

template <class T>
void read_and_write(std::string_view text) {
  const Result<T> value = read_json<T>(text);
  if (!value) {
    demand(value.error().path.size() < 2'000);
    error_message(value.error());
    return;
  }
  demand(scan_json(text).has_value());
  std::string once, twice;
  write_json(once, *value);
  const Result<T> again = read_json<T>(once, limits::kStateJsonBytes);
  demand(again.has_value());
  write_json(twice, *again);
  demand(once == twice);
}

using Document = void (*)(std::string_view);
constexpr Document kDocuments[] = {
    read_and_write<StoreDocument>, read_and_write<CatalogSlice>, read_and_write<Command>,
    read_and_write<Snapshot>,      read_and_write<Op>,           read_and_write<DeviceLog::Saved>,
    read_and_write<OpBatch>,       read_and_write<LogBatch>,     read_and_write<CheckoutForm>,
    read_and_write<QuoteRequest>,  read_and_write<Quote>,        read_and_write<OrderRequest>,
    read_and_write<Order>,
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  kDocuments[data[0] % std::size(kDocuments)](text);
  return 0;
}
