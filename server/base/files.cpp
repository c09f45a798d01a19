#include "base/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <system_error>

#include "base/crypto.h"

namespace sealcart::server {
namespace {

constexpr std::size_t kSecretFileBytes = 4096;

[[noreturn]] void fail(const std::string& doing, const std::filesystem::path& path) {
  throw std::system_error(errno, std::generic_category(), doing + " " + path.string());
}

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }

 private:
  int fd_;
};

void write_new(const std::filesystem::path& path, std::string_view content, mode_t mode) {
  ::unlink(path.c_str());
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
  if (file.get() < 0) fail("can't create", path);
  if (::fchmod(file.get(), mode) != 0) fail("can't set the mode of", path);  // whatever the umask
  while (!content.empty()) {
    const ssize_t written = ::write(file.get(), content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail("can't write", path);
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(file.get()) != 0) fail("can't sync", path);
}

std::filesystem::path beside(const std::filesystem::path& path) {
  std::array<std::uint8_t, 8> random;
  fill_random(random);
  return path.string() + "." + hex(random) + ".new";
}

}  // namespace

std::optional<std::string> read_file(const std::filesystem::path& path, std::size_t max_bytes) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  if (!file) return std::nullopt;
  const auto size = file.tellg();
  if (size < 0 || static_cast<std::size_t>(size) > max_bytes) return std::nullopt;
  std::string content(static_cast<std::size_t>(size), '\0');
  file.seekg(0);
  if (!file.read(content.data(), static_cast<std::streamsize>(content.size()))) return std::nullopt;
  return content;
}

void replace_file(const std::filesystem::path& path, std::string_view content,
                  Visibility visibility) {
  const std::filesystem::path draft = beside(path);
  write_new(draft, content, visibility == Visibility::owner_only ? 0600 : 0644);
  if (::rename(draft.c_str(), path.c_str()) != 0) fail("can't replace", path);
}

void keep_files_private() { ::umask(077); }

std::string load_or_make_secret(const std::filesystem::path& path) {
  if (!std::filesystem::exists(path)) {
    Hash32 secret;
    fill_random(secret);
    const std::filesystem::path draft = beside(path);
    write_new(draft, hex(secret) + "\n", 0600);
    // link() refuses to replace, so of two programs that start together one wins.
    const bool linked = ::link(draft.c_str(), path.c_str()) == 0;
    const int error = errno;
    ::unlink(draft.c_str());
    errno = error;
    if (!linked && errno != EEXIST) fail("can't create", path);
  }
  const std::optional<std::string> text = read_file(path, kSecretFileBytes);
  if (!text) fail("can't read", path);
  const std::string secret = text->substr(0, text->find('\n'));
  if (secret.size() < 32) {
    throw std::runtime_error(path.string() + ": a secret has at least 32 characters");
  }
  return secret;
}

}  // namespace sealcart::server
