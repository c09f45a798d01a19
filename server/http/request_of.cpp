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

// A server takes the absolute form too (RFC 9112, 3.2.2); what it names is this server.
std::string origin_form(std::string target) {
  const std::string scheme = lower(target.substr(0, 8));
  const std::size_t authority = scheme == "https://" ? 8 : 7;
  if (authority == 7 && !scheme.starts_with("http://")) return target;
  const std::size_t end = target.find_first_of("/?", authority);
  if (end == authority || authority == target.size()) return "";
  if (end == target.npos) return "/";
  return target[end] == '/' ? target.substr(end) : "/" + target.substr(end);
}

bool has_body(const BeastRequest& message) {
  const auto length = message.find(bhttp::field::content_length);
  return message.chunked() || (length != message.end() && length->value() != "0");
}

bool is_decimal(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

// Where two programs could read two lengths, nothing is read at all.
std::optional<Response> refusal_of_framing(const BeastRequest& message) {
  const auto codings = message.count(bhttp::field::transfer_encoding);
  const auto lengths = message.count(bhttp::field::content_length);
  if (codings + lengths > 1) {
    return http_problem(400, "two lengths", "send Content-Length or Transfer-Encoding, once");
  }
  if (lengths == 1 && !is_decimal(text_of(message[bhttp::field::content_length]))) {
    return http_problem(400, "not a length", "send Content-Length in decimal digits");
  }
  if (codings == 0) return std::nullopt;
  if (message.version() < 11) {
    return http_problem(400, "chunked before HTTP/1.1", "send Content-Length");
  }
  if (lower(text_of(message[bhttp::field::transfer_encoding])) != "chunked") {
    return http_problem(501, "an unknown transfer coding", "send chunked alone, or Content-Length");
  }
  return std::nullopt;
}

std::optional<Response> refusal_of_host(const BeastRequest& message) {
  const auto hosts = message.count(bhttp::field::host);
  const std::string host = text_of(message[bhttp::field::host]);
  const bool is_needed = message.version() >= 11;
  if (hosts > 1 || (is_needed && hosts == 0) ||
      host.find_first_of(" \t/\\?#@,<>\"{}|^`") != host.npos) {
    return http_problem(400, "not one host", "send one Host field, see RFC 9112, 3.2");
  }
  return std::nullopt;
}

}  // namespace

std::optional<Request> request_of(BeastRequest message) {
  Target target;
  const std::string text = origin_form(text_of(message.target()));
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
  if (auto refusal = refusal_of_framing(message)) return refusal;
  if (auto refusal = refusal_of_host(message)) return refusal;
  const auto expected = message.find(bhttp::field::expect);
  if (expected != message.end() && lower(text_of(expected->value())) != "100-continue") {
    return http_problem(417, "this expectation can't be met", "send Expect: 100-continue, or none");
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
