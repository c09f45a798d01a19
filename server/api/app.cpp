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

Awaitable<std::string> App::back_up(std::filesystem::path to) {
  namespace asio = boost::asio;
  const auto start = [this](auto handler, const std::filesystem::path& file) {
    const auto executor = asio::get_associated_executor(handler);
    auto waiting = std::make_shared<decltype(handler)>(std::move(handler));
    backend_.back_up(file, [waiting, executor](std::string trouble) {
      asio::post(executor,
                 [waiting, trouble = std::move(trouble)] { (*waiting)(std::string(trouble)); });
    });
  };
  return asio::async_initiate<const asio::use_awaitable_t<>&, void(std::string)>(
      start, asio::use_awaitable, std::move(to));
}

Awaitable<http::Response> App::answer(std::function<Outcome<http::Response>(Work&)> service,
                                      Foreseen foreseen) {
  Outcome<http::Response> outcome =
      co_await run<http::Response>(std::move(service), std::move(foreseen));
  if (!outcome) co_return http::problem(outcome.error());
  co_return *std::move(outcome);
}

}  // namespace sealcart::server::api
