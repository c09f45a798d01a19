#include "replay/command.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>

#include "replay/endpoint.h"
#include "replay/price_book.h"
#include "replay/replay.h"
#include "sealcart/wire.h"

namespace sealcart::replay {
namespace {

struct Options {
  std::string file;
  std::string endpoint;
  std::string snapshots;
  std::string store;
};

void print(const Counts& counts, std::size_t carts) {
  std::printf("%zu carts: %zu exact", carts, counts.exact);
  for (const auto& [reason, number] : counts.refused) {
    std::printf(", %zu refused (%s)", number, reason.c_str());
  }
  std::printf(", %zu wrong\n", counts.wrong);
}

// One line a cart: the snapshot, or {"refused":"<code>"}; for a byte comparison with another
// engine.
void write_snapshots(const std::string& path, const std::vector<Outcome>& outcomes) {
  std::ofstream out(path, std::ios::binary);
  for (const Outcome& outcome : outcomes) {
    if (outcome.refused.empty()) {
      out << outcome.snapshot << '\n';
    } else {
      out << "{\"refused\":\"" << outcome.refused << "\"}\n";
    }
  }
}

template <class T>
void write_document(const std::filesystem::path& path, const T& document) {
  std::string text;
  write_json(text, document);
  std::ofstream(path, std::ios::binary) << text << '\n';
}

int run(const Options& options) {
  std::ifstream file;
  if (options.file != "-") file.open(options.file);
  std::istream& in = options.file == "-" ? std::cin : file;
  if (!in) {
    std::fprintf(stderr, "replay: can't read %s\n", options.file.c_str());
    return 2;
  }
  std::string error;
  const auto carts = read_carts(in, error);
  if (!error.empty()) {
    std::fprintf(stderr, "replay: %s\n", error.c_str());
    return 2;
  }
  if (!options.store.empty()) {
    std::filesystem::create_directories(options.store);
    write_document(std::filesystem::path(options.store) / "replay.store.json", replay_store());
    write_document(std::filesystem::path(options.store) / "replay.catalog.json", price_book(carts));
  }
  const auto outcomes = replay_all(carts);
  const Counts counts = count(outcomes);
  std::printf("core:     ");
  print(counts, outcomes.size());
  if (!options.snapshots.empty()) write_snapshots(options.snapshots, outcomes);
  bool good = counts.wrong == 0 && outcomes.size() == carts.size();
  if (!options.endpoint.empty()) {
    const EndpointResult result = replay_endpoint(options.endpoint, outcomes);
    std::printf("endpoint: %zu compared, %zu byte differences\n", result.compared,
                result.different);
    if (!result.error.empty()) std::fprintf(stderr, "replay: %s\n", result.error.c_str());
    good = good && result.error.empty() && result.different == 0 && result.compared == counts.exact;
  }
  return good ? 0 : 1;
}

}  // namespace

void add_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "replay", "Replays real carts line by line and compares the totals with the exact sums");
  command
      ->add_option("carts", options->file,
                   "JSON lines {invoice, lines: [[code, units, price]]}; - for standard input")
      ->required();
  command->add_option("--endpoint", options->endpoint,
                      "also replay against a sealcartd that serves the store, http://host:port");
  command->add_option("--snapshots", options->snapshots, "write one snapshot a line to this file");
  command->add_option("--write-store", options->store,
                      "write replay.store.json and replay.catalog.json to this folder");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace sealcart::replay
