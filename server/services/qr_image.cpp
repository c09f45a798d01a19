#include "services/qr_image.h"

#include <qrcodegen/qrcodegen.hpp>

namespace sealcart::server {
namespace {

constexpr int kQuietZone = 4;  // ISO/IEC 18004, 6.3.8

// A run of dark modules in a row as a rectangle.
std::string rectangle(int x, int y, int width) {
  return 'M' + std::to_string(x + kQuietZone) + ' ' + std::to_string(y + kQuietZone) + 'h' +
         std::to_string(width) + "v1h-" + std::to_string(width) + 'z';
}

std::string path_of_row(const qrcodegen::QrCode& code, int y) {
  std::string path;
  for (int x = 0; x < code.getSize();) {
    int end = x;
    while (code.getModule(end, y)) ++end;  // beyond the code nothing is dark
    if (end > x) path += rectangle(x, y, end - x);
    x = end + 1;
  }
  return path;
}

}  // namespace

QrImage qr_image(const std::string& text) {
  const auto code = qrcodegen::QrCode::encodeText(text.c_str(), qrcodegen::QrCode::Ecc::MEDIUM);
  QrImage image{code.getSize() + 2 * kQuietZone, ""};
  for (int y = 0; y < code.getSize(); ++y) image.path += path_of_row(code, y);
  return image;
}

}  // namespace sealcart::server
