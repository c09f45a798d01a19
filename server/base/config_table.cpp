#include "base/config_table.h"

#include <toml++/toml.h>
#include <unistd.h>

#include <sstream>

#include "base/nearest.h"

namespace sealcart::server {
namespace {

namespace fs = std::filesystem;

bool can(const fs::path& path, int mode) { return access(path.c_str(), mode) == 0; }

bool is_readable_file(const fs::path& path) {
  std::error_code missing;
  return fs::is_regular_file(path, missing) && can(path, R_OK);
}

}  // namespace

struct ConfigTable::Parsed {
  toml::table table;
};

ConfigTable::ConfigTable(std::shared_ptr<const Parsed> parsed, std::string name, fs::path folder,
                         std::shared_ptr<std::vector<std::string>> faults)
    : parsed_(std::move(parsed)),
      name_(std::move(name)),
      folder_(std::move(folder)),
      faults_(std::move(faults)) {}

ConfigTable ConfigTable::from_file(const fs::path& file) {
  if (!is_readable_file(file)) throw ConfigError(file.string() + ": can't be read");
  try {
    auto parsed = std::make_shared<const Parsed>(Parsed{toml::parse_file(file.string())});
    return {std::move(parsed), file.string(), fs::absolute(file).parent_path(),
            std::make_shared<std::vector<std::string>>()};
  } catch (const toml::parse_error& error) {
    std::ostringstream text;
    text << file.string() << ": " << error.description() << " (line " << error.source().begin.line
         << ")";
    throw ConfigError(text.str());
  }
}

void ConfigTable::fail(std::string_view key, std::string_view what) {
  faults_->push_back(name_ + ": " + std::string(key) + ": " + std::string(what));
}

void ConfigTable::fail_whole(std::string what) { faults_->push_back(std::move(what)); }

void ConfigTable::finish() const {
  if (faults_->empty()) return;
  std::string all;
  for (const std::string& fault : *faults_) all += (all.empty() ? "" : "\n") + fault;
  throw ConfigError(all);
}

bool ConfigTable::has(std::string_view key) const { return parsed_->table.contains(key); }

std::optional<std::string> ConfigTable::text(std::string_view key) {
  asked_.emplace(key);
  const toml::node* node = parsed_->table.get(key);
  if (!node) return std::nullopt;
  if (const auto* value = node->as_string()) return value->get();
  fail(key, "a text in quotes is meant here");
  return std::nullopt;
}

std::string ConfigTable::required_text(std::string_view key) {
  if (!has(key)) fail(key, "is missing");
  return text(key).value_or("");
}

bool ConfigTable::flag(std::string_view key, bool fallback) {
  asked_.emplace(key);
  const toml::node* node = parsed_->table.get(key);
  if (!node) return fallback;
  if (const auto* value = node->as_boolean()) return value->get();
  fail(key, "true or false is meant here");
  return fallback;
}

std::optional<std::int64_t> ConfigTable::number(std::string_view key, std::int64_t min,
                                                std::int64_t max) {
  asked_.emplace(key);
  const toml::node* node = parsed_->table.get(key);
  if (!node) return std::nullopt;
  const auto* value = node->as_integer();
  if (value && value->get() >= min && value->get() <= max) return value->get();
  fail(key, "a whole number from " + std::to_string(min) + " to " + std::to_string(max) +
                " is meant here");
  return std::nullopt;
}

std::vector<std::string> ConfigTable::texts(std::string_view key) {
  asked_.emplace(key);
  std::vector<std::string> found;
  const toml::node* node = parsed_->table.get(key);
  if (!node) return found;
  const toml::array* list = node->as_array();
  if (!list) {
    fail(key, "a list in brackets is meant here");
    return found;
  }
  for (const toml::node& entry : *list) {
    if (const auto* value = entry.as_string()) {
      found.push_back(value->get());
    } else {
      fail(key, "each entry is a text in quotes");
    }
  }
  return found;
}

std::vector<ConfigTable> ConfigTable::tables(std::string_view key) {
  asked_.emplace(key);
  std::vector<ConfigTable> found;
  const toml::node* node = parsed_->table.get(key);
  if (!node) return found;
  const toml::array* list = node->as_array();
  if (!list || !list->is_homogeneous(toml::node_type::table)) {
    fail(key, "write [[" + std::string(key) + "]]");
    return found;
  }
  for (const toml::node& entry : *list) {
    const std::string name = name_ + ": " + std::string(key) + std::to_string(found.size() + 1);
    found.push_back(
        {std::make_shared<const Parsed>(Parsed{*entry.as_table()}), name, folder_, faults_});
  }
  return found;
}

std::string ConfigTable::probably_meant(std::string_view key) const {
  const std::string_view meant = nearest(key, asked_);
  return meant.empty() ? "" : " Is " + std::string(meant) + " meant?";
}

void ConfigTable::refuse_other_keys() {
  for (const auto& [key, node] : parsed_->table) {
    if (asked_.contains(key)) continue;
    fail(key, "no such key; see docs/OPERATIONS.md." + probably_meant(key));
  }
}

fs::path ConfigTable::placed(const std::string& text) const {
  return (folder_ / text).lexically_normal();
}

std::optional<fs::path> ConfigTable::path(std::string_view key) {
  const std::optional<std::string> value = text(key);
  if (!value) return std::nullopt;
  return placed(*value);
}

fs::path ConfigTable::required_path(std::string_view key) { return placed(required_text(key)); }

std::optional<fs::path> ConfigTable::readable(std::string_view key) {
  auto found = path(key);
  if (found && !is_readable_file(*found)) fail(key, found->string() + " can't be read");
  return found;
}

fs::path ConfigTable::required_readable(std::string_view key) {
  if (!has(key)) fail(key, "is missing");
  return readable(key).value_or("");
}

fs::path ConfigTable::required_writable(std::string_view key) {
  fs::path found = required_path(key);
  if (!has(key)) return found;
  std::error_code missing;
  const bool is_there = fs::exists(found, missing);
  const bool is_file = is_there && fs::is_regular_file(found, missing) && can(found, R_OK | W_OK);
  const bool can_be_made = !is_there && can(found.parent_path(), W_OK | X_OK);
  if (!is_file && !can_be_made) fail(key, found.string() + " can't be written");
  return found;
}

std::vector<fs::path> ConfigTable::folders(std::string_view key) {
  std::vector<fs::path> found;
  for (const std::string& entry : texts(key)) {
    found.push_back(placed(entry));
    std::error_code missing;
    const bool is_there = fs::is_directory(found.back(), missing) && can(found.back(), R_OK | X_OK);
    if (!is_there) fail(key, found.back().string() + " is no folder that can be read");
  }
  return found;
}

std::vector<fs::path> ConfigTable::files(std::string_view key) {
  std::vector<fs::path> found;
  for (const std::string& entry : texts(key)) {
    found.push_back(placed(entry));
    if (!is_readable_file(found.back())) fail(key, found.back().string() + " can't be read");
  }
  return found;
}

}  // namespace sealcart::server
