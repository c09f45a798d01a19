#include "tax/command.h"

#include <cstdio>
#include <fstream>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>

#include "day.h"
#include "sealcart/format.h"
#include "sealcart/wire.h"
#include "tax/new_store.h"
#include "tax/table.h"

namespace sealcart::tax {
namespace {

struct Options {
  std::string table;  // empty: the one that ships
  std::string day;
  bool json = false;
  NewStore store;
  std::string preset = "house";
};

int refused(const Error& error) {
  std::fprintf(stderr, "sealcart: %s%s%s\n", error.path.c_str(), error.path.empty() ? "" : ": ",
               error_message(error).c_str());
  return 2;
}

Result<Table> open_table(const std::string& file) {
  if (file.empty()) return read_table(shipped_table());
  std::stringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return read_table(text.str());
}

std::string_view wire_name(RateKind kind) {
  for (const FieldInfo& field : type_of<TableRate>().fields) {
    if (field.name == "kind") return field.names->values[static_cast<std::size_t>(kind)];
  }
  return {};
}

void print(const TableRate& rate) {
  std::string line = rate.country;
  if (!rate.region.empty()) line += "-" + rate.region;
  if (!rate.place.empty()) line += " " + rate.place;
  line += "  " + std::string(wire_name(rate.kind));
  line += "  " + rate.name + " " + format_percent(rate.rate_ppm) + " %";
  line += rate.included ? ", in the price" : ", on top";
  if (rate.compound) line += " of the other taxes too";
  if (rate.starts_on) line += ", from " + *rate.starts_on;
  if (rate.ends_on) line += ", before " + *rate.ends_on;
  if (!rate.postal_codes.empty()) {
    line += ", postal codes";
    for (const std::string& codes : rate.postal_codes) line += " " + codes;
  }
  if (rate.estimate) line += ", an estimate";
  std::cout << line << '\n';
}

int print_rates(const Options& options) {
  const Result<Table> table = open_table(options.table);
  if (!table) return refused(table.error());
  std::size_t printed = 0;
  for (const TableRate& rate : table->rates) {
    const bool wanted = rate.country == options.store.country &&
                        (options.store.region.empty() || rate.region == options.store.region) &&
                        (options.day.empty() || counts_on(rate, options.day));
    if (!wanted) continue;
    ++printed;
    if (!options.json) {
      print(rate);
      continue;
    }
    std::string line;
    write_json(line, rate);
    std::cout << line << '\n';
  }
  if (printed > 0) return 0;
  std::fprintf(stderr, "sealcart: the table of %s has no rate there\n", table->read_on.c_str());
  return 1;
}

// Below the document itself: empty lists and texts say nothing to who edits it.
void drop_empty(nlohmann::ordered_json& json) {
  if (json.is_array()) {
    for (auto& entry : json) drop_empty(entry);
  }
  if (!json.is_object()) return;
  nlohmann::ordered_json kept = nlohmann::ordered_json::object();
  for (auto& [name, value] : json.items()) {
    drop_empty(value);
    if (!value.empty() && value != "") kept[name] = std::move(value);
  }
  json = std::move(kept);
}

int print_store(Options options) {
  const Result<Table> table = open_table(options.table);
  if (!table) return refused(table.error());
  Result<RoundingRules> rounding =
      read_json<RoundingRules>("{\"preset\":\"" + options.preset + "\"}");
  if (!rounding) return refused(rounding.error());
  options.store.rounding = *rounding;
  const std::string day = options.day.empty() ? today() : options.day;
  const Result<StoreDocument> document = new_store(*table, options.store, day);
  if (!document) return refused(document.error());
  std::string text;
  write_json(text, *document);
  auto json = nlohmann::ordered_json::parse(text);
  for (auto& part : json) drop_empty(part);
  std::cout << json.dump(2) << '\n';
  return 0;
}

std::string in_capitals(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

CLI::App* add_command(CLI::App& app, const char* name, const char* what, Options& options) {
  CLI::App* command = app.add_subcommand(name, what);
  command->add_option("--country", options.store.country, "two letters, ISO 3166-1")
      ->required()
      ->transform(in_capitals);
  command->add_option("--region", options.store.region, "ISO 3166-2 without the country")
      ->transform(in_capitals);
  command->add_option("--date", options.day, "a day such as 2026-12-31")->check(is_day);
  command->add_option("--table", options.table, "another table of rates, in the same form")
      ->check(CLI::ExistingFile);
  return command;
}

}  // namespace

void add_commands(CLI::App& app, int& exit_code) {
  auto rates = std::make_shared<Options>();
  CLI::App* command =
      add_command(app, "tax-rates", "Print reference tax rates: those of a day, or all", *rates);
  command->add_flag("--json", rates->json, "JSON lines");
  command->callback([rates, &exit_code] { exit_code = print_rates(*rates); });

  auto store = std::make_shared<Options>();
  command =
      add_command(app, "new-store",
                  "Print a store document to start from; --date is today when left out", *store);
  command->add_option("--currency", store->store.currency, "ISO 4217")->required();
  command->add_option("--id", store->store.id, "id of the store");
  command->add_option("--name", store->store.name, "name of the store");
  command->add_option("--rounding", store->preset, "rounding preset, see PRICING.md");
  command->callback([store, &exit_code] { exit_code = print_store(*store); });
}

}  // namespace sealcart::tax
