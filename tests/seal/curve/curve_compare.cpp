// seal.wasm's field products, comb and X25519 against libsodium's: same values for every input.
#include <sodium.h>

#include <nlohmann/json.hpp>

#include "curve/field_reference.h"
#include "support/support.h"

namespace sealcart::seal::test {
namespace {

using Element = std::array<std::uint64_t, 5>;
using Canonical = std::array<std::uint8_t, 32>;

constexpr std::uint64_t kLimbBound = std::uint64_t{1} << 54;  // the contract of field_products.h

Canonical canonical(const Element& element) {
  Canonical bytes;
  fe25519_tobytes(bytes.data(), element.data());
  return bytes;
}

// Limbs at the bounds, of few bits, or any below 2^54.
Element random_element() {
  const auto draw = random_array<std::array<std::uint8_t, 48>>();
  Element element;
  for (std::size_t i = 0; i < element.size(); ++i) {
    std::uint64_t value = 0;
    for (std::size_t b = 0; b < 8; ++b) value = value << 8 | draw[8 * i + b];
    switch (draw[40 + i] % 8) {
      case 0:
        element[i] = 0;
        break;
      case 1:
        element[i] = kLimbBound - 1;
        break;
      case 2:
        element[i] = (std::uint64_t{1} << 51) - 1;
        break;
      case 3:
        element[i] = value % (std::uint64_t{1} << 26);
        break;
      default:
        element[i] = value % kLimbBound;
    }
  }
  return element;
}

void expect_bounded(const Element& element, std::uint64_t bound) {
  for (const std::uint64_t limb : element) ASSERT_LT(limb, bound);
}

TEST(SealCurve, FieldProductsEqualLibsodiums128BitOnes) {
  constexpr std::uint64_t kOut = (std::uint64_t{1} << 51) + 2;
  for (int round = 0; round < 200'000; ++round) {
    const Element f = random_element(), g = random_element();
    Element ours, theirs;
    fe25519_mul(ours.data(), f.data(), g.data());
    reference_mul(theirs.data(), f.data(), g.data());
    ASSERT_EQ(canonical(ours), canonical(theirs));
    expect_bounded(ours, kOut);
    fe25519_sq(ours.data(), f.data());
    reference_sq(theirs.data(), f.data());
    ASSERT_EQ(canonical(ours), canonical(theirs));
    expect_bounded(ours, kOut);
    fe25519_sq2(ours.data(), f.data());
    reference_scalar_product(theirs.data(), theirs.data(), 2);  // its own sq2 overflows near 2^54
    ASSERT_EQ(canonical(ours), canonical(theirs));
    expect_bounded(ours, 2 * kOut);
    fe25519_scalar_product(ours.data(), f.data(), 121666);
    reference_scalar_product(theirs.data(), f.data(), 121666);
    ASSERT_EQ(canonical(ours), canonical(theirs));
    expect_bounded(ours, (std::uint64_t{1} << 51) + (std::uint64_t{1} << 46));
  }
}

TEST(SealCurve, FieldProductsMayOverwriteTheirOperands) {
  for (int round = 0; round < 1000; ++round) {
    const Element f = random_element(), g = random_element();
    Element apart, left = f, right = g, square = f;
    fe25519_mul(apart.data(), f.data(), g.data());
    fe25519_mul(left.data(), left.data(), g.data());
    fe25519_mul(right.data(), f.data(), right.data());
    EXPECT_EQ(left, apart);
    EXPECT_EQ(right, apart);
    fe25519_sq(apart.data(), f.data());
    fe25519_sq(square.data(), square.data());
    EXPECT_EQ(square, apart);
  }
}

void expect_same_base_multiple(const Seed& scalar) {
  Canonical ours, theirs;
  ASSERT_EQ(seal_curve_x25519.mult_base(ours.data(), scalar.data()), 0);
  ASSERT_EQ(crypto_scalarmult_curve25519_base(theirs.data(), scalar.data()), 0);
  ASSERT_EQ(to_hex(ours), to_hex(theirs)) << "scalar " << to_hex(scalar);
}

TEST(SealCurve, CombGivesLibsodiumsPublicKeys) {
  Seed scalar{};
  expect_same_base_multiple(scalar);
  scalar.fill(0xff);
  expect_same_base_multiple(scalar);
  for (std::size_t bit = 0; bit < 256; ++bit) {
    scalar.fill(0);
    scalar[bit / 8] = static_cast<std::uint8_t>(1 << bit % 8);
    expect_same_base_multiple(scalar);
    for (std::uint8_t& byte : scalar) byte = static_cast<std::uint8_t>(~byte);
    expect_same_base_multiple(scalar);
  }
  for (int round = 0; round < 5'000; ++round) expect_same_base_multiple(random_array<Seed>());
}

TEST(SealCurve, LadderOverOurProductsPassesWycheproof) {
  const auto file = read_vectors("wycheproof_x25519.json");
  int equal = 0, zero = 0;
  for (const auto& group : file["testGroups"]) {
    for (const auto& test : group["tests"]) {
      const auto scalar = array_from_hex<Seed>(test["private"].get<std::string>());
      const auto point = array_from_hex<PublicKey>(test["public"].get<std::string>());
      Canonical shared{};
      const int rc = seal_curve_x25519.mult(shared.data(), scalar.data(), point.data());
      const std::string expected = test["shared"];
      if (expected == std::string(64, '0')) {
        EXPECT_TRUE(rc != 0 || shared == Canonical{}) << test["tcId"];
        ++zero;
      } else {
        EXPECT_EQ(to_hex(shared), expected) << test["tcId"];
        ++equal;
      }
    }
  }
  EXPECT_EQ(equal, 487);
  EXPECT_EQ(zero, 31);
}

TEST(SealCurve, LadderOverOurProductsEqualsLibsodiums) {
  for (int round = 0; round < 2'000; ++round) {
    const auto scalar = random_array<Seed>(), point = random_array<Seed>();
    Canonical ours, theirs;
    ASSERT_EQ(seal_curve_x25519.mult(ours.data(), scalar.data(), point.data()),
              crypto_scalarmult_curve25519(theirs.data(), scalar.data(), point.data()));
    ASSERT_EQ(to_hex(ours), to_hex(theirs));
  }
}

}  // namespace
}  // namespace sealcart::seal::test
