// Our own vectors, made by make_vectors.py from the RFCs and papers without libsodium.
#include <sodium.h>

#include "sealed_box.h"
#include "support/support.h"

namespace sealcart::seal::test {
namespace {

using Json = nlohmann::json;

template <class Array>
Array get(const Json& vector, const char* field) {
  return array_from_hex<Array>(vector[field].get<std::string>());
}

ByteVector bytes(const Json& vector, const char* field) {
  return from_hex(vector[field].get<std::string>());
}

TEST(SealVectors, SealedBoxesOfEveryLengthAreMadeAndOpened) {
  const Json file = read_vectors("sealed_box.json");
  ASSERT_EQ(file["vectors"].size(), 68u);
  for (const Json& vector : file["vectors"]) {
    const RecipientKey key = recipient_key(get<Seed>(vector, "recipientSeed"));
    EXPECT_EQ(to_hex(key.pk), vector["pk"].get<std::string>());
    const ByteVector text = bytes(vector, "plaintext"), expected = bytes(vector, "box");
    ByteVector box(text.size() + kBoxOverhead);
    std::ranges::copy(text, box.begin() + kBoxOverhead);
    ASSERT_TRUE(seal_in_place(box, key.pk, get<Seed>(vector, "ephemeralSeed")));
    EXPECT_EQ(to_hex(box), to_hex(expected));
    ByteVector opened(text.size() + 1);
    ASSERT_EQ(crypto_box_seal_open(opened.data(), expected.data(), expected.size(), key.pk.data(),
                                   key.sk.bytes().data()),
              0);
    EXPECT_TRUE(std::ranges::equal(std::span(opened).first(text.size()), text));
  }
}

TEST(SealVectors, TokensAreMadeAndOpened) {
  const Json file = read_vectors("token_v1.json");
  ASSERT_EQ(file["vectors"].size(), 16u);
  for (const Json& vector : file["vectors"]) {
    const RecipientKey key = recipient_key(get<Seed>(vector, "recipientSeed"));
    TokenHeader header;
    header.merchant = get<Id16>(vector, "merchant");
    header.cart = get<Id16>(vector, "cart");
    header.quote = get<Id16>(vector, "quote");
    header.cart_state = get<Hash32>(vector, "cartHash");
    header.amount_minor = vector["amount"];
    std::ranges::copy(vector["currency"].get<std::string>(), header.currency.begin());
    header.exponent = vector["exponent"];
    header.issued_at_ms = vector["issuedAtMs"];
    header.expires_at_ms = vector["expiresAtMs"];
    header.jti = get<Id16>(vector, "jti");
    const ByteVector payload = bytes(vector, "payload");
    TokenBytes token;
    ASSERT_EQ(seal_token(header, payload, key.pk, get<Seed>(vector, "ephemeralSeed"), token),
              SealStatus::ok);
    EXPECT_EQ(to_hex(token), vector["token"].get<std::string>());
    const auto opened = open_now(bytes(vector, "token"), key, header);
    ASSERT_TRUE(opened.has_value()) << status_name(opened.error());
    header.kid = key.kid;
    EXPECT_EQ(opened->header, header);
    EXPECT_TRUE(std::ranges::equal(opened->payload.bytes(), payload));
  }
}

}  // namespace
}  // namespace sealcart::seal::test
