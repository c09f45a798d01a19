// The commands `sealcart tax-rates` and `sealcart new-store`.
#pragma once

#include <CLI/CLI.hpp>

namespace sealcart::tax {

// Adds both to the program. Their result is the exit code.
void add_commands(CLI::App& app, int& exit_code);

}  // namespace sealcart::tax
