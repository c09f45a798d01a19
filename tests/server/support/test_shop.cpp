#include "support/test_shop.h"

#include <pthread.h>

#include <utility>

#include "base/files.h"
#include "base/log.h"
#include "sealcart/seal/base64url.h"

namespace sealcart::server::testing {
namespace {

std::filesystem::path data(std::string_view name) {
  return std::filesystem::path(SEALCART_SOURCE_DIR) / "tests/server/data" / name;
}

}  // namespace

TestShop::TestShop(std::size_t journal) : place_(std::make_shared<Place>()) {
  config_.journal = journal;
  set_log_level("error");
  start_crypto();
  const TempFolder& at = folder();
  place_->keyring =
      std::make_unique<payd::Keyring>(at / "private", at / "keys", merchant(), Timestamp{kStart});
  place_->database.put_into(config_);
  config_.keys = at / "keys";
  config_.merchant = merchant();
  config_.stores = {{data("tea.store.json"), {data("tea.catalog.json")}}};
  config_.login_secret = at / "login.secret";
  replace_file(config_.login_secret, std::string(kLoginSecret) + '\n', Visibility::owner_only);
  restart();
}

TestShop::TestShop(TestShop& neighbour) : place_(neighbour.place_), config_(neighbour.config_) {
  restart();
}

// Of the process that ends only the thread of storage is one: nothing of it may go on.
void TestShop::end_thread() {
  ended_ = true;
  pthread_exit(nullptr);
}

void TestShop::restart() {
  backend_.reset();
  ended_ = false;
  config_.stop = [this] { end_thread(); };
  const auto hear = [this](const Changes& changes) {
    const std::lock_guard lock(mutex_);
    changes_.push_back(changes);
  };
  try {
    backend_ = std::make_unique<Backend>(config_, [this] { return now(); }, hear);
  } catch (const std::exception&) {
    if (ended_) throw Ended();
    throw;
  }
}

void TestShop::offer(std::string_view catalog) {
  config_.stores[0].catalogs.push_back(data(catalog));
  restart();
}

void TestShop::pass(std::int64_t ms) {
  place_->now_ms += ms;
  place_->keyring->tend(now());
}

seal::ManifestKey TestShop::sealing_key() const {
  const std::string text = read_file(folder() / "keys/manifest", 4096).value();
  std::array<std::uint8_t, seal::kManifestBytes> bytes;
  const std::size_t size = seal::decode_text(text.substr(0, text.find('\n')), bytes).value();
  const std::string root = read_file(folder() / "keys/root.pub", 4096).value();
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
