#include "api/housekeeping.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace sealcart::server::api {
namespace {

// A minute between looks; between slices while there is more, so that others' work is most of what
// storage does: at 16 carts a slice still 25 million carts a day.
constexpr std::chrono::milliseconds kBetweenLooks{60'000};
constexpr std::chrono::milliseconds kBetweenSlices{50};

Awaitable<void> keep_house(boost::asio::io_context& io, App& app, Retention kept) {
  boost::asio::steady_timer timer(io);
  while (!app.news().stopped()) {
    // Named before it is awaited: GCC 12 destroys a closure made inside a co_await call twice.
    std::function<Outcome<bool>(Work&)> slice = [kept](Work& work) -> Outcome<bool> {
      return sweep(work, kept);
    };
    const Outcome<bool> more = co_await app.run<bool>(std::move(slice));
    timer.expires_after(more.value_or(false) ? kBetweenSlices : kBetweenLooks);
    boost::system::error_code ignored;
    co_await timer.async_wait(boost::asio::redirect_error(boost::asio::use_awaitable, ignored));
  }
}

}  // namespace

void start_housekeeping(boost::asio::io_context& io, App& app, const Retention& kept) {
  boost::asio::co_spawn(io, keep_house(io, app, kept), boost::asio::detached);
}

}  // namespace sealcart::server::api
