// What the routes share: the backend, and who is waiting for news.
#pragma once

#include <boost/asio/io_context.hpp>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "api/deliveries.h"
#include "api/metrics.h"
#include "api/news.h"
#include "api/queue_watch.h"
#include "http/message.h"
#include "services/backend.h"

namespace sealcart::server::api {

struct AppConfig {
  std::string seal_origin;
  std::string worker_secret;
  std::chrono::milliseconds storage_wait{100};  // longer is too long; 0: never
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
  Metrics& metrics() { return metrics_; }
  const QueueWatch& queue() const { return queue_; }
  bool storage_full() const { return backend_.full(); }
  const AppConfig& config() const { return config_; }
  // No longer ready; open streams are told to come again, spread over that time.
  void drain(std::chrono::milliseconds spread);
  bool draining() const { return draining_; }
  void stop() { news_->stop(); }

 private:
  template <class Handler>
  struct Errand;
  void note_begun(QueueWatch::Time submitted);
  void note_worked(const Work& work);

  std::shared_ptr<News> news_;
  Deliveries deliveries_;
  AppConfig config_;
  Metrics metrics_;
  QueueWatch queue_;
  bool draining_ = false;
  Backend backend_;
};

}  // namespace sealcart::server::api

#include "api/app_run.h"
