// The text form is strict: one text for each token, nothing tolerated.
#include "sealcart/seal/base64url.h"

#include "support/support.h"

namespace sealcart::seal::test {
namespace {

std::string encode(Bytes bytes) {
  std::string text(text_size(bytes.size()) + 1, '\0');
  encode_text(bytes, text);
  text.pop_back();
  return text;
}

SealStatus decode_status(std::string_view text, std::size_t room) {
  ByteVector bytes(room);
  return status_of(decode_text(text, bytes));
}

TEST(SealText, RoundTripsEveryLengthUpToAToken) {
  for (std::size_t size = 0; size <= kTokenBytes; ++size) {
    ByteVector bytes(size), back(size);
    fill_random(bytes);
    const std::string text = encode(bytes);
    ASSERT_EQ(text.size(), text_size(size));
    ASSERT_EQ(text.find_first_of("+/="), std::string::npos);
    const auto written = decode_text(text, back);
    ASSERT_TRUE(written.has_value());
    ASSERT_EQ(*written, size);
    ASSERT_EQ(back, bytes);
  }
}

TEST(SealText, KnowsTheVectorsOfRfc4648) {
  const ByteVector foobar{'f', 'o', 'o', 'b', 'a', 'r'};
  const char* const texts[] = {"", "Zg", "Zm8", "Zm9v", "Zm9vYg", "Zm9vYmE", "Zm9vYmFy"};
  for (std::size_t size = 0; size <= foobar.size(); ++size) {
    EXPECT_EQ(encode(std::span(foobar).first(size)), texts[size]);
  }
  EXPECT_EQ(encode(ByteVector{0xfb, 0xff}), "-_8");
}

TEST(SealText, RefusesEveryOtherSpelling) {
  EXPECT_EQ(decode_status("Zg", 1), SealStatus::ok);
  for (const char* text : {"Zg==", "Zg=", "Z", "Zh", "+/8", "Zg\n", " Zg", "Zm 8", "Zm\xc3\xa9"}) {
    EXPECT_EQ(decode_status(text, 8), SealStatus::token_encoding) << text;
  }
  EXPECT_EQ(decode_status(std::string_view("Zg\0", 3), 8), SealStatus::token_encoding);
  EXPECT_EQ(decode_status("Zm9v", 2), SealStatus::token_encoding);  // does not fit
}

}  // namespace
}  // namespace sealcart::seal::test
