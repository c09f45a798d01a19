// What sealcartd does beside serving: copies of its database, made and put back.
#pragma once

#include <filesystem>

#include "services/backend.h"

namespace sealcart::server {

// A copy of the database as it stands, in a file of its own; by the server when one runs, so that
// nothing stops meanwhile. It holds no sealed tokens. Throws what says why not; then `to` is as it
// was.
void back_up(const BackendConfig& config, const std::filesystem::path& to);

// Puts a copy in place of the database. Refuses while a server runs.
void restore(const BackendConfig& config, const std::filesystem::path& from);

}  // namespace sealcart::server
