// Prices one cart a few times; run by valgrind, which counts the instructions of each way:
//   one_price REQUEST.json
// once_from_documents: rules found by name, then the arithmetic. once_after_an_edit: what an edit
// does. once_explained: every change of money told.
#include "offers.h"

namespace {

using namespace sealcart;

[[gnu::noinline]] std::int64_t once_from_documents(const Session& session) {
  return price_cart(session.cart(), *session.store(), session.catalog(), session.context())
      .totals.grand_total;
}

[[gnu::noinline]] bool once_after_an_edit(Session& session, std::int64_t quantity) {
  return session.set_quantity(0, quantity).has_value();
}

[[gnu::noinline]] std::size_t once_explained(const Session& session) {
  return adjustments(session.cart(), *session.store(), session.catalog(), session.priced()).size();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) sealcart::bench::give_up("one_price REQUEST.json");
  auto session = sealcart::bench::open_session(sealcart::bench::read_request(argv[1]));
  // The first edit of a line also makes its operation, and grows the working memory.
  if (!session.set_quantity(0, 2)) return 1;
  const bool edited = once_after_an_edit(session, 3);
  const auto total = once_from_documents(session);
  const auto told = once_explained(session);
  std::cout << session.cart().lines.size() << " lines, total " << total << ", " << told
            << " adjustments\n";
  return edited && total == session.priced().totals.grand_total ? 0 : 1;
}
