// Reads TOML strictly: each key is asked for by name and type, and a key nobody asked for is an
// error, so that a misspelt one does not silently keep its default.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace sealcart::server {

// what() names file and key and says what to do.
class ConfigError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

class ConfigTable {
 public:
  // Relative paths inside are meant from the folder of the file.
  static ConfigTable from_file(const std::filesystem::path& file);

  std::optional<std::string> text(std::string_view key);
  std::string required_text(std::string_view key);
  std::optional<std::int64_t> number(std::string_view key, std::int64_t min, std::int64_t max);
  std::optional<std::filesystem::path> path(std::string_view key);
  std::filesystem::path required_path(std::string_view key);
  std::vector<std::filesystem::path> paths(std::string_view key);
  std::vector<ConfigTable> tables(std::string_view key);

  // Throws for the first key that was not asked for.
  void refuse_other_keys() const;
  [[noreturn]] void fail(std::string_view key, std::string_view what) const;

 private:
  struct Parsed;  // keeps toml++ out of this header
  ConfigTable(std::shared_ptr<const Parsed> parsed, std::string name, std::filesystem::path folder);

  std::shared_ptr<const Parsed> parsed_;
  std::string name_;  // of the file, and of the table inside it
  std::filesystem::path folder_;
  std::set<std::string, std::less<>> asked_;
};

}  // namespace sealcart::server
