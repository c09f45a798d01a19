#include "http/request_of.h"

#include <algorithm>
#include <boost/beast/core/string.hpp>

#include "http/limits.h"
#include "http/problem.h"
#include "http/target.h"

namespace sealcart::server::http {
namespace {

namespace bhttp = boost::beast::http;

std::string text_of(boost::beast::string_view view) { return {view.data(), view.size()}; }

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  return text;
}

bool is_json(std::string_view type) {
  const std::string essence = lower(std::string(type.substr(0, type.find(';'))));
  return essence == "application/json" || essence == "application/json ";
}

bool has_body(const BeastRequest& message) {
  const auto length = message.find(bhttp::field::content_length);
  return message.chunked() || (length != message.end() && length->value() != "0");
}

}  // namespace

std::optional<Request> request_of(BeastRequest message) {
  Target target;
  const std::string text = text_of(message.target());
  if (!parse_target(text, target)) return std::nullopt;
  Request request;
  request.method = text_of(message.method_string());
  request.path = text.substr(0, text.find('?'));
  request.segments = std::move(target.segments);
  request.query = std::move(target.query);
  for (const auto& field : message) {
    request.headers.emplace_back(lower(text_of(field.name_string())), text_of(field.value()));
  }
  request.body = std::move(message.body());
  return request;
}

std::optional<Response> refusal_of_header(const BeastRequest& message) {
  if (std::distance(message.begin(), message.end()) > static_cast<std::ptrdiff_t>(kHeaders)) {
    return http_problem(431, "too many header fields", "send at most 64");
  }
  if (message.find(bhttp::field::transfer_encoding) != message.end() &&
      message.find(bhttp::field::content_length) != message.end()) {
    return http_problem(400, "two lengths", "send Content-Length or Transfer-Encoding, not both");
  }
  if (message.find(bhttp::field::content_encoding) != message.end() ||
      (has_body(message) && !is_json(text_of(message[bhttp::field::content_type])))) {
    return problem(ErrorCode::media_type_unsupported);
  }
  return std::nullopt;
}

Response too_large(const BeastRequest& message) {
  std::string bytes = text_of(message[bhttp::field::content_length]);
  if (bytes.empty()) bytes = std::to_string(kBodyBytes + 1);
  return problem(Error(ErrorCode::json_too_large)
                     .with("bytes", std::move(bytes))
                     .with("max", static_cast<std::int64_t>(kBodyBytes)));
}

}  // namespace sealcart::server::http
