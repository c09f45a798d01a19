// The status line and header fields of an answer as text. Private to http/.
//
// Written by hand because it is on the way of every answer: Beast's own serializer walks a chain of
// buffers for each field.
#pragma once

#include <string>

#include "http/server.h"

namespace sealcart::server::http {

struct Framing {
  unsigned version = 11;  // of the request: 10 or 11
  bool keep_alive = false;
  bool has_length = false;
  std::size_t length = 0;  // of the content; written when has_length
};

// Fields of the site stand unless the answer says otherwise. Ends with the empty line.
std::string response_head(const Response& response, const Site& site, const Framing& framing);

}  // namespace sealcart::server::http
