// Key manifests: only a root's signature, the right merchant, time and serial give a key.
#include <set>

#include "support/support.h"

namespace sealcart::seal::test {
namespace {

class SealManifest : public ::testing::Test {
 protected:
  SealManifest() {
    manifest.merchant = random_array<Id16>();
    manifest.serial = 41;
    manifest.not_before_ms = kNow - kHour;
    manifest.not_after_ms = manifest.not_before_ms + kManifestLifeMs;
    add_key(kNow - kHour, kNow + 23 * kHour);
    add_key(kNow + 22 * kHour, kNow + 46 * kHour);
  }

  ManifestKey& add_key(std::int64_t from_ms, std::int64_t to_ms) {
    const PublicKey pk = recipient_key(random_array<Seed>()).pk;
    return manifest.keys[manifest.count++] = {key_id(pk), kSuiteSealedBox, pk, from_ms, to_ms};
  }

  ByteVector sign() const {
    auto bytes = sign_manifest(manifest, root);
    EXPECT_TRUE(bytes.has_value()) << status_name(bytes.error());
    return bytes.value_or(ByteVector{});
  }
  ManifestContext context() const { return {manifest.merchant, manifest.serial, kNow}; }
  SealStatus verify(Bytes bytes, const ManifestContext& in) const {
    const RootKey roots[] = {root_key(root)};
    return status_of(verify_manifest(bytes, roots, in));
  }

