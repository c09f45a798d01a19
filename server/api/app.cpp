#include "api/app.h"

#include <boost/asio/post.hpp>

#include "http/problem.h"

namespace sealcart::server::api {

App::App(boost::asio::io_context& io, const BackendConfig& backend, AppConfig config, Clock clock)
    : news_(std::make_shared<News>(io)),
      deliveries_(io),
      config_(std::move(config)),
      queue_(config_.storage_wait),
      backend_(
          backend, std::move(clock),
          [this](const Changes& changes) {
            if (changes.ops > 0) metrics_.applied(changes.ops);
            deliveries_.add([news = news_, changes] { news->tell(changes); });
          },
          [this](const Settled& settled) {
            if (settled.jobs > 0) metrics_.committed(settled.jobs, settled.took);
            deliveries_.hand_over();
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

void App::drain(std::chrono::milliseconds spread) {
  draining_ = true;
  news_->drain(spread);
}

void App::note_begun(QueueWatch::Time submitted) {
  const QueueWatch::Time now = QueueWatch::now();
  queue_.began(submitted, now);
  metrics_.waited(now - submitted);
}

void App::note_worked(const Work& work) { metrics_.cached(work.carts.size()); }

Awaitable<http::Response> App::answer(std::function<Outcome<http::Response>(Work&)> service,
                                      Foreseen foreseen) {
  Outcome<http::Response> outcome =
      co_await run<http::Response>(std::move(service), std::move(foreseen));
  if (!outcome) co_return http::problem(outcome.error());
  co_return *std::move(outcome);
}

}  // namespace sealcart::server::api
