// Files of a web site, from one or more folders; the first folder that has a file wins.
//
// Contents are cached and read again when the file changed. A strong ETag is the hash of the bytes.
// A file beside it with .br or .gz added is sent instead to a client that takes that coding.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "http/message.h"

namespace sealcart::server::http {

class StaticFiles {
 public:
  explicit StaticFiles(std::vector<std::filesystem::path> folders);

  // "/" is index.html, "/qa" also qa.html. Nothing else than regular files inside the folders, and
  // none whose name or folder starts with a dot. 404 with 404.html, or not_found.
  Response answer(const Request& request);

 private:
  struct File {
    std::filesystem::file_time_type written_at;
    std::uintmax_t size = 0;
    std::shared_ptr<const std::string> content;
    std::string etag;
  };
  struct Found {
    std::filesystem::path path;
    const File* file = nullptr;
  };

  std::optional<Found> find(const std::vector<std::string>& segments);
  std::optional<Found> find_file(const std::filesystem::path& relative);
  const File* load(const std::filesystem::path& path, const std::filesystem::path& folder);
  Response send(const Request& request, const Found& found, int status);

  std::vector<std::filesystem::path> folders_;  // canonical
  std::map<std::filesystem::path, File> cache_;
};

}  // namespace sealcart::server::http
