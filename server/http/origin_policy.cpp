#include "http/origin_policy.h"

#include <algorithm>

namespace sealcart::server::http {
namespace {

constexpr std::string_view kRequestFields =
    "authorization, content-type, idempotency-key, last-event-id, x-sealcart";
constexpr std::string_view kAnswerFields = "etag, retry-after";
constexpr std::string_view kPreflightSeconds = "7200";  // no browser keeps one longer
constexpr std::size_t kShownOrigin = 100;               // bytes of it in a refusal

bool only_reads(std::string_view method) {
  return method == "GET" || method == "HEAD" || method == "OPTIONS";
}

bool holds(const std::vector<std::string>& origins, std::string_view origin) {
  return std::ranges::find(origins, origin) != origins.end();
}

bool is_host_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' ||
         c == '[' || c == ']' || c == ':';
}

bool has_field(const Request& request, std::string_view name) {
  return std::ranges::find(request.headers, name, &Header::first) != request.headers.end();
}

}  // namespace

bool is_origin(std::string_view text) {
  const std::size_t scheme = text.starts_with("https://") ? 8 : 7;
  if (scheme == 7 && !text.starts_with("http://")) return false;
  const std::string_view host = text.substr(scheme);
  if (host.empty() || !std::ranges::all_of(host, is_host_character)) return false;
  return !host.ends_with(scheme == 8 ? ":443" : ":80") && !host.ends_with(":");
}

bool is_preflight(const Request& request) {
  return request.method == "OPTIONS" && has_field(request, "access-control-request-method");
}

std::optional<Error> OriginPolicy::refusal_of(const Request& request) const {
  const auto refused = [](std::string_view origin) {
    return Error(ErrorCode::origin_refused, "Origin")
        .with("origin", std::string(origin.substr(0, kShownOrigin)));
  };
  if (has_field(request, "origin")) {
    const std::string_view origin = request.header("origin");
    if (!holds(own_, origin) && !holds(allowed_, origin)) return refused(origin);
    return std::nullopt;
  }
  if (only_reads(request.method)) return std::nullopt;
  const std::string_view from = request.header("sec-fetch-site");
  if (from == "same-origin") return std::nullopt;
  // A browser tells where from; what tells nothing is a program, and says so.
  const bool is_program = has_field(request, "authorization") || has_field(request, "x-sealcart");
  if (from.empty() && is_program) return std::nullopt;
  return refused(from.empty() ? "an unknown place" : from);
}

void OriginPolicy::permit(std::string_view origin, bool is_preflight, Response& response) const {
  if (allowed_.empty()) return;
  response.headers.push_back({"vary", "Origin"});
  if (!holds(allowed_, origin)) return;
  const auto add = [&](std::string_view name, std::string_view value) {
    response.headers.push_back({std::string(name), std::string(value)});
  };
  add("access-control-allow-origin", origin);
  if (!is_preflight) {
    add("access-control-expose-headers", kAnswerFields);
    return;
  }
  const auto methods = std::ranges::find(response.headers, "allow", &Header::first);
  if (methods == response.headers.end()) return;
  add("access-control-allow-methods", std::string(methods->second));
  add("access-control-allow-headers", kRequestFields);
  add("access-control-max-age", kPreflightSeconds);
}

}  // namespace sealcart::server::http
