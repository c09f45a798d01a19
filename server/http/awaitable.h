// Coroutines of Boost.Asio under one short name. Boost 1.74 forgets <utility> before awaitable.hpp.
#pragma once

#include <utility>
// clang-format off: after <utility>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
// clang-format on

namespace sealcart::server {

template <class T>
using Awaitable = boost::asio::awaitable<T>;

}  // namespace sealcart::server
