// Any bytes as batches of operations that come in for a cart, as JSON and in compact form. What is
// let in leaves a sound cart, changes nothing the second time, and is the same for a device.
#include <cstdlib>

#include "support/op_verdict.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  if (sealcart::op_verdict(input).broken) std::abort();
  return 0;
}
