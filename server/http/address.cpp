#include "http/address.h"

#include <algorithm>
#include <boost/asio/ip/address_v6.hpp>
#include <charconv>
#include <string>

namespace sealcart::server::http {
namespace {

namespace ip = boost::asio::ip;

constexpr int kMappedBits = 96;
constexpr int kHouseholdBits = 64;
constexpr std::size_t kAddressCharacters = 45;  // of the longest way to write one

bool is_mapped(const Address& address) { return ip::address_v6(address.bytes).is_v4_mapped(); }

Address first_bits(Address address, int bits) {
  for (int at = 0; at < 16; ++at) {
    const int kept = std::clamp(bits - at * 8, 0, 8);
    auto& byte = address.bytes[static_cast<std::size_t>(at)];
    byte = static_cast<std::uint8_t>(byte & (0xff00 >> kept));
  }
  return address;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t from = std::min(text.size(), text.find_first_not_of(" \t"));
  text.remove_prefix(from);
  return text.substr(0, text.find_last_not_of(" \t") + 1);
}

}  // namespace

Address address_of(const ip::address& address) {
  if (address.is_v6()) return {address.to_v6().to_bytes()};
  return {ip::make_address_v6(ip::v4_mapped, address.to_v4()).to_bytes()};
}

std::optional<Address> parse_address(std::string_view text) {
  if (text.size() > kAddressCharacters) return std::nullopt;
  boost::system::error_code failed;
  const ip::address address = ip::make_address(std::string(text), failed);
  if (failed) return std::nullopt;
  return address_of(address);
}

Address household_of(const Address& address) {
  return is_mapped(address) ? address : first_bits(address, kHouseholdBits);
}

std::optional<Network> Network::parse(std::string_view text) {
  const std::size_t slash = text.find('/');
  const auto base = parse_address(text.substr(0, slash));
  if (!base) return std::nullopt;
  Network network;
  const int offset = is_mapped(*base) ? kMappedBits : 0;
  if (slash != text.npos) {
    const std::string_view length = text.substr(slash + 1);
    int bits = -1;
    const auto [end, failed] = std::from_chars(length.data(), length.data() + length.size(), bits);
    if (failed != std::errc() || end != length.data() + length.size()) return std::nullopt;
    if (bits < 0 || bits > 128 - offset) return std::nullopt;
    network.bits_ = bits + offset;
  }
  network.base_ = first_bits(*base, network.bits_);
  return network;
}

bool Network::contains(const Address& address) const { return first_bits(address, bits_) == base_; }

bool Proxies::trusts(const Address& address) const {
  return std::ranges::any_of(trusted_, [&](const Network& n) { return n.contains(address); });
}

std::optional<Address> Proxies::client_of(const Address& peer, std::string_view forwarded) const {
  if (!trusts(peer)) return peer;
  while (!forwarded.empty()) {
    const std::size_t comma = forwarded.rfind(',');
    const std::size_t from = comma == forwarded.npos ? 0 : comma + 1;
    const auto named = parse_address(trimmed(forwarded.substr(from)));
    if (!named) return peer;
    if (!trusts(*named)) return named;
    forwarded = forwarded.substr(0, comma == forwarded.npos ? 0 : comma);
  }
  return std::nullopt;
}

}  // namespace sealcart::server::http
