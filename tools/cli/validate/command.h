// The command `sealcart validate`.
#pragma once

#include <CLI/CLI.hpp>

namespace sealcart::validate_lines {

// Its result is the exit code.
void add_command(CLI::App& app, int& exit_code);

}  // namespace sealcart::validate_lines
