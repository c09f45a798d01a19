// Sealing: the format libsodium opens, one length, refusals that leave nothing behind.
#include <sodium.h>

#include <set>

#include "sealcart/seal/base64url.h"
#include "support/support.h"

namespace sealcart::seal::test {
namespace {

std::span<const std::uint8_t> box_of(const TokenBytes& token) {
  return std::span(token).subspan(kHeaderBytes);
}

TEST(SealToken, PlainCryptoBoxSealOpenReadsTheBody) {
  const Sealed sealed = sample_token();
  std::array<std::uint8_t, kBodyBytes> body;
  const auto box = box_of(sealed.token);
  ASSERT_EQ(crypto_box_seal_open(body.data(), box.data(), box.size(), sealed.key.pk.data(),
                                 sealed.key.sk.bytes().data()),
            0);
  EXPECT_EQ(body[0], 1);
  std::array<std::uint8_t, 9 + kHeaderBytes + 32> hashed{'W', 'C', 'T', '1', '/', 'h', 'd', 'r'};
  std::ranges::copy(std::span(sealed.token).first<kHeaderBytes>(), hashed.begin() + 9);
  std::ranges::copy(sealed.key.pk, hashed.begin() + 9 + kHeaderBytes);
  Hash32 hash;
  crypto_generichash(hash.data(), 32, hashed.data(), hashed.size(), nullptr, 0);
  EXPECT_EQ(to_hex(std::span(body).subspan(1, 32)), to_hex(hash));
  EXPECT_EQ(body[33] << 8 | body[34], 300);
  EXPECT_EQ(to_hex(std::span(body).subspan(35, 300)), to_hex(sealed.payload));
  EXPECT_TRUE(std::ranges::all_of(std::span(body).subspan(335), [](int b) { return b == 0; }));
}

// crypto_box_seal draws its own key pair; with the pair fixed, its documented construction is
// crypto_box_easy under the nonce BLAKE2b(epk ‖ pk). libsodium's own table multiplies here.
TEST(SealToken, EqualsLibsodiumsSealedBoxWithTheSameEphemeralKey) {
  for (int round = 0; round < 100; ++round) {
    const RecipientKey key = recipient_key(random_array<Seed>());
    const Seed seed = random_array<Seed>();
    const TokenHeader header = sample_header();
    const ByteVector payload = sample_payload();
    TokenBytes token;
    ASSERT_EQ(seal_token(header, payload, key.pk, seed, token), SealStatus::ok);
    const auto opened = open_now(token, key, header);
    ASSERT_TRUE(opened.has_value());

    std::array<std::uint8_t, kBodyBytes> body;
    const auto box = box_of(token);
    ASSERT_EQ(crypto_box_seal_open(body.data(), box.data(), box.size(), key.pk.data(),
                                   key.sk.bytes().data()),
              0);
    std::array<std::uint8_t, 32> esk;
    std::array<std::uint8_t, kBodyBytes + kBoxOverhead> expected;
    crypto_box_seed_keypair(expected.data(), esk.data(), seed.data());
    std::array<std::uint8_t, crypto_box_NONCEBYTES> nonce;
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, nonce.size());
    crypto_generichash_update(&state, expected.data(), 32);
    crypto_generichash_update(&state, key.pk.data(), 32);
    crypto_generichash_final(&state, nonce.data(), nonce.size());
    ASSERT_EQ(crypto_box_easy(expected.data() + 32, body.data(), body.size(), nonce.data(),
                              key.pk.data(), esk.data()),
              0);
    ASSERT_EQ(to_hex(box), to_hex(expected));
  }
}

TEST(SealToken, Opens1000TimesAndGivesBackThePayload) {
  for (int round = 0; round < 1000; ++round) {
    const Sealed sealed = sample_token();
    const auto opened = open_now(sealed.token, sealed.key, sealed.header);
    ASSERT_TRUE(opened.has_value()) << status_name(opened.error());
    EXPECT_EQ(opened->header, sealed.header);
    EXPECT_TRUE(std::ranges::equal(opened->payload.bytes(), sealed.payload));
  }
}

TEST(SealToken, HasOneLengthOverAll478PayloadLengths) {
  const RecipientKey key = recipient_key(random_array<Seed>());
  const TokenHeader header = sample_header();
  std::set<std::size_t> lengths;
  for (std::size_t size = 0; size <= kPayloadBytes; ++size) {
    ByteVector payload(size);
    fill_random(payload);
    TokenBytes token;
    ASSERT_EQ(seal_token(header, payload, key.pk, random_array<Seed>(), token), SealStatus::ok);
    std::array<char, kTokenTextBytes + 1> text;
    encode_text(token, text);
    lengths.insert(std::string_view(text.data()).size());
    const auto opened = open_now(token, key, header);
    ASSERT_TRUE(opened.has_value());
    ASSERT_TRUE(std::ranges::equal(opened->payload.bytes(), payload)) << size;
  }
  EXPECT_EQ(lengths, std::set<std::size_t>{934});
}

TEST(SealToken, SameSeedSameBytesOtherSeedOtherBox) {
  const RecipientKey key = recipient_key(random_array<Seed>());
  const TokenHeader header = sample_header();
  const Seed seed = random_array<Seed>();
  TokenBytes first, again, other;
  ASSERT_EQ(seal_token(header, sample_payload(), key.pk, seed, first), SealStatus::ok);
  ASSERT_EQ(seal_token(header, sample_payload(), key.pk, seed, again), SealStatus::ok);
  ASSERT_EQ(seal_token(header, sample_payload(), key.pk, random_array<Seed>(), other),
            SealStatus::ok);
  EXPECT_EQ(first, again);
  EXPECT_FALSE(std::ranges::equal(box_of(first).first(32), box_of(other).first(32)));
}

TEST(SealToken, RefusalLeavesNothingInTheToken) {
  const RecipientKey key = recipient_key(random_array<Seed>());
  const auto refused = [&](const TokenHeader& header, std::size_t size, const PublicKey& pk,
                           const Seed& seed) {
    TokenBytes token;
    token.fill(0x5A);
    const SealStatus status = seal_token(header, ByteVector(size, 0x42), pk, seed, token);
    EXPECT_EQ(token, TokenBytes{}) << status_name(status);
    return status;
  };
  const TokenHeader good = sample_header();
  TokenHeader bad_amount = good;
  bad_amount.amount_minor = -5;
  const Seed seed = random_array<Seed>();
  EXPECT_EQ(refused(good, kPayloadBytes + 1, key.pk, seed), SealStatus::payload_length);
  EXPECT_EQ(refused(good, 10, key.pk, Seed{}), SealStatus::seed_missing);
  EXPECT_EQ(refused(bad_amount, 10, key.pk, seed), SealStatus::amount_range);
  EXPECT_EQ(refused(good, 10, PublicKey{}, seed), SealStatus::key_low_order);
}

TEST(SealToken, RefusesEveryLowOrderRecipientKey) {
  // The points of order 1, 2, 4 and 8 of Curve25519 and its twist, with the non-canonical
  // encodings of 0 and 1 (RFC 7748, section 6.1); each also with the ignored top bit set.
  const char* const low_order[] = {
      "0000000000000000000000000000000000000000000000000000000000000000",
      "0100000000000000000000000000000000000000000000000000000000000000",
      "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
      "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
      "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
      "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
      "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"};
  for (const char* hex : low_order) {
    for (const std::uint8_t top : {std::uint8_t{0x00}, std::uint8_t{0x80}}) {
      auto pk = array_from_hex<PublicKey>(hex);
      pk[31] = static_cast<std::uint8_t>(pk[31] | top);
      TokenBytes token;
      EXPECT_EQ(seal_token(sample_header(), sample_payload(), pk, random_array<Seed>(), token),
                SealStatus::key_low_order)
          << to_hex(pk);
    }
  }
}

}  // namespace
}  // namespace sealcart::seal::test
