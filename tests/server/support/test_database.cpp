#include "support/test_database.h"

#include <cstdlib>

#include "store/postgres/pg_session.h"

namespace sealcart::server::testing {
namespace {

std::string server_url() {
  const char* url = std::getenv("SEALCART_TEST_POSTGRES");
  return url ? url : "";
}

void command(const std::string& sql) { run_text(open_session(server_url()).get(), sql); }

}  // namespace

bool TestDatabase::is_postgres() { return !server_url().empty(); }

TestDatabase::TestDatabase(const TempFolder& folder) : folder_(folder) {
  start_crypto();
  if (!is_postgres()) return;
  name_ = "test_" + to_hex(random_id<CartId>().bytes);
  command("CREATE DATABASE " + name_);
  // …/sealcart?host=…: the same place, another database.
  url_ = server_url();
  const std::size_t end = std::min(url_.find('?'), url_.size());
  const std::size_t begin = url_.rfind('/', end) + 1;
  url_.replace(begin, end - begin, name_);
}

TestDatabase::~TestDatabase() {
  if (!name_.empty()) command("DROP DATABASE IF EXISTS " + name_ + " WITH (FORCE)");
}

void TestDatabase::put_into(BackendConfig& config) const {
  config.postgres = url_;
  config.database = folder_ / "shop.db";
  config.tokens = folder_ / "tokens.db";
}

std::unique_ptr<Storage> TestDatabase::open() const {
  BackendConfig config;
  put_into(config);
  return open_storage(config, "test");
}

}  // namespace sealcart::server::testing
