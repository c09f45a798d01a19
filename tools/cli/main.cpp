// sealcart: the command line to the core.
#include <CLI/CLI.hpp>

#include "check/command.h"
#include "login/command.h"
#include "price/command.h"
#include "replay/command.h"
#include "tax/command.h"
#include "validate/command.h"

int main(int argc, char** argv) {
  CLI::App app{"Sealcart: exact carts, the same in the browser and on the server"};
  app.require_subcommand(1);
  int exit_code = 0;
  sealcart::price_lines::add_commands(app, exit_code);
  sealcart::replay::add_command(app, exit_code);
  sealcart::check_store::add_command(app, exit_code);
  sealcart::tax::add_commands(app, exit_code);
  sealcart::validate_lines::add_command(app, exit_code);
  sealcart::login_token::add_command(app, exit_code);
  CLI11_PARSE(app, argc, argv);
  return exit_code;
}
