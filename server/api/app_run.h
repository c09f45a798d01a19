// App::run, which is a template. Included by app.h only.
#pragma once

#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace sealcart::server::api {

template <class T>
Awaitable<Outcome<T>> App::run(std::function<Outcome<T>(Work&)> service, Foreseen foreseen) {
  namespace asio = boost::asio;
  const auto start = [this](auto handler, std::function<Outcome<T>(Work&)> chosen, Foreseen seen) {
    const auto executor = asio::get_associated_executor(handler);
    auto waiting = std::make_shared<decltype(handler)>(std::move(handler));
    const auto answer = [waiting, executor](Outcome<T> outcome) {
      auto kept = std::make_shared<Outcome<T>>(std::move(outcome));
      asio::post(executor, [waiting, kept] { (*waiting)(std::move(*kept)); });
    };
    backend_.submit<T>(std::move(chosen), answer, std::move(seen));
  };
  return asio::async_initiate<const asio::use_awaitable_t<>&, void(Outcome<T>)>(
      start, asio::use_awaitable, std::move(service), std::move(foreseen));
}

}  // namespace sealcart::server::api
