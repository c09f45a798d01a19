// The compiled parts of Boost.Asio and Boost.Beast, for all of the server.
#include <utility>
// clang-format off: after <utility>
#include <boost/asio/impl/src.hpp>
#include <boost/asio/ssl/impl/src.hpp>
#include <boost/beast/src.hpp>
// clang-format on
