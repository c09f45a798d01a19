// The command `sealcart login-token`.
#pragma once

#include <CLI/CLI.hpp>

namespace sealcart::login_token {

// Its result is the exit code.
void add_command(CLI::App& app, int& exit_code);

}  // namespace sealcart::login_token
