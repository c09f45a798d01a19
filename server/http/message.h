// Requests and answers without the library behind them: what api/ works with.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/address.h"
#include "http/awaitable.h"
#include "sealcart/result.h"

namespace sealcart::server::http {

using Header = std::pair<std::string, std::string>;  // name in lower case

struct Request {
  std::string method;
  std::string path;                                        // percent-decoded, without the query
  std::vector<std::string> segments;                       // of the path, each decoded by itself
  std::vector<std::pair<std::string, std::string>> query;  // decoded, in order
  std::vector<Header> headers;
  std::string body;
  std::vector<std::pair<std::string, std::string>> captures;  // "{cart}" of the route
  std::optional<Address> client;  // nothing: a trusted proxy speaks for itself

  // Empty when there is none.
  std::string_view header(std::string_view lower_case_name) const;
  std::string_view parameter(std::string_view name) const;
  std::string_view capture(std::string_view name) const;
};

// An open event stream (text/event-stream); write() is false once the reader is gone.
class EventStream {
 public:
  virtual ~EventStream() = default;
  virtual Awaitable<bool> write(std::string text) = 0;
};

struct Response {
  int status = 200;
  std::string content_type;
  std::vector<Header> headers;
  std::string body;
  std::shared_ptr<const std::string> file;  // instead of body: content shared with a cache
  std::function<Awaitable<void>(EventStream&)> stream;  // instead of both
  std::optional<ErrorCode> refused;                     // for those who count
  const std::string* route = nullptr;                   // its pattern; lives as long as the router

  std::string_view content() const { return file ? std::string_view(*file) : body; }
};

Response json(int status, std::string body);

using Handler = std::function<Awaitable<Response>(Request)>;

}  // namespace sealcart::server::http
