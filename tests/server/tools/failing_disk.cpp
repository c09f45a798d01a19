// Loaded before the C library (LD_PRELOAD): a disk under the real program that fails as long as a
// file, whose name is in SEALCART_FAULT, says how: "full" or "quota" (no database file is written)
// or "unsynced" (none is synced).
#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

template <class Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

bool fails(std::string_view how) {
  const char* file = std::getenv("SEALCART_FAULT");
  if (file == nullptr) return false;
  const int descriptor = open(file, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  char said[16];
  const ssize_t size = read(descriptor, said, sizeof said);
  close(descriptor);
  return size > 0 && std::string_view(said, static_cast<std::size_t>(size)) == how;
}

bool is_database(int descriptor) {
  char path[4096];
  const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
  const ssize_t size = readlink(link.c_str(), path, sizeof path);
  return size > 0 &&
         std::string_view(path, static_cast<std::size_t>(size)).find(".db") != std::string::npos;
}

}  // namespace

extern "C" ssize_t pwrite64(int descriptor, const void* data, size_t size, off64_t at) {
  static const auto real = next<ssize_t(int, const void*, size_t, off64_t)>("pwrite64");
  if (!is_database(descriptor)) return real(descriptor, data, size, at);
  const bool over_quota = fails("quota");
  if (!over_quota && !fails("full")) return real(descriptor, data, size, at);
  errno = over_quota ? EDQUOT : ENOSPC;
  return -1;
}

extern "C" int fdatasync(int descriptor) {
  static const auto real = next<int(int)>("fdatasync");
  if (!is_database(descriptor) || !fails("unsynced")) return real(descriptor);
  errno = EIO;
  return -1;
}
