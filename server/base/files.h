// Whole small files: read, replaced in one step, and secrets only their owner may read.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace sealcart::server {

// Nothing when it can't be read or is larger than `max_bytes`.
std::optional<std::string> read_file(const std::filesystem::path& path, std::size_t max_bytes);

enum class Visibility { everyone, owner_only };  // modes 0644 and 0600

// Written beside, synced and renamed: a reader sees the old or the new file, never half of one.
// Throws std::system_error.
void replace_file(const std::filesystem::path& path, std::string_view content,
                  Visibility visibility);

// Everything this process creates from here on is its owner's alone, databases included; only
// replace_file() makes files for everyone.
void keep_files_private();

// The first line of a secret file; made of 32 random bytes (hexadecimal) when it is not there.
// Two programs may start at once: the first one's secret is the one both get.
std::string load_or_make_secret(const std::filesystem::path& path);

}  // namespace sealcart::server
