#include "validate/command.h"

#include <memory>
#include <utility>

#include "lines/lines.h"
#include "sealcart/packs.h"
#include "sealcart/validate_request.h"
#include "sealcart/wire.h"

namespace sealcart::validate_lines {
namespace {

int validate_values(const std::string& file) {
  FieldPacks packs;
  load_embedded_packs(packs);
  return lines::run(file, [&](std::string_view text, std::string& out) -> Status {
    const Result<ValidateRequest> request = read_json<ValidateRequest>(text);
    if (!request) return refuse(request.error());
    const Result<FieldVerdict> verdict = validate(*request, packs);
    if (!verdict) return refuse(verdict.error());
    write_json(out, *verdict);
    return {};
  });
}

}  // namespace

void add_command(CLI::App& app, int& exit_code) {
  auto file = std::make_shared<std::string>("-");
  CLI::App* command = app.add_subcommand(
      "validate", "Check values of form fields: one request a line, one verdict or error a line");
  command->add_option("file", *file, "JSON lines; - or nothing: standard input");
  command->callback([file, &exit_code] { exit_code = validate_values(*file); });
}

}  // namespace sealcart::validate_lines
