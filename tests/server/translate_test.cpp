#include "store/postgres/translate.h"

#include <gtest/gtest.h>

namespace sealcart::server {
namespace {

TEST(Translation, NamesTypesAndEndsTablesAsPostgresDoes) {
  EXPECT_EQ(to_postgres("CREATE TABLE t (a BLOB NOT NULL, n INTEGER) STRICT, WITHOUT ROWID;"),
            "CREATE TABLE t (a BYTEA NOT NULL, n BIGINT) ;");
}

TEST(Translation, OpensWhatIsForPostgresAlone) {
  EXPECT_EQ(to_postgres("SELECT a FROM t LIMIT 1 /*pg FOR UPDATE*/"),
            "SELECT a FROM t LIMIT 1 FOR UPDATE");
}

TEST(Translation, LeavesTextsCommentsAndOtherNamesAlone) {
  const std::string same = "SELECT 'BLOB' AS BLOBS -- an INTEGER\nFROM t /* STRICT */";
  EXPECT_EQ(to_postgres(same), same);
}

TEST(Translation, WritesBytesAsPostgresDoes) {
  EXPECT_EQ(to_postgres("SELECT x'00ff', x''"), "SELECT '\\x00ff'::bytea, '\\x'::bytea");
}

}  // namespace
}  // namespace sealcart::server
