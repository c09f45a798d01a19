// The packs this instance of the module has loaded; carts and forms read the same ones.
#pragma once

#include "sealcart/field_packs.h"

namespace sealcart::wasm {

inline FieldPacks& tables() {
  static FieldPacks instance;
  return instance;
}

}  // namespace sealcart::wasm
