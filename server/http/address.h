// Where a request comes from: the peer of the connection, or who a trusted proxy says it is.
#pragma once

#include <array>
#include <boost/asio/ip/address.hpp>
#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace sealcart::server::http {

// IPv6; an IPv4 address is the mapped one (RFC 4291, 2.5.5.2).
struct Address {
  std::array<std::uint8_t, 16> bytes{};
  auto operator<=>(const Address&) const = default;
};

Address address_of(const boost::asio::ip::address& address);
std::optional<Address> parse_address(std::string_view text);

// Who is counted as one: an IPv4 address, or the 64 bits of IPv6 that one customer is given.
Address household_of(const Address& address);

// "10.0.0.0/8", "::1"
class Network {
 public:
  static std::optional<Network> parse(std::string_view text);
  bool contains(const Address& address) const;

 private:
  Address base_;
  int bits_ = 128;
};

class Proxies {
 public:
  Proxies() = default;
  explicit Proxies(std::vector<Network> trusted) : trusted_(std::move(trusted)) {}

  bool trusts(const Address& address) const;
  // The last address of X-Forwarded-For that no trusted proxy has; the peer itself when it is not
  // trusted. Nothing when a trusted peer names nobody: it speaks for itself and is not limited.
  std::optional<Address> client_of(const Address& peer, std::string_view forwarded_for) const;

 private:
  std::vector<Network> trusted_;
};

}  // namespace sealcart::server::http