  Seed root = random_array<Seed>();
  KeyManifest manifest;
};

TEST_F(SealManifest, ReadsBackWhatARootSigned) {
  const RootKey roots[] = {root_key(random_array<Seed>()), root_key(root)};  // standby first
  const auto verified = verify_manifest(sign(), roots, context());
  ASSERT_TRUE(verified.has_value()) << status_name(verified.error());
  EXPECT_EQ(*verified, manifest);
}

TEST_F(SealManifest, HasTheDocumentedBytes) {
  const ByteVector bytes = sign();
  EXPECT_EQ(bytes.size(), 45u + 2 * 57 + 64);
  EXPECT_EQ(to_hex(std::span(bytes).first(4)), "57434d31");
  EXPECT_EQ(to_hex(std::span(bytes).subspan(4, 16)), to_hex(manifest.merchant));
  EXPECT_EQ(to_hex(std::span(bytes).subspan(20, 8)), "0000000000000029");
  EXPECT_EQ(bytes[44], 2);
  EXPECT_EQ(to_hex(std::span(bytes).subspan(45, 8)), to_hex(manifest.keys[0].kid));
  EXPECT_EQ(bytes[53], 1);
  EXPECT_EQ(to_hex(std::span(bytes).subspan(54, 32)), to_hex(manifest.keys[0].pk));
}

TEST_F(SealManifest, RefusesEverySingleBitFlipAndEveryOtherLength) {
  const ByteVector good = sign();
  ASSERT_EQ(verify(good, context()), SealStatus::ok);
  for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
    ByteVector bytes = good;
    bytes[bit / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
    const SealStatus status = verify(bytes, context());
    EXPECT_TRUE(status == SealStatus::manifest_signature || status == SealStatus::manifest_encoding)
        << bit;
  }
  ByteVector longer = good;
  longer.resize(good.size() + 64);
  for (std::size_t size = 0; size <= longer.size(); ++size) {
    if (size == good.size()) continue;
    EXPECT_EQ(verify(std::span(longer).first(size), context()), SealStatus::manifest_encoding);
  }
}

TEST_F(SealManifest, RefusesASignatureOfAnyOtherKeyAndNoRootsAtAll) {
  const ByteVector bytes = sign();
  const RootKey other[] = {root_key(random_array<Seed>()), RootKey{}};
  EXPECT_EQ(verify_manifest(bytes, other, context()).error(), SealStatus::manifest_signature);
  EXPECT_EQ(verify_manifest(bytes, {}, context()).error(), SealStatus::manifest_signature);
}

TEST_F(SealManifest, RefusesAnotherMerchantsManifestAndAnOlderSerial) {
  ManifestContext in = context();
  in.merchant[3] ^= 1;
  EXPECT_EQ(verify(sign(), in), SealStatus::manifest_merchant);
  in = context();
  in.lowest_serial = manifest.serial + 1;
  EXPECT_EQ(verify(sign(), in), SealStatus::manifest_serial);
  in.lowest_serial = manifest.serial - 1;
  EXPECT_EQ(verify(sign(), in), SealStatus::ok);
}

TEST_F(SealManifest, HonoursItsWindowToTheMillisecond) {
  const auto at = [&](std::int64_t now_ms) {
    ManifestContext in = context();
    in.now_ms = now_ms;
    return verify(sign(), in);
  };
  EXPECT_EQ(at(manifest.not_before_ms - 1), SealStatus::manifest_early);
  EXPECT_EQ(at(manifest.not_before_ms), SealStatus::ok);
  EXPECT_EQ(at(manifest.not_after_ms - 1), SealStatus::ok);
  EXPECT_EQ(at(manifest.not_after_ms), SealStatus::manifest_expired);
}

TEST_F(SealManifest, SignerRefusesWhatNoReaderWouldAccept) {
  const KeyManifest good = manifest;
  const auto with = [&](auto change) {
    KeyManifest other = good;
    change(other);
    return status_of(sign_manifest(other, root));
  };
  using M = KeyManifest;
  EXPECT_EQ(with([](M&) {}), SealStatus::ok);
  EXPECT_EQ(with([](M& m) { m.count = 0; }), SealStatus::manifest_encoding);
  EXPECT_EQ(with([](M& m) { m.count = 17; }), SealStatus::manifest_encoding);
  EXPECT_EQ(with([](M& m) { m.serial = 0; }), SealStatus::manifest_serial);
  EXPECT_EQ(with([](M& m) { m.not_after_ms += 1; }), SealStatus::manifest_window);
  EXPECT_EQ(with([](M& m) { m.not_after_ms = m.not_before_ms; }), SealStatus::manifest_window);
  EXPECT_EQ(with([](M& m) { m.keys[1].use_to_ms += 1; }), SealStatus::manifest_window);
  EXPECT_EQ(with([](M& m) { m.keys[1].use_from_ms = 0; }), SealStatus::manifest_window);
  EXPECT_EQ(with([](M& m) { m.keys[1].kid[0] ^= 1; }), SealStatus::manifest_key);
  EXPECT_EQ(with([](M& m) { m.keys[1] = m.keys[0]; }), SealStatus::manifest_key);
  EXPECT_EQ(with([](M& m) { m.keys[1].pk = {}, m.keys[1].kid = key_id({}); }),
            SealStatus::manifest_key);
}

TEST_F(SealManifest, ChoosesTheNewestKeyInUse) {
  const auto chosen = [&](std::int64_t now_ms) { return choose_key(manifest, now_ms)->kid; };
  EXPECT_EQ(chosen(kNow), manifest.keys[0].kid);
  EXPECT_EQ(chosen(kNow + 22 * kHour - 1), manifest.keys[0].kid);
  EXPECT_EQ(chosen(kNow + 22 * kHour), manifest.keys[1].kid);  // both in use: rotation
  EXPECT_EQ(chosen(kNow + 46 * kHour - 1), manifest.keys[1].kid);
  EXPECT_EQ(choose_key(manifest, kNow + 46 * kHour).error(), SealStatus::key_none);
  EXPECT_EQ(choose_key(manifest, manifest.not_after_ms).error(), SealStatus::manifest_expired);
  EXPECT_EQ(choose_key(manifest, manifest.not_before_ms - 1).error(), SealStatus::manifest_early);
}

TEST_F(SealManifest, NeverChoosesAKeyOfASuiteItDoesNotKnow) {
  manifest.keys[1].suite = 2;
  ASSERT_EQ(verify(sign(), context()), SealStatus::ok);
  EXPECT_EQ(choose_key(manifest, kNow + 22 * kHour)->kid, manifest.keys[0].kid);
  EXPECT_EQ(choose_key(manifest, kNow + 30 * kHour).error(), SealStatus::key_none);
}

TEST_F(SealManifest, Holds16Keys) {
  while (manifest.count < kManifestKeys) add_key(kNow, kNow + kHour);
  const ByteVector bytes = sign();
  EXPECT_EQ(bytes.size(), kManifestBytes);
  EXPECT_EQ(verify(bytes, context()), SealStatus::ok);
}

}  // namespace
}  // namespace sealcart::seal::test
