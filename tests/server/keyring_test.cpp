#include "payd/keyring.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "services/key_directory.h"
#include "support/test_shop.h"

namespace sealcart::server::payd {
namespace {

using server::testing::kStart;
using server::testing::TempFolder;

constexpr std::int64_t kHourMs = 3600 * 1000;
constexpr seal::Id16 kMerchant{7};

mode_t mode_of(const std::filesystem::path& path) {
  struct stat info{};
  return ::stat(path.c_str(), &info) == 0 ? info.st_mode & 0777 : 0;
}

class KeyringTest : public ::testing::Test {
 protected:
  void SetUp() override { start_crypto(); }
  Keyring ring(std::int64_t now) {
    return Keyring(folder / "private", folder / "public", kMerchant, {now});
  }
  TempFolder folder;
};

TEST_F(KeyringTest, SecretsAreTheirOwnersAloneAndStay) {
  static_cast<void>(ring(kStart));
  EXPECT_EQ(mode_of(folder / "private/root.seed"), 0600U);
  EXPECT_EQ(mode_of(folder / "private/keys"), 0600U);
  EXPECT_EQ(mode_of(folder / "public/manifest"), 0644U);
  const KeyDirectory directory(folder / "public", kMerchant);
  KeyDirectory first(folder / "public", kMerchant);
  const auto root = first.root_key({kStart});
  static_cast<void>(ring(kStart + 1000));
  KeyDirectory second(folder / "public", kMerchant);
  EXPECT_EQ(second.root_key({kStart + 1000}), root);
}

TEST_F(KeyringTest, ThePublishedManifestVerifies) {
  static_cast<void>(ring(kStart));
  KeyDirectory directory(folder / "public", kMerchant);
  EXPECT_TRUE(directory.manifest({kStart}));
  KeyDirectory other(folder / "public", seal::Id16{8});
  EXPECT_FALSE(other.manifest({kStart}));
  EXPECT_FALSE(directory.manifest({kStart + 8 * 24 * kHourMs}));
}

TEST_F(KeyringTest, KeysAreRenewedAndDestroyed) {
  Keyring keys = ring(kStart);
  KeyDirectory directory(folder / "public", kMerchant);
  const auto first = directory.manifest({kStart});
  keys.tend({kStart + 11 * kHourMs});
  EXPECT_EQ(directory.manifest({kStart + 11 * kHourMs}), first);
  keys.tend({kStart + 13 * kHourMs});
  EXPECT_NE(directory.manifest({kStart + 13 * kHourMs}), first);
  // The keys a restart finds are the same.
  Keyring again = ring(kStart + 13 * kHourMs);
  EXPECT_NE(directory.manifest({kStart + 13 * kHourMs}), std::nullopt);
}

TEST_F(KeyringTest, APairOpensForADayAfterItsUse) {
  Keyring keys = ring(kStart);
  std::ifstream file(folder / "private/keys");
  std::string word, seed_hex;
  std::int64_t serial = 0;
  file >> word >> serial >> seed_hex;
  const auto seed = hash_from_hex(seed_hex);
  ASSERT_TRUE(seed);
  const seal::KeyId kid = seal::recipient_key(*seed).kid;
  EXPECT_NE(keys.find(kid), nullptr);
  keys.tend({kStart + 47 * kHourMs});
  EXPECT_NE(keys.find(kid), nullptr);
  keys.tend({kStart + 48 * kHourMs});
  EXPECT_EQ(keys.find(kid), nullptr);
  EXPECT_EQ(
      Keyring(folder / "private", folder / "public", kMerchant, {kStart + 48 * kHourMs}).find(kid),
      nullptr);
}

}  // namespace
}  // namespace sealcart::server::payd
