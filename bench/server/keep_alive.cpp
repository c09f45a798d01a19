#include "keep_alive.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <stdexcept>
#include <utility>

namespace sealcart::bench {

KeepAlive::~KeepAlive() { close(); }

KeepAlive::KeepAlive(KeepAlive&& other) noexcept
    : port_(other.port_), socket_(std::exchange(other.socket_, -1)) {}

void KeepAlive::close() {
  if (socket_ >= 0) ::close(socket_);
  socket_ = -1;
  ended_ = false;
}

void KeepAlive::open() {
  if (socket_ >= 0) return;
  socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port_);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    throw std::runtime_error("nobody listens on port " + std::to_string(port_));
  }
  const int on = 1;
  ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

void KeepAlive::send(std::string_view request) {
  buffer_.clear();
  while (!request.empty()) {
    const ssize_t written = ::send(socket_, request.data(), request.size(), MSG_NOSIGNAL);
    if (written <= 0) throw std::runtime_error("the connection broke while sending");
    request.remove_prefix(static_cast<std::size_t>(written));
  }
}

bool KeepAlive::receive() {
  char bytes[16 * 1024];
  const ssize_t read = ::recv(socket_, bytes, sizeof bytes, MSG_DONTWAIT);
  if (read < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return false;
  if (read <= 0) throw std::runtime_error("the connection broke while receiving");
  buffer_.append(bytes, static_cast<std::size_t>(read));
  return parse();
}

bool KeepAlive::parse() {
  const std::size_t end = buffer_.find("\r\n\r\n");
  if (end == std::string::npos) return false;
  const std::string_view head = std::string_view(buffer_).substr(0, end);
  constexpr std::string_view kLength = "Content-Length: ";
  const std::size_t at = head.find(kLength);
  const std::size_t length =
      at == head.npos ? 0 : std::strtoul(buffer_.c_str() + at + kLength.size(), nullptr, 10);
  body_at_ = end + 4;
  if (buffer_.size() < body_at_ + length) return false;
  status_ = std::atoi(buffer_.c_str() + 9);
  ended_ = head.find("Connection: close") != head.npos;
  return true;
}

std::string post(std::string_view path, std::string_view capability, std::string_view body) {
  std::string text = "POST ";
  text.append(path).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ");
  text.append(capability).append("\r\nContent-Type: application/json\r\nContent-Length: ");
  text.append(std::to_string(body.size())).append("\r\n\r\n").append(body);
  return text;
}

}  // namespace sealcart::bench
