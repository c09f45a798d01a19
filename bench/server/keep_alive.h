// One HTTP/1.1 connection to the endpoint that is opened again when the server ends it. As little
// work as possible: a load tool must not be what is measured.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sealcart::bench {

class KeepAlive {
 public:
  explicit KeepAlive(std::uint16_t port) : port_(port) {}
  ~KeepAlive();
  KeepAlive(KeepAlive&& other) noexcept;
  KeepAlive& operator=(KeepAlive&&) = delete;

  // Connects when there is no connection. Throws std::runtime_error when nobody listens.
  void open();
  int descriptor() const { return socket_; }
  void send(std::string_view request);
  // Reads what is there; true: an answer is complete, and answer() holds it until the next send.
  bool receive();
  int status() const { return status_; }
  std::string_view body() const { return std::string_view(buffer_).substr(body_at_); }
  // The server said it ends the connection after this answer.
  bool ended() const { return ended_; }
  void close();

 private:
  bool parse();

  std::uint16_t port_;
  int socket_ = -1;
  std::string buffer_;
  int status_ = 0;
  std::size_t body_at_ = 0;
  bool ended_ = false;
};

// POST with a JSON body.
std::string post(std::string_view path, std::string_view capability, std::string_view body);

}  // namespace sealcart::bench
