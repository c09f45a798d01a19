// What a value says beside whether it is right: its parts and the usual ways to write it.
#pragma once

#include <cstdint>
#include <vector>

#include "sealcart/validate_request.h"

namespace sealcart {

// By kind as docs/FORMS.md lists them. Requires the packs the kind needs.
std::vector<ProblemParam> facts_of(const ValidateRequest& request, const FieldPacks& packs,
                                   std::int64_t today);

}  // namespace sealcart
