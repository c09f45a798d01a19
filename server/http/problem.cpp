#include "http/problem.h"

#include <algorithm>

#include "sealcart/wire.h"

namespace sealcart::server::http {
namespace {

void member(std::string& out, std::string_view name, std::string_view text) {
  write_text(out, name);
  out += ':';
  write_text(out, text);
  out += ',';
}

// {placeholders} of a fix are filled from the parameters, as error_message() does for the text.
std::string filled_fix(const Error& error) {
  std::string fix(error_fix(error.code));
  for (const ErrorParam& param : error.params) {
    const std::string placeholder = "{" + param.name + "}";
    const std::size_t at = fix.find(placeholder);
    if (at != fix.npos) fix.replace(at, placeholder.size(), param.value);
  }
  return fix;
}

void write_params(std::string& out, const Error& error) {
  out += "\"params\":{";
  for (std::size_t i = 0; i < error.params.size(); ++i) {
    if (i > 0) out += ',';
    write_text(out, error.params[i].name);
    out += ':';
    write_text(out, error.params[i].value);
  }
  out += "},";
}

// Everything but the closing brace.
void write_open_problem(std::string& out, const Error& error) {
  const std::string_view code = error_name(error.code);
  out += '{';
  member(out, "type", "urn:sealcart:error:" + std::string(code));
  member(out, "title", error_message(error));
  out += "\"status\":" + std::to_string(error_http_status(error.code)) + ',';
  member(out, "code", code);
  member(out, "path", error.path);
  write_params(out, error);
  out += "\"detail\":";
  write_text(out, filled_fix(error));
}

std::string_view param_of(const Error& error, std::string_view name) {
  const auto found = std::ranges::find(error.params, name, &ErrorParam::name);
  return found == error.params.end() ? std::string_view() : found->value;
}

void add_expected_headers(Response& response, const Error& error) {
  if (error.code == ErrorCode::unauthorized) {
    response.headers.push_back({"www-authenticate", "Bearer"});
  }
  if (error.code == ErrorCode::unavailable) response.headers.push_back({"retry-after", "1"});
  if (error.code == ErrorCode::storage_full) response.headers.push_back({"retry-after", "10"});
  if (error.code == ErrorCode::rate_limited) {
    response.headers.push_back({"retry-after", std::string(param_of(error, "seconds"))});
  }
}

}  // namespace

Response problem(const Refusal& refusal) {
  Response response;
  response.status = error_http_status(refusal.error.code);
  response.content_type = "application/problem+json";
  write_open_problem(response.body, refusal.error);
  if (!refusal.problems.empty()) {
    response.body += ",\"problems\":[";
    for (std::size_t i = 0; i < refusal.problems.size(); ++i) {
      if (i > 0) response.body += ',';
      write_open_problem(response.body, refusal.problems[i]);
      response.body += '}';
    }
    response.body += ']';
  }
  response.body += '}';
  response.refused = refusal.error.code;
  add_expected_headers(response, refusal.error);
  return response;
}

Response problem(ErrorCode code) { return problem(Refusal(Error(code))); }

Response http_problem(int status, std::string_view title, std::string_view detail) {
  Response response;
  response.status = status;
  response.content_type = "application/problem+json";
  response.body = '{';
  member(response.body, "type", "about:blank");
  member(response.body, "title", title);
  response.body += "\"status\":" + std::to_string(status) + ',';
  response.body += "\"detail\":";
  write_text(response.body, detail);
  response.body += '}';
  return response;
}

}  // namespace sealcart::server::http
