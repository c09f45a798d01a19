#include "sealcartd/config.h"

#include <gtest/gtest.h>

#include "base/config_table.h"
#include "support/temp_folder.h"

namespace sealcart::server {
namespace {

using testing::TempFolder;

constexpr std::string_view kGood = R"(port = 9000
merchant = "00112233445566778899aabbccddeeff"
database = "shop.db"
tokens = "/elsewhere/tokens.db"
keys = "keys"
worker_secret_file = "secret"
site = ["site", "art"]
[[store]]
document = "store.json"
catalogs = ["catalog.json"]
)";

std::string refusal(std::string_view text) {
  TempFolder folder;
  try {
    static_cast<void>(load_server_config(folder.write("sealcart.toml", text)));
  } catch (const ConfigError& error) {
    const std::string what = error.what();
    return what.substr(what.find("sealcart.toml"));
  }
  return "accepted";
}

std::string with(std::string_view from, std::string_view to) {
  std::string text(kGood);
  text.replace(text.find(from), from.size(), to);
  return text;
}

TEST(Config, PathsAreMeantFromItsFolder) {
  TempFolder folder;
  const ServerConfig config = load_server_config(folder.write("sealcart.toml", kGood));
  EXPECT_EQ(config.port, 9000);
  EXPECT_EQ(config.listen, "127.0.0.1");
  EXPECT_EQ(config.backend.database, folder / "shop.db");
  EXPECT_EQ(config.backend.tokens, "/elsewhere/tokens.db");
  EXPECT_EQ(config.site.size(), 2U);
  EXPECT_EQ(config.backend.stores.at(0).catalogs.at(0), folder / "catalog.json");
}

TEST(Config, MistakesAreNamedWithTheirKey) {
  EXPECT_EQ(refusal(kGood), "accepted");
  EXPECT_EQ(refusal(with("port", "prot")),
            "sealcart.toml: prot: no such key; see docs/OPERATIONS.md");
  EXPECT_EQ(refusal(with("9000", "\"9000\"")),
            "sealcart.toml: port: a whole number from 0 to 65535 is meant here");
  EXPECT_EQ(refusal(with("9000", "99999")),
            "sealcart.toml: port: a whole number from 0 to 65535 is meant here");
  EXPECT_EQ(refusal(with("database = \"shop.db\"", "")), "sealcart.toml: database: is missing");
  EXPECT_EQ(refusal(with("0011", "")),
            "sealcart.toml: merchant: 32 lower-case hexadecimal digits are meant here");
  EXPECT_EQ(refusal(with("document = \"store.json\"", "")),
            "sealcart.toml: store1: document: is missing");
  EXPECT_EQ(refusal(with("[[store]]", "[store]")), "sealcart.toml: store: write [[store]]");
}

TEST(Config, ADatabaseIsAFileOrAPostgresUrl) {
  const std::string file = "database = \"shop.db\"\ntokens = \"/elsewhere/tokens.db\"\n";
  const std::string url = "database = \"postgres://shop@db.example/shop\"\n";
  EXPECT_EQ(refusal(with(file, url)), "accepted");
  EXPECT_EQ(refusal(with("database = \"shop.db\"\n", url)),
            "sealcart.toml: tokens: leave it out: PostgreSQL keeps them in a schema of its own "
            "(sealed)");
  for (const std::string wrong : {"host=/run dbname=shop", "mysql://db.example/shop"}) {
    EXPECT_EQ(
        refusal(with("\"shop.db\"", '"' + wrong + '"')),
        "sealcart.toml: database: the path of an SQLite file or postgres://user@host/database "
        "is meant here");
  }
}

TEST(Config, ABrokenFileIsNamedWithItsLine) {
  EXPECT_NE(refusal("port = \n").find("(line 1)"), std::string::npos);
}

}  // namespace
}  // namespace sealcart::server
