// From Beast's message to ours. Private to http/.
#pragma once

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <optional>

#include "http/message.h"

namespace sealcart::server::http {

using BeastRequest = boost::beast::http::request<boost::beast::http::string_body>;

// Nothing when the request target is not acceptable.
std::optional<Request> request_of(BeastRequest message);

// Why the body is not even read: its length is not certain (RFC 9112, 6), the host is not
// (3.2), it has a content coding or a type that is not JSON.
std::optional<Response> refusal_of_header(const BeastRequest& message);

// For a body that is longer than may be: by the length it claims, or by what came.
Response too_large(const BeastRequest& message);

}  // namespace sealcart::server::http
