#include "http/message.h"

namespace sealcart::server::http {
namespace {

std::string_view value_of(const std::vector<std::pair<std::string, std::string>>& entries,
                          std::string_view name) {
  for (const auto& [key, value] : entries) {
    if (key == name) return value;
  }
  return {};
}

}  // namespace

std::string_view Request::header(std::string_view name) const { return value_of(headers, name); }
std::string_view Request::parameter(std::string_view name) const { return value_of(query, name); }
std::string_view Request::capture(std::string_view name) const { return value_of(captures, name); }

Response json(int status, std::string body) {
  Response response;
  response.status = status;
  response.content_type = "application/json";
  response.body = std::move(body);
  return response;
}

}  // namespace sealcart::server::http
