#include "http/response_head.h"

#include <algorithm>
#include <boost/beast/http/status.hpp>
#include <string_view>

namespace sealcart::server::http {
namespace {

constexpr std::size_t kUsualBytes = 1'024;

void write_field(std::string& out, std::string_view name, std::string_view value) {
  out.append(name).append(": ").append(value).append("\r\n");
}

bool says(const Response& response, std::string_view name) {
  return std::ranges::find(response.headers, name, &Header::first) != response.headers.end();
}

}  // namespace

std::string response_head(const Response& response, const Site& site, const Framing& framing) {
  namespace bhttp = boost::beast::http;
  const auto reason = bhttp::obsolete_reason(static_cast<bhttp::status>(response.status));
  std::string head;
  head.reserve(kUsualBytes);
  head.append(framing.version == 10 ? "HTTP/1.0 " : "HTTP/1.1 ");
  head.append(std::to_string(response.status)).append(" ");
  head.append(reason.data(), reason.size()).append("\r\n");
  for (const auto& [name, value] : site.headers) {
    if (!says(response, name)) write_field(head, name, value);
  }
  for (const auto& [name, value] : response.headers) write_field(head, name, value);
  if (!response.content_type.empty()) write_field(head, "Content-Type", response.content_type);
  if (framing.has_length) write_field(head, "Content-Length", std::to_string(framing.length));
  if (framing.keep_alive && framing.version == 10) write_field(head, "Connection", "keep-alive");
  if (!framing.keep_alive && framing.version != 10) write_field(head, "Connection", "close");
  return head.append("\r\n");
}

}  // namespace sealcart::server::http
