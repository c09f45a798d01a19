// The boundary of cart.wasm: numbers in, numbers out; text through two arenas. No rules live here.
//
// One instance of the module is one cart. A function that can refuse answers 0 for done and 1 for
// refused; output() then holds the error. Text comes in as UTF-8 bytes the page wrote to input(n),
// and goes out as the bytes at output().
#include <emscripten/bind.h>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "arena.h"
#include "sealcart/availability.h"
#include "sealcart/format.h"
#include "sealcart/locale.h"
#include "sealcart/option_matrix.h"
#include "sealcart/session.h"
#include "sealcart/sync.h"

namespace {

using sealcart::Error;
using sealcart::ErrorCode;
using sealcart::Status;
using sealcart::wasm::address_of;
using sealcart::wasm::arena;
using sealcart::wasm::refused;
using sealcart::wasm::tell;
using sealcart::wasm::tell_list;

struct Module {
  sealcart::Session session;
  std::string locale_pack;
  std::optional<sealcart::Locale> locale;  // looks into the pack; none: English
  std::array<double, sealcart::kFlatHead.size()> head{};
  std::vector<double> flat;
};

Module& module() {
  static Module instance;
  return instance;
}

std::string_view text(unsigned length) { return arena().text(length); }

int answer(const Status& status) {
  Module& m = module();
  m.session.write_flat_head(m.head.data());  // refused too: log entries before the bad one are kept
  return status ? 0 : refused(status.error());
}

template <class T, class Use>
int with_json(unsigned length, std::size_t max_bytes, Use use) {
  auto value = sealcart::read_json<T>(text(length), max_bytes);
  if (!value) return answer(sealcart::refuse(std::move(value.error())));
  return answer(use(std::move(*value)));
}

// A JavaScript number as a whole number of units; beyond 2^53 it is no longer exact.
sealcart::Result<std::int64_t> whole(double value, const char* path) {
  constexpr auto kMost = static_cast<double>(sealcart::limits::kAmount);
  if (!(value >= -kMost && value <= kMost)) {
    return sealcart::refuse(Error(ErrorCode::number_out_of_range, path)
                                .with("min", -sealcart::limits::kAmount)
                                .with("max", sealcart::limits::kAmount));
  }
  const auto units = static_cast<std::int64_t>(value);
  if (static_cast<double>(units) != value) {
    return sealcart::refuse(Error(ErrorCode::number_not_integer, path));
  }
  return units;
}

int abi() { return sealcart::kFlatLayout; }

int open_store(unsigned length) {
  return with_json<sealcart::StoreDocument>(
      length, sealcart::limits::kStoreJsonBytes,
      [](auto document) { return module().session.open_store(std::move(document)); });
}
int load_catalog(unsigned length) {
  return with_json<sealcart::CatalogSlice>(
      length, sealcart::limits::kCatalogJsonBytes,
      [](auto slice) { return module().session.load_catalog(std::move(slice)); });
}
int open_cart(unsigned length) {
  return with_json<sealcart::DeviceLog::Saved>(
      length, sealcart::limits::kStateJsonBytes,
      [](auto saved) { return module().session.open_cart(std::move(saved)); });
}
int set_now(double ms) {
  const auto now = whole(ms, "now");
  if (!now) return answer(sealcart::refuse(now.error()));
  module().session.set_now({*now});
  return answer({});
}

int know(unsigned length) {
  return with_json<sealcart::ShopperFacts>(length, sealcart::limits::kJsonBytes, [](auto facts) {
    module().session.know(std::move(facts));
    return Status();
  });
}

int submit(unsigned length) {
  return with_json<sealcart::Command>(
      length, sealcart::limits::kJsonBytes,
      [](const auto& command) { return module().session.submit(command); });
}
int add(unsigned length, double quantity) {
  const auto units = whole(quantity, "quantity");
  if (!units) return answer(sealcart::refuse(units.error()));
  return answer(module().session.add(text(length), *units));
}
int set_quantity(unsigned line, double quantity) {
  const auto units = whole(quantity, "quantity");
  if (!units) return answer(sealcart::refuse(units.error()));
  return answer(module().session.set_quantity(line, *units));
}
int remove_line(unsigned line) { return answer(module().session.remove(line)); }

int receive(unsigned length) {
  return with_json<sealcart::LogBatch>(
      length, sealcart::limits::kStateJsonBytes,
      [](const auto& batch) { return module().session.receive(batch); });
}
int drop_pending(double n) {
  const auto number = whole(n, "n");
  if (!number) return answer(sealcart::refuse(number.error()));
  return answer(module().session.drop(*number));
}
int take_ops() { return tell(sealcart::OpBatch{0, module().session.take()}); }
int save() { return tell(module().session.save()); }

bool ready() { return module().session.store() != nullptr; }
int not_ready() { return answer(sealcart::refuse(ErrorCode::store_not_loaded)); }

int snapshot() { return ready() ? tell(module().session.snapshot()) : not_ready(); }
int explain() {
  if (!ready()) return not_ready();
  const auto& session = module().session;
  return tell_list(
      sealcart::adjustments(session.cart(), *session.store(), session.catalog(), session.priced()));
}

unsigned head() { return address_of(module().head.data()); }
unsigned flat() {
  Module& m = module();
  m.flat.resize(m.session.flat_size());
  m.session.write_flat(m.flat.data());
  return address_of(m.flat.data());
}

int money(double minor) {
  if (!ready()) return not_ready();
  const auto amount = whole(minor, "minor");
  if (!amount) return answer(sealcart::refuse(amount.error()));
  const auto& currency = module().session.store()->currency();
  const auto& locale = module().locale;
  arena().out = locale ? sealcart::format_money(*amount, currency, *locale)
                       : sealcart::format_money(*amount, currency);
  return 0;
}
int load_locale(unsigned length) {
  std::string pack(text(length));
  if (const auto read = sealcart::Locale::read(pack); !read) return refused(read.error());
  Module& m = module();
  m.locale_pack = std::move(pack);
  m.locale = *sealcart::Locale::read(m.locale_pack);
  return 0;
}
int choose(unsigned length) {
  auto command = sealcart::read_json<sealcart::Command>(text(length));
  if (!command) return answer(sealcart::refuse(std::move(command.error())));
  const auto chosen = module().session.catalog().choose(command->product, command->options);
  if (!chosen) return answer(sealcart::refuse(chosen.error()));
  arena().out = chosen->variant->sku;
  return 0;
}
int view_options(unsigned length) {
  auto question = sealcart::read_json<sealcart::OptionsQuestion>(text(length));
  if (!question) return answer(sealcart::refuse(std::move(question.error())));
  const auto view = sealcart::view_options(module().session.catalog(), question->product,
                                           question->options, question->firm);
  return view ? tell(*view) : answer(sealcart::refuse(view.error()));
}
int view_availability(unsigned length) {
  auto question = sealcart::read_json<sealcart::AvailabilityQuestion>(
      text(length), sealcart::limits::kCatalogJsonBytes);
  if (!question) return answer(sealcart::refuse(std::move(question.error())));
  const auto view = sealcart::view_availability(*std::move(question));
  return view ? tell(*view) : answer(sealcart::refuse(view.error()));
}

}  // namespace

EMSCRIPTEN_BINDINGS(sealcart_cart) {
  emscripten::function("abi", &abi);
  emscripten::function("openStore", &open_store);
  emscripten::function("loadCatalog", &load_catalog);
  emscripten::function("openCart", &open_cart);
  emscripten::function("setNow", &set_now);
  emscripten::function("know", &know);
  emscripten::function("submit", &submit);
  emscripten::function("add", &add);
  emscripten::function("setQuantity", &set_quantity);
  emscripten::function("removeLine", &remove_line);
  emscripten::function("receive", &receive);
  emscripten::function("dropPending", &drop_pending);
  emscripten::function("takeOps", &take_ops);
  emscripten::function("save", &save);
  emscripten::function("snapshot", &snapshot);
  emscripten::function("explain", &explain);
  emscripten::function("head", &head);
  emscripten::function("flat", &flat);
  emscripten::function("money", &money);
  emscripten::function("loadLocale", &load_locale);
  emscripten::function("choose", &choose);
  emscripten::function("viewOptions", &view_options);
  emscripten::function("viewAvailability", &view_availability);
}
