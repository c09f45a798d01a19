#include "http/static_files.h"

#include <gtest/gtest.h>

#include "base/crypto.h"
#include "http/target.h"
#include "support/temp_folder.h"

namespace sealcart::server::http {
namespace {

using server::testing::TempFolder;

class StaticFilesTest : public ::testing::Test {
 protected:
  void SetUp() override {
    start_crypto();
    folder.write("site/index.html", "<h1>shop</h1>");
    folder.write("site/qa.html", "qa");
    folder.write("site/cart.wasm", "wasm");
    folder.write("site/cart.wasm.br", "packed");
    folder.write("site/.hidden", "secret");
    folder.write("other/index.html", "other");
    folder.write("other/art/a.svg", "<svg/>");
    folder.write("secret.txt", "secret");
    std::filesystem::create_symlink(folder / "secret.txt", folder / "site/link.txt");
  }
  Response get(const std::string& path, std::vector<Header> headers = {}) {
    Target target;
    EXPECT_TRUE(parse_target(path, target)) << path;
    Request request;
    request.method = "GET";
    request.segments = target.segments;
    request.headers = std::move(headers);
    return files.answer(request);
  }
  static std::string header(const Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers) {
      if (key == name) return value;
    }
    return {};
  }
  TempFolder folder;
  StaticFiles files{{folder / "site", folder / "other"}};
};

TEST_F(StaticFilesTest, AreFoundInTheFirstFolderThatHasThem) {
  EXPECT_EQ(get("/").content(), "<h1>shop</h1>");
  EXPECT_EQ(get("/index.html").content(), "<h1>shop</h1>");
  EXPECT_EQ(get("/qa").content(), "qa");
  EXPECT_EQ(get("/art/a.svg").content(), "<svg/>");
}

TEST_F(StaticFilesTest, HaveTheirTypes) {
  EXPECT_EQ(get("/").content_type, "text/html; charset=utf-8");
  EXPECT_EQ(get("/cart.wasm").content_type, "application/wasm");
  EXPECT_EQ(get("/art/a.svg").content_type, "image/svg+xml");
}

TEST_F(StaticFilesTest, NothingElseIsServed) {
  for (const char* path : {"/none", "/none.js", "/.hidden", "/link.txt", "/art", "/index"}) {
    const Response response = get(path);
    if (std::string_view(path) == "/index") {
      EXPECT_EQ(response.status, 200);
    } else {
      EXPECT_EQ(response.status, 404) << path;
    }
  }
}

TEST_F(StaticFilesTest, AreNotSentAgainWhenTheyDidNotChange) {
  const std::string etag = header(get("/"), "etag");
  EXPECT_EQ(get("/", {{"if-none-match", etag}}).status, 304);
  folder.write("site/index.html", "<h1>new shop</h1>");
  const Response changed = get("/", {{"if-none-match", etag}});
  EXPECT_EQ(changed.status, 200);
  EXPECT_EQ(changed.content(), "<h1>new shop</h1>");
}

TEST_F(StaticFilesTest, ArePackedForThoseWhoUnpack) {
  const Response packed = get("/cart.wasm", {{"accept-encoding", "gzip, br"}});
  EXPECT_EQ(packed.content(), "packed");
  EXPECT_EQ(header(packed, "content-encoding"), "br");
  EXPECT_EQ(packed.content_type, "application/wasm");
  EXPECT_EQ(get("/cart.wasm", {{"accept-encoding", "br;q=0"}}).content(), "wasm");
  EXPECT_EQ(get("/cart.wasm").content(), "wasm");
}

}  // namespace
}  // namespace sealcart::server::http
