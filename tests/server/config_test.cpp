#include "sealcartd/config.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/config_table.h"
#include "support/temp_folder.h"

namespace sealcart::server {
namespace {

using testing::TempFolder;

constexpr std::string_view kGood = R"(port = 9000
merchant = "00112233445566778899aabbccddeeff"
database = "shop.db"
tokens = "../tokens.db"
keys = "keys"
worker_secret_file = "secret"
site = ["site", "art"]
[[store]]
document = "store.json"
catalogs = ["catalog.json"]
)";

std::filesystem::path prepare(const TempFolder& folder, std::string_view text) {
  for (const auto* name : {"site", "art"}) std::filesystem::create_directory(folder / name);
  folder.write("store.json", "{}");
  folder.write("catalog.json", "{}");
  folder.write("cert.pem", "");
  return folder.write("sealcart.toml", text);
}

// Every fault, a line each, without the folder.
std::string refusal(std::string_view text) {
  TempFolder folder;
  const auto file = prepare(folder, text);
  try {
    static_cast<void>(load_server_config(file));
  } catch (const ConfigError& error) {
    std::string what = error.what();
    const std::string prefix = folder.path().string() + "/";
    for (std::size_t at; (at = what.find(prefix)) != what.npos;) what.erase(at, prefix.size());
    return what;
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
  const ServerConfig config = load_server_config(prepare(folder, kGood));
  EXPECT_EQ(config.port, 9000);
  EXPECT_EQ(config.listen, "127.0.0.1");
  EXPECT_EQ(config.backend.database, folder / "shop.db");
  EXPECT_EQ(config.backend.tokens, folder.path().parent_path() / "tokens.db");
  EXPECT_EQ(config.site.size(), 2U);
  EXPECT_EQ(config.backend.stores.at(0).catalogs.at(0), folder / "catalog.json");
}

TEST(Config, MistakesAreNamedWithTheirKey) {
  EXPECT_EQ(refusal(kGood), "accepted");
  EXPECT_EQ(refusal(with("port = 9000", "prot = 9000")),
            "sealcart.toml: prot: no such key; see docs/OPERATIONS.md. Is port meant?");
  EXPECT_EQ(refusal(with("site =", "zebra =")),
            "sealcart.toml: zebra: no such key; see docs/OPERATIONS.md.");
  EXPECT_EQ(refusal(with("9000", "\"9000\"")),
            "sealcart.toml: port: a whole number from 0 to 65535 is meant here");
  EXPECT_EQ(refusal(with("9000", "99999")),
            "sealcart.toml: port: a whole number from 0 to 65535 is meant here");
  EXPECT_EQ(refusal(with("database = \"shop.db\"", "")), "sealcart.toml: database: is missing");
  EXPECT_EQ(refusal(with("0011", "")),
            "sealcart.toml: merchant: 32 lower-case hexadecimal digits are meant here");
  EXPECT_EQ(refusal(with("document = \"store.json\"", "")),
            "sealcart.toml: store1: document: is missing");
  EXPECT_EQ(refusal(with("[[store]]", "[store]")),
            "sealcart.toml: store: write [[store]]\nsealcart.toml: store: write at least one "
            "[[store]]");
}

TEST(Config, FilesAndFoldersAreLookedFor) {
  EXPECT_EQ(refusal(with("\"store.json\"", "\"no.json\"")),
            "sealcart.toml: store1: document: no.json can't be read");
  EXPECT_EQ(refusal(with("\"catalog.json\"", "\"site\"")),
            "sealcart.toml: store1: catalogs: site can't be read");
  EXPECT_EQ(refusal(with("\"art\"", "\"store.json\"")),
            "sealcart.toml: site: store.json is no folder that can be read");
  EXPECT_EQ(refusal(with("\"shop.db\"", "\"nowhere/shop.db\"")),
            "sealcart.toml: database: nowhere/shop.db can't be written");
  EXPECT_EQ(refusal(with("\"shop.db\"", "\"site\"")),
            "sealcart.toml: database: site can't be written");
}

TEST(Config, EveryFaultIsToldAtOnce) {
  const std::string text = with("port = 9000", R"(port = -1
listen = "example"
log_level = 3
streams = 2000000
allowed_origins = ["https://shop.example/", "*"]
trusted_proxies = ["10.0.0.0/40"]
origin = "HTTPS://shop.example"
)");
  const std::string faults = refusal(text);
  EXPECT_EQ(std::ranges::count(faults, '\n'), 7) << faults;
  for (const auto* key : {"port", "listen", "log_level", "streams", "allowed_origins: *",
                          "allowed_origins: https://shop.example/", "trusted_proxies", "origin"}) {
    EXPECT_NE(faults.find("sealcart.toml: " + std::string(key)), std::string::npos) << key;
  }
}

TEST(Config, NothingIsServedInTheClearToOtherMachines) {
  const auto listening = [](std::string_view more) {
    return refusal(with("port = 9000", more)).substr(0, 29);
  };
  constexpr std::string_view kRefused = "sealcart.toml: listen: withou";
  EXPECT_EQ(listening("listen = \"0.0.0.0\""), kRefused);
  EXPECT_EQ(listening("listen = \"::\""), kRefused);
  EXPECT_EQ(listening("listen = \"192.0.2.1\"\nbehind_proxy = false"), kRefused);
  EXPECT_EQ(listening("listen = \"0.0.0.0\"\nbehind_proxy = true"), "accepted");
  EXPECT_EQ(listening("listen = \"::1\""), "accepted");
  EXPECT_EQ(listening("listen = \"0.0.0.0\"\ntls_certificate = \"cert.pem\"\n"
                      "tls_key = \"cert.pem\""),
            "accepted");
  EXPECT_EQ(listening("tls_key = \"cert.pem\""), "sealcart.toml: tls_certificat");
}

TEST(Config, StoresAreReadWhenAsked) {
  TempFolder folder;
  const auto file = prepare(folder, kGood);
  EXPECT_THROW(static_cast<void>(load_server_config(file, Stores::read)), ConfigError);
}

TEST(Config, ADatabaseIsAFileOrAPostgresUrl) {
  const std::string file = "database = \"shop.db\"\ntokens = \"../tokens.db\"\n";
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
