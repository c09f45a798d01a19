// Google's Wycheproof vectors against the primitives the token and the manifest stand on.
#include <sodium.h>

#include "support/support.h"

namespace sealcart::seal::test {
namespace {

TEST(SealWycheproof, X25519GivesAll487SecretsAndRefuses31AllZeroOnes) {
  const PublicKey zero{};
  int equal = 0, refused = 0;
  const auto file = read_vectors("wycheproof_x25519.json");
  for (const auto& group : file["testGroups"]) {
    for (const auto& test : group["tests"]) {
      const auto secret = array_from_hex<PublicKey>(test["private"].get<std::string>());
      const auto point = array_from_hex<PublicKey>(test["public"].get<std::string>());
      const auto shared = array_from_hex<PublicKey>(test["shared"].get<std::string>());
      PublicKey product;
      const int rc = crypto_scalarmult_curve25519(product.data(), secret.data(), point.data());
      if (shared == zero) {
        EXPECT_NE(rc, 0) << test["tcId"];
        refused += rc != 0;
      } else {
        EXPECT_EQ(rc, 0) << test["tcId"];
        EXPECT_EQ(to_hex(product), to_hex(shared)) << test["tcId"];
        equal += rc == 0 && product == shared;
      }
    }
  }
  EXPECT_EQ(equal, 487);
  EXPECT_EQ(refused, 31);
}

TEST(SealWycheproof, Ed25519AcceptsAll88ValidAndRefuses63InvalidSignatures) {
  int accepted = 0, refused = 0;
  const auto file = read_vectors("wycheproof_ed25519.json");
  for (const auto& group : file["testGroups"]) {
    const auto pk = array_from_hex<RootKey>(group["publicKey"]["pk"].get<std::string>());
    for (const auto& test : group["tests"]) {
      const ByteVector signature = from_hex(test["sig"].get<std::string>());
      const ByteVector message = from_hex(test["msg"].get<std::string>());
      const bool good = signature.size() == kSignatureBytes &&
                        crypto_sign_ed25519_verify_detached(signature.data(), message.data(),
                                                            message.size(), pk.data()) == 0;
      EXPECT_EQ(good, test["result"] == "valid") << test["tcId"];
      (good ? accepted : refused) += 1;
    }
  }
  EXPECT_EQ(accepted, 88);
  EXPECT_EQ(refused, 63);
}

}  // namespace
}  // namespace sealcart::seal::test
