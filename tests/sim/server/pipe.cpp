#include "pipe.h"

#include <unistd.h>

#include <array>
#include <cstdint>
#include <stdexcept>

namespace sealcart::sim {
namespace {

bool read_all(int from, char* data, std::size_t size) {
  while (size > 0) {
    const ssize_t got = ::read(from, data, size);
    if (got <= 0) return false;
    data += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

}  // namespace

std::optional<std::string> read_message(int from) {
  std::array<char, 4> length;
  if (!read_all(from, length.data(), length.size())) return std::nullopt;
  std::size_t size = 0;
  for (std::size_t i = length.size(); i-- > 0;) {
    size = size << 8 | static_cast<std::uint8_t>(length[i]);
  }
  std::string text(size, '\0');
  if (!read_all(from, text.data(), size)) return std::nullopt;
  return text;
}

void write_message(int to, std::string_view text) {
  std::string message;
  for (int shift = 0; shift < 32; shift += 8) {
    message += static_cast<char>(text.size() >> shift & 0xff);
  }
  message += text;
  for (std::size_t at = 0; at < message.size();) {
    const ssize_t put = ::write(to, message.data() + at, message.size() - at);
    if (put <= 0) throw std::runtime_error("the simulation is gone");
    at += static_cast<std::size_t>(put);
  }
}

}  // namespace sealcart::sim
