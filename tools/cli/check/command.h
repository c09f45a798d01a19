// The command `sealcart check-store`.
#pragma once

#include <CLI/CLI.hpp>

namespace sealcart::check_store {

// Adds it to the program. Its result is the exit code: 0 nothing is refused, 1 something is, 2 a
// file can't be read.
void add_command(CLI::App& app, int& exit_code);

}  // namespace sealcart::check_store
