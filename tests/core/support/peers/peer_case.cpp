#include "support/peers/peer_case.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

#include "support/peers/kinds.h"

namespace sealcart::peers {
namespace {

std::string member(const Json& entry, const char* name) {
  return entry.contains(name) && entry[name].is_string() ? entry[name].get<std::string>() : "";
}

// "Sylius/Sylius" is "sylius".
std::string source_of(const std::string& repository) {
  std::string name = repository.substr(repository.find('/') + 1);
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return name;
}

PeerCase case_of(const Json& entry) {
  PeerCase one;
  one.id = member(entry, "id");
  one.source = source_of(member(entry, "source_repo"));
  one.kind = member(entry, "kind");
  one.use = member(entry, "use");
  one.profile = member(entry, "rounding_profile");
  one.description = member(entry, "description");
  one.inputs = entry.value("inputs", Json::object());
  one.expected = entry.value("expected", Json::object());
  return one;
}

// The most decimals of a figure in whole units, which its name tells.
std::int32_t decimals_in(const Json& value, bool whole_units) {
  std::int32_t most = 0;
  if (value.is_object() || value.is_array()) {
    for (const auto& item : value.items()) {
      const bool named = item.key().find("_decimal") != std::string::npos;
      most = std::max(most, decimals_in(item.value(), named || whole_units));
    }
  } else if (whole_units) {
    const std::string digits = digits_of(value);
    const std::size_t point = digits.find('.');
    if (point != digits.npos) most = static_cast<std::int32_t>(digits.size() - point) - 1;
  }
  return most;
}

// A platform that never rounds is priced in a currency of four decimals, the most ISO 4217 knows,
// and so are amounts finer than a cent: what comes out exact there is exact.
CaseReader reader_for(const PeerCase& peer_case) {
  const auto declared = peer_case.inputs.value("currency_exponent", 2);
  const bool whole_units = peer_case.kind.ends_with("_unrounded") ||
                           peer_case.profile.find("major units") != std::string::npos;
  const std::int32_t decimals =
      std::max(decimals_in(peer_case.inputs, false), decimals_in(peer_case.expected, false));
  const char* code = declared == 0 ? "JPY" : declared == 3 ? "KWD" : declared == 4 ? "CLF" : "USD";
  if (whole_units || decimals > declared) code = "CLF";
  return CaseReader(find_currency(code).value_or(Currency{}), whole_units ? 0 : declared);
}

using Replay = Replayed (*)(CaseReader&, const PeerCase&);

Replay replay_for(const PeerCase& peer_case) {
  const std::string& kind = peer_case.kind;
  const Json& inputs = peer_case.inputs;
  if (inputs.contains("weights")) return replay_allocation;
  if (kind == "gift_card") return replay_gift_card;
  if (kind == "merge") return replay_merge;
  if (kind == "stock") return replay_stock;
  if (inputs.contains("group_size")) return replay_quantity_groups;
  if (inputs.contains("tiers")) return replay_tiers;
  if (inputs.contains("first_unit")) return replay_flexible_rate;
  if (kind == "promotion_selection") return replay_selection;
  return replay_cart;
}

}  // namespace

std::vector<PeerCase> read_cases(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  std::vector<PeerCase> cases;
  const Json whole = Json::parse(text, nullptr, false);
  if (!whole.is_discarded() && whole.contains("cases")) {
    for (const Json& entry : whole["cases"]) cases.push_back(case_of(entry));
    return cases;
  }
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    cases.push_back(case_of(Json::parse(line, nullptr, false)));
  }
  return cases;
}

std::vector<PeerCase> peer_cases() {
  auto cases = read_cases(SEALCART_SOURCE_DIR "/tests/data/pricing/peer_cases.jsonl");
  for (PeerCase& one : read_cases(SEALCART_SOURCE_DIR "/../shared/data/peer_cases.json")) {
    cases.push_back(std::move(one));
  }
  return cases;
}

Replayed replay(const PeerCase& peer_case) {
  CaseReader read = reader_for(peer_case);
  return replay_for(peer_case)(read, peer_case);
}

}  // namespace sealcart::peers
