#include "base/config_table.h"

#include <toml++/toml.h>

#include <sstream>

namespace sealcart::server {

struct ConfigTable::Parsed {
  toml::table table;
};

ConfigTable::ConfigTable(std::shared_ptr<const Parsed> parsed, std::string name,
                         std::filesystem::path folder)
    : parsed_(std::move(parsed)), name_(std::move(name)), folder_(std::move(folder)) {}

ConfigTable ConfigTable::from_file(const std::filesystem::path& file) {
  try {
    auto parsed = std::make_shared<const Parsed>(Parsed{toml::parse_file(file.string())});
    return {std::move(parsed), file.string(), std::filesystem::absolute(file).parent_path()};
  } catch (const toml::parse_error& error) {
    std::ostringstream text;
    text << file.string() << ": " << error.description() << " (line " << error.source().begin.line
         << ")";
    throw ConfigError(text.str());
  }
}

void ConfigTable::fail(std::string_view key, std::string_view what) const {
  throw ConfigError(name_ + ": " + std::string(key) + ": " + std::string(what));
}

std::optional<std::string> ConfigTable::text(std::string_view key) {
  asked_.emplace(key);
  const toml::node* node = parsed_->table.get(key);
  if (!node) return std::nullopt;
  const auto* value = node->as_string();
  if (!value) fail(key, "a text in quotes is meant here");
  return value->get();
}

std::string ConfigTable::required_text(std::string_view key) {
  std::optional<std::string> value = text(key);
  if (!value) fail(key, "is missing");
  return *value;
}

std::optional<std::int64_t> ConfigTable::number(std::string_view key, std::int64_t min,
                                                std::int64_t max) {
  asked_.emplace(key);
  const toml::node* node = parsed_->table.get(key);
  if (!node) return std::nullopt;
  const auto* value = node->as_integer();
  if (!value || value->get() < min || value->get() > max) {
    fail(key, "a whole number from " + std::to_string(min) + " to " + std::to_string(max) +
                  " is meant here");
  }
  return value->get();
}

std::optional<std::filesystem::path> ConfigTable::path(std::string_view key) {
  const std::optional<std::string> value = text(key);
  if (!value) return std::nullopt;
  return (folder_ / *value).lexically_normal();
}

std::filesystem::path ConfigTable::required_path(std::string_view key) {
  return (folder_ / required_text(key)).lexically_normal();
}

std::vector<std::filesystem::path> ConfigTable::paths(std::string_view key) {
  asked_.emplace(key);
  std::vector<std::filesystem::path> found;
  const toml::node* node = parsed_->table.get(key);
  if (!node) return found;
  const toml::array* list = node->as_array();
  if (!list) fail(key, "a list of folders in brackets is meant here");
  for (const toml::node& entry : *list) {
    const auto* value = entry.as_string();
    if (!value) fail(key, "each entry is a text in quotes");
    found.push_back((folder_ / value->get()).lexically_normal());
  }
  return found;
}

std::vector<ConfigTable> ConfigTable::tables(std::string_view key) {
  asked_.emplace(key);
  std::vector<ConfigTable> found;
  const toml::node* node = parsed_->table.get(key);
  if (!node) return found;
  const toml::array* list = node->as_array();
  if (!list) fail(key, "write [[" + std::string(key) + "]]");
  for (const toml::node& entry : *list) {
    const toml::table* table = entry.as_table();
    if (!table) fail(key, "write [[" + std::string(key) + "]]");
    const std::string name = name_ + ": " + std::string(key) + std::to_string(found.size() + 1);
    found.push_back({std::make_shared<const Parsed>(Parsed{*table}), name, folder_});
  }
  return found;
}

void ConfigTable::refuse_other_keys() const {
  for (const auto& [key, node] : parsed_->table) {
    if (!asked_.contains(key)) fail(key, "no such key; see docs/OPERATIONS.md");
  }
}

}  // namespace sealcart::server
