#include "http/target.h"

#include <gtest/gtest.h>

namespace sealcart::server::http {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

TEST(Targets, AreTakenApartAndDecoded) {
  Target target;
  ASSERT_TRUE(parse_target("/v1/carts/a%20b?skus=X%2CY&q=1+2&flag", target));
  EXPECT_EQ(target.segments, (std::vector<std::string>{"v1", "carts", "a b"}));
  EXPECT_EQ(target.query, (Pairs{{"skus", "X,Y"}, {"q", "1 2"}, {"flag", ""}}));
}

TEST(Targets, AFolderEndsInAnEmptySegment) {
  Target target;
  ASSERT_TRUE(parse_target("/", target));
  EXPECT_EQ(target.segments, std::vector<std::string>{""});
  Target folder;
  ASSERT_TRUE(parse_target("/a/", folder));
  EXPECT_EQ(folder.segments, (std::vector<std::string>{"a", ""}));
}

TEST(Targets, ThatLeadElsewhereAreRefused) {
  for (const char* text :
       {"", "*", "http://host/", "/..", "/../etc/passwd", "/a/../b", "/%2e%2e/b", "/a/%2E%2E", "/.",
        "/a%2fb", "/a\\b", "/a%5cb", "/a%00b", "/a%", "/a%4", "/a%zz", "/a\x01", "/?x=%0d%0a"}) {
    Target target;
    EXPECT_FALSE(parse_target(text, target)) << text;
  }
}

}  // namespace
}  // namespace sealcart::server::http
