// The lines of regions.txt, one at a time.
#pragma once

#include "pack_rows.h"
#include "sealcart/validate/address.h"

namespace sealcart {

// Cuts one region off the lines.
inline Region next_region(std::string_view& lines) {
  std::string_view line = cut_before(lines, '\n');
  Region region;
  for (std::string_view* field :
       {&region.name, &region.code, &region.latin, &region.others, &region.postal_prefix,
        &region.postal_pattern, &region.required}) {
    *field = cut_before(line, '\t');
  }
  return region;
}

}  // namespace sealcart
