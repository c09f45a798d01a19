// The ways to deliver a cart, as its snapshot tells them.
#pragma once

#include <vector>

#include "sealcart/snapshot.h"

namespace sealcart {

std::vector<SnapshotMethod> methods_of(const StoreDocument& doc, const Priced& priced);

}  // namespace sealcart
