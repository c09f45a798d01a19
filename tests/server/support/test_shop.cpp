#include "support/test_shop.h"

#include <utility>

#include "base/files.h"
#include "base/log.h"
#include "sealcart/seal/base64url.h"

namespace sealcart::server::testing {
namespace {

constexpr std::string_view kStore = R"({"id":"tea","name":"Tea","version":3,"currency":"EUR",
"defaultZone":"de","taxCategories":["standard"],
"zones":[{"id":"de","name":"Germany","places":[{"country":"DE"}]},
         {"id":"it","name":"Italy","places":[{"country":"IT"}]}],
"taxRates":[{"id":"de19","zone":"de","category":"standard","name":"MwSt.","ratePpm":190000,"included":true},
            {"id":"it22","zone":"it","category":"standard","name":"IVA","ratePpm":220000,"included":true}],
"promotions":[],
"shippingMethods":[{"id":"post","name":"Post","zones":["de","it"],"amount":490,"taxCategory":"standard",
                    "minDays":2,"maxDays":4}],
"fees":[]})";

constexpr std::string_view kCatalog = R"({"currency":"EUR","products":[
{"id":"cup","title":"Cup","category":"Table","options":[{"name":"Color","values":["Red","Blue"]}],"variants":[
 {"sku":"CUP-RED","price":1200,"options":["Red"],"taxCategory":"standard","stock":5},
 {"sku":"CUP-BLUE","price":1200,"options":["Blue"],"taxCategory":"standard","stock":1}]},
{"id":"pot","title":"Pot","category":"Kitchen","variants":[
 {"sku":"POT","price":4000,"options":[],"taxCategory":"standard"}]},
{"id":"spoon","title":"Spoon","category":"Table","variants":[
 {"sku":"SPOON","price":150,"options":[],"taxCategory":"standard","stock":2,"backorder":true}]}]})";

}  // namespace

TestShop::TestShop() {
  set_log_level("error");
  start_crypto();
  keyring_ = std::make_unique<payd::Keyring>(folder_ / "private", folder_ / "keys", merchant(),
                                             Timestamp{kStart});
  config_ = {folder_ / "shop.db",
             folder_ / "tokens.db",
             folder_ / "keys",
             merchant(),
             {{folder_.write("store.json", kStore), {folder_.write("catalog.json", kCatalog)}}}};
  restart();
}

void TestShop::restart() {
  backend_.reset();
  backend_ = std::make_unique<Backend>(
      config_, [this] { return now(); },
      [this](const Changes& changes) {
        const std::lock_guard lock(mutex_);
        changes_.push_back(changes);
      });
}

void TestShop::pass(std::int64_t ms) {
  now_ms_ += ms;
  keyring_->tend(now());
}

seal::ManifestKey TestShop::sealing_key() const {
  const std::string text = read_file(folder_ / "keys/manifest", 4096).value();
  std::array<std::uint8_t, seal::kManifestBytes> bytes;
  const std::size_t size = seal::decode_text(text.substr(0, text.find('\n')), bytes).value();
  const std::string root = read_file(folder_ / "keys/root.pub", 4096).value();
  const std::array<seal::RootKey, 1> roots{hash_from_hex(root.substr(0, 64)).value()};
  const auto manifest =
      seal::verify_manifest(std::span(bytes).first(size), roots, {merchant(), 0, now().ms});
  return seal::choose_key(manifest.value(), now().ms).value();
}

std::int64_t TestShop::available(const std::string& sku) {
  return run<std::int64_t>([&](Work& work) -> Outcome<std::int64_t> {
           return work.storage.available("tea", sku).value_or(-1);
         })
      .value();
}

std::vector<Changes> TestShop::take_changes() {
  const std::lock_guard lock(mutex_);
  return std::exchange(changes_, {});
}

}  // namespace sealcart::server::testing
