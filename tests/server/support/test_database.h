// The database of a test: SQLite files in its folder or, where SEALCART_TEST_POSTGRES is the URL of
// a PostgreSQL database, a new database beside that one, dropped afterwards.
#pragma once

#include <memory>
#include <string>

#include "services/backend.h"
#include "support/temp_folder.h"

namespace sealcart::server::testing {

class TestDatabase {
 public:
  explicit TestDatabase(const TempFolder& folder);
  ~TestDatabase();
  TestDatabase(const TestDatabase&) = delete;
  TestDatabase& operator=(const TestDatabase&) = delete;

  // Whether the tests run on PostgreSQL.
  static bool is_postgres();
  const std::string& url() const { return url_; }
  void put_into(BackendConfig& config) const;
  std::unique_ptr<Storage> open() const;

 private:
  const TempFolder& folder_;
  std::string name_;
  std::string url_;  // empty: SQLite
};

}  // namespace sealcart::server::testing
