// The commands `sealcart price` and `sealcart invoice`.
#pragma once

#include <CLI/CLI.hpp>

namespace sealcart::price_lines {

// Adds both to the program. Their result is the exit code.
void add_commands(CLI::App& app, int& exit_code);

}  // namespace sealcart::price_lines
