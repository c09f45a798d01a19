// What the routes share: the backend, and who is waiting for news.
#pragma once

#include <boost/asio/io_context.hpp>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "api/news.h"
#include "http/message.h"
#include "services/backend.h"

namespace sealcart::server::api {

struct AppConfig {
  std::string seal_origin;
  std::string worker_secret;
};

class App {
 public:
  App(boost::asio::io_context& io, const BackendConfig& backend, AppConfig config, Clock clock);

  // Runs a service on the storage thread and resumes here with its answer.
  template <class T>
  Awaitable<Outcome<T>> run(std::function<Outcome<T>(Work&)> service, Foreseen foreseen = {});

  // The same for a service that makes the whole answer; a refusal becomes its problem document.
  Awaitable<http::Response> answer(std::function<Outcome<http::Response>(Work&)> service,
                                   Foreseen foreseen = {});

  // A copy of the database; answers what went wrong, or nothing.
  Awaitable<std::string> back_up(std::filesystem::path to);

  News& news() { return *news_; }
  const AppConfig& config() const { return config_; }
  void stop() { news_->stop(); }

 private:
  std::shared_ptr<News> news_;
  AppConfig config_;
  Backend backend_;
};

}  // namespace sealcart::server::api

#include "api/app_run.h"
