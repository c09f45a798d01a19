// App::run, which is a template. Included by app.h only.
#pragma once

#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace sealcart::server::api {

// A request on its way through storage.
template <class Handler>
struct App::Errand {
  Handler handler;
  QueueWatch::Time submitted;
};

template <class T>
Awaitable<Outcome<T>> App::run(std::function<Outcome<T>(Work&)> service, Foreseen foreseen) {
  namespace asio = boost::asio;
  const auto start = [this](auto handler, std::function<Outcome<T>(Work&)> chosen, Foreseen seen) {
    using Mine = Errand<decltype(handler)>;
    auto errand = std::make_shared<Mine>(Mine{std::move(handler), queue_.now()});
    queue_.submitted(errand->submitted);
    auto work = [this, errand, chosen = std::move(chosen)](Work& at) {
      note_begun(errand->submitted);
      Outcome<T> outcome = chosen(at);
      note_worked(at);
      return outcome;
    };
    const auto answer = [this, errand](Outcome<T> outcome) {
      queue_.answered();
      auto kept = std::make_shared<Outcome<T>>(std::move(outcome));
      deliveries_.add([errand, kept] { errand->handler(std::move(*kept)); });
    };
    if (!backend_.submit<T>(std::move(work), answer, std::move(seen))) deliveries_.hand_over();
  };
  return asio::async_initiate<const asio::use_awaitable_t<>&, void(Outcome<T>)>(
      start, asio::use_awaitable, std::move(service), std::move(foreseen));
}

}  // namespace sealcart::server::api
