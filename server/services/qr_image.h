// A text as a QR code (ISO/IEC 18004), for an SVG image.
#pragma once

#include <string>

#include "sealcart/pairing.h"

namespace sealcart::server {

// With the quiet zone of four modules around it. The text has at most 2 * limits::kUrlBytes.
QrImage qr_image(const std::string& text);

}  // namespace sealcart::server
