// Reads TOML strictly: each key is asked for by name and type, and a key nobody asked for is a
// fault, so that a misspelt one does not silently keep its default. Every fault of the file is
// collected; finish() tells them all at once.
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

// what() names file and key and says what to do; a line for each fault.
class ConfigError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

class ConfigTable {
 public:
  // Relative paths inside are meant from the folder of the file. Throws ConfigError for a file that
  // can't be read or is no TOML.
  static ConfigTable from_file(const std::filesystem::path& file);

  bool has(std::string_view key) const;
  // A value of the wrong type or range is a fault, and as good as none here.
  std::optional<std::string> text(std::string_view key);
  std::string required_text(std::string_view key);
  bool flag(std::string_view key, bool fallback);
  std::optional<std::int64_t> number(std::string_view key, std::int64_t min, std::int64_t max);
  std::vector<std::string> texts(std::string_view key);
  std::optional<std::filesystem::path> path(std::string_view key);
  std::filesystem::path required_path(std::string_view key);
  // A file that is there and can be read; a file that can be made, in a folder that is there.
  std::optional<std::filesystem::path> readable(std::string_view key);
  std::filesystem::path required_readable(std::string_view key);
  std::filesystem::path required_writable(std::string_view key);
  // Folders that are there; files that can be read.
  std::vector<std::filesystem::path> folders(std::string_view key);
  std::vector<std::filesystem::path> files(std::string_view key);
  std::vector<ConfigTable> tables(std::string_view key);

  // Keys nobody asked for become faults, each with the one it was probably meant to be.
  void refuse_other_keys();
  void fail(std::string_view key, std::string_view what);
  // A fault that is not of a key here, already in words.
  void fail_whole(std::string what);
  // Throws ConfigError when there is a fault, in this table or one of tables().
  void finish() const;

 private:
  struct Parsed;  // keeps toml++ out of this header
  ConfigTable(std::shared_ptr<const Parsed> parsed, std::string name, std::filesystem::path folder,
              std::shared_ptr<std::vector<std::string>> faults);
  std::filesystem::path placed(const std::string& text) const;
  std::string probably_meant(std::string_view key) const;

  std::shared_ptr<const Parsed> parsed_;
  std::string name_;  // of the file, and of the table inside it
  std::filesystem::path folder_;
  std::shared_ptr<std::vector<std::string>> faults_;  // shared with the tables inside
  std::set<std::string, std::less<>> asked_;
};

}  // namespace sealcart::server
