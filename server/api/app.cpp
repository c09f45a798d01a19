#include "api/app.h"

#include <boost/asio/post.hpp>

#include "http/problem.h"

namespace sealcart::server::api {

App::App(boost::asio::io_context& io, const BackendConfig& backend, AppConfig config, Clock clock)
    : news_(std::make_shared<News>(io)),
      config_(std::move(config)),
      backend_(backend, std::move(clock), [&io, news = news_](const Changes& changes) {
        boost::asio::post(io, [news, changes] { news->tell(changes); });
      }) {}

Awaitable<http::Response> App::answer(std::function<Outcome<http::Response>(Work&)> service) {
  Outcome<http::Response> outcome = co_await run<http::Response>(std::move(service));
  if (!outcome) co_return http::problem(outcome.error());
  co_return *std::move(outcome);
}

}  // namespace sealcart::server::api
