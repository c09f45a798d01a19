// Rows of public test suites of invoices, one JSON object a line.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace sealcart {

using Row = nlohmann::json;

// tests/data/pricing/<name>, and what ../shared/data/invoices/<name> has besides, when it is there.
std::vector<Row> invoice_rows(const std::string& name);

// A member that is text; "" or nothing when there is none.
std::string text_at(const Row& row, const char* key);
std::optional<std::string> figure_at(const Row& row, const char* key);
// Members that are lists or objects; empty when absent.
Row list_at(const Row& row, const char* key);
Row object_at(const Row& row, const char* key);

}  // namespace sealcart
