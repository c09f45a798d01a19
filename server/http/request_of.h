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

// Why the body is not even read: a content coding, a type that is not JSON, too many fields, or a
// length that two fields tell differently.
std::optional<Response> refusal_of_header(const BeastRequest& message);

// For a body that is longer than may be: by the length it claims, or by what came.
Response too_large(const BeastRequest& message);

}  // namespace sealcart::server::http
