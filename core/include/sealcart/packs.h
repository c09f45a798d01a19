// The tables of field checks that native programs carry inside (library sealcart_packs).
#pragma once

#include <string_view>

#include "sealcart/field_packs.h"

namespace sealcart {

// "phone", "phone-formats", "address", "regions": their bytes, which live as long as the program.
// Empty for another name.
std::string_view embedded_pack(std::string_view name);

// All of them.
void load_embedded_packs(FieldPacks& packs);

}  // namespace sealcart
