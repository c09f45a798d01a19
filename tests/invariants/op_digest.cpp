// Sends drawn and damaged operations to a cart and prints a digest of the verdicts for each
// thousand. Native code and Wasm must print the same.
//   op_digest [COUNT [FIRST_SEED]]
//   op_digest --write FOLDER COUNT: the inputs as files, to start a search from
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "support/op_verdict.h"

namespace {

int write_inputs(const std::string& folder, long count) {
  for (long n = 0; n < count; ++n) {
    sealcart::Random random(static_cast<std::uint64_t>(n));
    const std::string input = sealcart::drawn_op_input(random);
    std::FILE* file = std::fopen((folder + "/drawn-" + std::to_string(n)).c_str(), "wb");
    if (file == nullptr) return 1;
    std::fwrite(input.data(), 1, input.size(), file);
    std::fclose(file);
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 4 && std::strcmp(argv[1], "--write") == 0) {
    return write_inputs(argv[2], std::atol(argv[3]));
  }
  const long count = argc > 1 ? std::atol(argv[1]) : 100'000;
  const long first = argc > 2 ? std::atol(argv[2]) : 7'000'000;
  std::uint64_t digest = 14'695'981'039'346'656'037U;  // FNV-1a, 64 bits
  long broken = 0;
  for (long n = 0; n < count; ++n) {
    sealcart::Random random(static_cast<std::uint64_t>(first + n));
    const auto verdict = sealcart::op_verdict(sealcart::drawn_op_input(random));
    if (verdict.broken) ++broken;
    for (const char byte : verdict.text) {
      digest = (digest ^ static_cast<unsigned char>(byte)) * 1'099'511'628'211U;
    }
    if ((n + 1) % 1000 == 0 || n + 1 == count) {
      std::printf("%ld %016llx\n", n + 1, static_cast<unsigned long long>(digest));
    }
  }
  if (broken > 0) std::printf("%ld broken\n", broken);
  return broken > 0 ? 1 : 0;
}
