// A file that one process holds. The kernel lets go of it when the process ends, however it ends.
#pragma once

#include <filesystem>
#include <optional>

namespace sealcart::server {

class FileLock {
 public:
  // Makes the file when it is not there; nothing when another process holds it. Throws
  // std::runtime_error when the file can't be made.
  static std::optional<FileLock> take(const std::filesystem::path& path);

  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&&) = delete;
  ~FileLock();

 private:
  explicit FileLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

// Of a database file: who opens it holds this, so that no two processes do.
std::filesystem::path lock_of(const std::filesystem::path& database);

}  // namespace sealcart::server
