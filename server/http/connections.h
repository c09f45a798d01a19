// How many connections there are, of whom, and which one is closed when a newcomer needs its place.
//
// Event streams are counted apart: they stay for hours and do nothing most of the time. Of the
// others, one that waits (idle, or its request not yet complete) may be closed at any time; when
// all places are taken the one that has waited longest goes. An honest request is complete within
// milliseconds, so those who hold connections open by being slow displace each other.
#pragma once

#include <cstddef>
#include <functional>
#include <list>
#include <map>
#include <optional>

#include "http/address.h"
#include "http/limits.h"

namespace sealcart::server::http {

struct ConnectionLimits {
  std::size_t plain = kConnections;
  std::size_t streams = kStreams;
  std::size_t per_address = kConnectionsPerAddress;  // streams among them; 0: any number
};

class Connections {
 public:
  explicit Connections(ConnectionLimits limits) : limits_(limits) {}
  Connections(const Connections&) = delete;
  Connections& operator=(const Connections&) = delete;

  class Seat;
  std::size_t plain() const { return plain_; }
  std::size_t streams() const { return streams_; }
  const ConnectionLimits& limits() const { return limits_; }

 private:
  bool takes(const Address& household);
  void leaves(const Address& household);
  bool make_room();

  ConnectionLimits limits_;
  std::size_t plain_ = 0;
  std::size_t streams_ = 0;
  std::map<Address, std::size_t> households_;
  std::list<Seat*> waiting_;  // the longest first
};

// The place of one connection, from the moment it is accepted.
class Connections::Seat {
 public:
  enum class Kind { none, plain, stream };

  // `close`: ends the connection from outside. `peer`: nothing for a trusted proxy, which is not
  // counted by address.
  Seat(Connections& all, std::optional<Address> peer, std::function<void()> close);
  ~Seat();
  Seat(const Seat&) = delete;
  Seat& operator=(const Seat&) = delete;

  // False: everything is full of work, or this address has enough.
  bool taken() const { return kind_ != Kind::none; }
  void wait();
  void work();
  // From now on an event stream, of `client` when a proxy speaks for it. False: there are too many.
  bool become_stream(const std::optional<Address>& client);

 private:
  friend class Connections;
  Connections& all_;
  std::optional<Address> household_;
  std::function<void()> close_;
  Kind kind_ = Kind::none;
  std::optional<std::list<Seat*>::iterator> waiting_;
};

}  // namespace sealcart::server::http
