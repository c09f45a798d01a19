#include "support/invoice_rows.h"

#include <fstream>
#include <set>

namespace sealcart {
namespace {

void read_lines(const std::string& path, std::set<std::string>& known, std::vector<Row>& rows) {
  std::ifstream file(path, std::ios::binary);
  for (std::string line; std::getline(file, line);) {
    if (known.insert(line).second) rows.push_back(Row::parse(line, nullptr, false));
  }
}

}  // namespace

std::vector<Row> invoice_rows(const std::string& name) {
  std::set<std::string> known;
  std::vector<Row> rows;
  read_lines(SEALCART_SOURCE_DIR "/tests/data/pricing/" + name, known, rows);
  read_lines(SEALCART_SOURCE_DIR "/../shared/data/invoices/" + name, known, rows);
  return rows;
}

std::string text_at(const Row& row, const char* key) { return figure_at(row, key).value_or(""); }

std::optional<std::string> figure_at(const Row& row, const char* key) {
  if (!row.contains(key) || !row[key].is_string()) return std::nullopt;
  return row[key].get<std::string>();
}

Row list_at(const Row& row, const char* key) { return row.value(key, Row::array()); }

Row object_at(const Row& row, const char* key) { return row.value(key, Row::object()); }

}  // namespace sealcart
