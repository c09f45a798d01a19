// A shop's SQLite file as a whole: checked, copied, put in another's place. The caller holds its
// lock (base/file_lock.h), so no server runs on it.
#pragma once

#include <filesystem>

namespace sealcart::server {

// Throws std::runtime_error that says what is wrong: not a shop's database, damaged, or written by
// a newer program.
void check_shop_file(const std::filesystem::path& file);

// A copy of a file nobody has open.
void copy_shop_file(const std::filesystem::path& from, const std::filesystem::path& to);

// Gives a finished draft its name, for good: either the old content is there after a crash or the
// new one. `draft` is in the same folder.
void put_in_place(const std::filesystem::path& draft, const std::filesystem::path& file);

// Puts a backup in place of the database. The backup is checked and prepared before anything is
// touched; what was replaced stays beside it, as NAME.replaced.
void restore_shop_file(const std::filesystem::path& backup, const std::filesystem::path& file);

}  // namespace sealcart::server
