// The command `sealcart replay`.
#pragma once

#include <CLI/CLI.hpp>

namespace sealcart::replay {

// Adds the command `replay` to the program. Its result is the exit code.
void add_command(CLI::App& app, int& exit_code);

}  // namespace sealcart::replay
