#include "base/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace sealcart::server {

std::optional<FileLock> FileLock::take(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) {
    throw std::runtime_error("can't open " + path.string() + ": " +
                             std::generic_category().message(errno));
  }
  FileLock lock(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) return std::nullopt;
  return lock;
}

FileLock::FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

// The file stays: who removes it takes it away from one who has just opened it.
FileLock::~FileLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

std::filesystem::path lock_of(const std::filesystem::path& database) {
  return database.string() + ".lock";
}

}  // namespace sealcart::server
