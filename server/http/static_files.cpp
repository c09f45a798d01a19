#include "http/static_files.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/crypto.h"
#include "base/files.h"
#include "http/problem.h"

namespace sealcart::server::http {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFileBytes = 16 * 1024 * 1024;

struct Type {
  std::string_view extension;
  std::string_view mime;
};

constexpr std::array kTypes{
    Type{".html", "text/html; charset=utf-8"},
    Type{".js", "text/javascript; charset=utf-8"},
    Type{".mjs", "text/javascript; charset=utf-8"},
    Type{".css", "text/css; charset=utf-8"},
    Type{".json", "application/json"},
    Type{".map", "application/json"},
    Type{".webmanifest", "application/manifest+json"},
    Type{".wasm", "application/wasm"},
    Type{".svg", "image/svg+xml"},
    Type{".png", "image/png"},
    Type{".jpg", "image/jpeg"},
    Type{".webp", "image/webp"},
    Type{".avif", "image/avif"},
    Type{".ico", "image/x-icon"},
    Type{".woff2", "font/woff2"},
    Type{".txt", "text/plain; charset=utf-8"},
};

std::string_view mime_of(const fs::path& path) {
  const std::string extension = path.extension().string();
  const auto* type = std::ranges::find(kTypes, extension, &Type::extension);
  return type == kTypes.end() ? "application/octet-stream" : type->mime;
}

bool is_inside(const fs::path& path, const fs::path& folder) {
  const auto [end, ignored] = std::ranges::mismatch(folder, path);
  return end == folder.end();
}

// RFC 9110, 12.5.3, as far as it matters here: the coding is named and not refused with q=0.
bool accepts(std::string_view header, std::string_view coding) {
  while (!header.empty()) {
    std::string_view entry = header.substr(0, header.find(','));
    header.remove_prefix(std::min(header.size(), entry.size() + 1));
    entry.remove_prefix(std::min(entry.size(), entry.find_first_not_of(" \t")));
    if (!entry.starts_with(coding)) continue;
    const std::string_view rest = entry.substr(coding.size());
    if (rest.empty() || rest.front() == ' ') return true;
    if (rest.front() == ';') return rest != ";q=0" && rest != "; q=0" && rest != ";q=0.0";
  }
  return false;
}

}  // namespace

StaticFiles::StaticFiles(std::vector<fs::path> folders) {
  for (const fs::path& folder : folders) folders_.push_back(fs::weakly_canonical(folder));
}

const StaticFiles::File* StaticFiles::load(const fs::path& path, const fs::path& folder) {
  std::error_code missing;
  // A link may not lead out of the folder.
  const fs::path real = fs::canonical(path, missing);
  if (missing || !is_inside(real, folder) || !fs::is_regular_file(real, missing)) return nullptr;
  const auto written_at = fs::last_write_time(real, missing);
  const std::uintmax_t size = fs::file_size(real, missing);
  if (missing) return nullptr;
  if (const auto known = cache_.find(path); known != cache_.end()) {
    if (known->second.written_at == written_at && known->second.size == size) {
      return &known->second;
    }
  }
  std::optional<std::string> content = read_file(real, kFileBytes);
  if (!content) return nullptr;
  std::string etag = '"' + hex(blake2b(*content)).substr(0, 32) + '"';
  auto shared = std::make_shared<const std::string>(*std::move(content));
  File& file = cache_[path];
  file = {written_at, size, std::move(shared), std::move(etag)};
  return &file;
}

std::optional<StaticFiles::Found> StaticFiles::find_file(const fs::path& relative) {
  for (const fs::path& folder : folders_) {
    const fs::path path = folder / relative;
    if (const File* file = load(path, folder)) return Found{path, file};
  }
  return std::nullopt;
}

std::optional<StaticFiles::Found> StaticFiles::find(const std::vector<std::string>& segments) {
  fs::path relative;
  for (const std::string& segment : segments) {
    if (segment.starts_with('.')) return std::nullopt;
    relative /= segment;
  }
  if (segments.empty() || segments.back().empty()) return find_file(relative / "index.html");
  if (auto found = find_file(relative)) return found;
  if (relative.has_extension()) return std::nullopt;
  return find_file(relative.string() + ".html");
}

Response StaticFiles::send(const Request& request, const Found& found, int status) {
  Response response;
  response.status = status;
  response.content_type = mime_of(found.path);
  response.file = found.file->content;
  std::string etag = found.file->etag;
  const std::string_view accepted = request.header("accept-encoding");
  for (const auto& [coding, suffix] : {std::pair{"br", ".br"}, std::pair{"gzip", ".gz"}}) {
    if (!accepts(accepted, coding)) continue;
    const fs::path packed = found.path.string() + suffix;
    const File* file = load(packed, packed.parent_path());
    if (!file || file->written_at < found.file->written_at) continue;
    response.file = file->content;
    etag = file->etag;
    response.headers.push_back({"content-encoding", coding});
    break;
  }
  response.headers.push_back({"vary", "Accept-Encoding"});
  response.headers.push_back({"cache-control", "no-cache"});
  response.headers.push_back({"etag", etag});
  if (status == 200 && request.header("if-none-match") == etag) {
    response.status = 304;
    response.file = nullptr;
  }
  return response;
}

Response StaticFiles::answer(const Request& request) {
  if (const auto found = find(request.segments)) return send(request, *found, 200);
  if (request.header("accept").find("text/html") != std::string_view::npos) {
    if (const auto page = find_file("404.html")) return send(request, *page, 404);
  }
  return problem(ErrorCode::not_found);
}

}  // namespace sealcart::server::http
