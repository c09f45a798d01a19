// Refusals as RFC 9457 problem documents:
//   {"type":"urn:sealcart:error:<code>","title":…,"status":…,"code":…,"path":…,"params":{…},
//    "detail":<what to do>}   and, when several things are wrong, "problems":[…] of the same shape.
#pragma once

#include <string_view>

#include "base/outcome.h"
#include "http/message.h"

namespace sealcart::server::http {

Response problem(const Refusal& refusal);
Response problem(ErrorCode code);

// For faults of the HTTP message itself, which have no code: type about:blank (RFC 9457, 4.2.1).
Response http_problem(int status, std::string_view title, std::string_view detail);

}  // namespace sealcart::server::http
