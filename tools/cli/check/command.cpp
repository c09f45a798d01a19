#include "check/command.h"

#include <cstdio>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>

#include "day.h"
#include "sealcart/calendar.h"
#include "sealcart/store_check.h"
#include "sealcart/wire.h"

namespace sealcart::check_store {
namespace {

struct Options {
  std::string store = "-";
  std::string catalog;
  std::string now = today();
  bool json = false;
};

// False: the file can't be read.
bool read_file(const std::string& file, std::string& text) {
  std::stringstream all;
  std::ifstream opened;
  if (file != "-") opened.open(file, std::ios::binary);
  std::istream& in = file == "-" ? std::cin : opened;
  if (!in) {
    std::fprintf(stderr, "sealcart: can't read %s\n", file.c_str());
    return false;
  }
  all << in.rdbuf();
  text = std::move(all).str();
  return true;
}

StoreFinding finding_of(const Error& error) {
  return {std::string(error_name(error.code)), error.path, error_message(error),
          std::string(error_fix(error.code)), FindingLevel::error};
}

void print(const StoreFinding& finding, bool json) {
  std::string line;
  if (json) {
    write_json(line, finding);
  } else {
    line = finding.level == FindingLevel::error ? "error  " : "warning  ";
    line += finding.path.empty() ? "the document" : finding.path;
    line += ": " + finding.what + " — " + finding.hint + " (" + finding.code + ")";
  }
  std::cout << line << '\n';
}

class Findings {
 public:
  explicit Findings(const Options& options) : options_(options) {}

  int run() {
    std::string text;
    if (!read_file(options_.store, text)) return 2;
    const auto document = read_json<StoreDocument>(text, limits::kStoreJsonBytes);
    if (!document) {
      add({finding_of(document.error())});
      return report();
    }
    const Timestamp now{*parse_date(options_.now) * kMsPerDay};
    add(store_findings(*document, now));
    if (options_.catalog.empty()) return report();
    if (!read_file(options_.catalog, text)) return 2;
    const auto slice = read_json<CatalogSlice>(text, limits::kCatalogJsonBytes);
    if (slice) {
      add(catalog_findings(*document, *slice, now));
    } else {
      add({finding_of(slice.error())});
    }
    return report();
  }

 private:
  void add(const std::vector<StoreFinding>& findings) {
    for (const StoreFinding& finding : findings) {
      ++(finding.level == FindingLevel::error ? errors_ : warnings_);
      print(finding, options_.json);
    }
  }
  int report() const {
    std::fprintf(stderr, "%zu errors, %zu warnings\n", errors_, warnings_);
    return errors_ == 0 ? 0 : 1;
  }

  const Options& options_;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
};

}  // namespace

void add_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("check-store", "Name every mistake of a store document, one a line");
  command->add_option("file", options->store, "store document; - or nothing: standard input");
  command->add_option("--catalog", options->catalog, "the catalogue, checked against the store");
  command->add_option("--now", options->now, "the day to judge from; today when left out")
      ->check(is_day);
  command->add_flag("--json", options->json, "JSON lines");
  command->callback([options, &exit_code] { exit_code = Findings(*options).run(); });
}

}  // namespace sealcart::check_store
