// What most files of core read, read once for all of them under the sanitizers (CMake puts it
// before each batch). Files go on including what they use.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sealcart/catalog.h"
#include "sealcart/describe.h"
#include "sealcart/op.h"
#include "sealcart/result.h"
#include "sealcart/snapshot.h"
#include "sealcart/store.h"
