#include "api/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <algorithm>
#include <map>
#include <utility>

namespace sealcart::server::api {
namespace {

using prometheus::Counter;
using prometheus::Family;
using prometheus::Gauge;
using prometheus::Histogram;
using Buckets = Histogram::BucketBoundaries;

const Buckets kSeconds{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10};
const Buckets kJobs{1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024};

double seconds(Metrics::Duration duration) {
  return std::chrono::duration<double>(duration).count();
}

}  // namespace

struct Metrics::Families {
  prometheus::Registry registry;
  Family<Counter>& requests =
      counters("sealcart_http_requests_total", "Answers by route and status");
  Family<Histogram>& times = histograms("sealcart_http_request_seconds", "From request to answer");
  Family<Counter>& refusals = counters("sealcart_refusals_total", "Refusals by code");
  Counter& shed = counter("sealcart_shed_total", "Requests turned away: storage is behind");
  Histogram& waits = histogram("sealcart_storage_wait_seconds", "From request to work", kSeconds);
  Histogram& commits = histogram("sealcart_storage_commit_seconds", "From work to disk", kSeconds);
  Histogram& batches = histogram("sealcart_storage_batch_jobs", "Requests of a commit", kJobs);
  Counter& ops = counter("sealcart_ops_applied_total", "Operations that are on disk");
  Gauge& carts = gauge("sealcart_carts_cached", "Carts in memory");
  Gauge& connections = gauge("sealcart_connections", "Open connections, without streams");
  Gauge& streams = gauge("sealcart_streams", "Open event streams");
  Gauge& slow_readers = gauge("sealcart_slow_readers", "Streams given up since the start");
  Gauge& turned_away = gauge("sealcart_connections_refused", "Connections without a place");
  Gauge& queued = gauge("sealcart_storage_queue", "Requests that wait for storage");
  Gauge& storage_full = gauge("sealcart_storage_full", "1 while the disk has no room");
  Gauge& lost_lines = gauge("sealcart_log_lines_lost", "Lines the log had no room for");

  std::map<std::pair<const std::string*, int>, Counter*> by_route;
  std::map<const std::string*, Histogram*> time_of_route;
  std::map<ErrorCode, Counter*> by_code;

  Family<Counter>& counters(const char* name, const char* help) {
    return prometheus::BuildCounter().Name(name).Help(help).Register(registry);
  }
  Family<Histogram>& histograms(const char* name, const char* help) {
    return prometheus::BuildHistogram().Name(name).Help(help).Register(registry);
  }
  Counter& counter(const char* name, const char* help) { return counters(name, help).Add({}); }
  Histogram& histogram(const char* name, const char* help, const Buckets& buckets) {
    return histograms(name, help).Add({}, buckets);
  }
  Gauge& gauge(const char* name, const char* help) {
    return prometheus::BuildGauge().Name(name).Help(help).Register(registry).Add({});
  }
};

Metrics::Metrics() : families_(std::make_unique<Families>()) {
  prometheus::BuildGauge()
      .Name("sealcart_build_info")
      .Help("Version of the program")
      .Register(families_->registry)
      .Add({{"version", SEALCART_VERSION}})
      .Set(1);
}

Metrics::~Metrics() = default;

void Metrics::answered(const std::string* route, int status, std::optional<ErrorCode> refused,
                       Duration took) {
  ++summary_.answers;
  if (status >= 500) ++summary_.failed;
  if (status >= 400 && status < 500) ++summary_.refused;
  const auto us = std::chrono::duration_cast<std::chrono::microseconds>(took).count();
  summary_.slowest_us = std::max<std::int64_t>(summary_.slowest_us, us);
  const std::string_view label = route ? std::string_view(*route) : "other";
  Counter*& count = families_->by_route[{route, status}];
  if (!count) {
    count = &families_->requests.Add(
        {{"route", std::string(label)}, {"status", std::to_string(status)}});
  }
  count->Increment();
  Histogram*& times = families_->time_of_route[route];
  if (!times) times = &families_->times.Add({{"route", std::string(label)}}, kSeconds);
  times->Observe(seconds(took));
  if (!refused) return;
  Counter*& refusals = families_->by_code[*refused];
  if (!refusals) {
    refusals = &families_->refusals.Add({{"code", std::string(error_name(*refused))}});
  }
  refusals->Increment();
}

void Metrics::turned_away() { families_->shed.Increment(); }
void Metrics::waited(Duration wait) { families_->waits.Observe(seconds(wait)); }

void Metrics::committed(std::size_t jobs, Duration took) {
  families_->batches.Observe(static_cast<double>(jobs));
  families_->commits.Observe(seconds(took));
}

void Metrics::applied(std::size_t ops) { families_->ops.Increment(static_cast<double>(ops)); }
void Metrics::cached(std::size_t carts) { families_->carts.Set(static_cast<double>(carts)); }

std::string Metrics::text(const Levels& levels) {
  const auto set = [](Gauge& gauge, std::int64_t value) { gauge.Set(static_cast<double>(value)); };
  set(families_->connections, levels.connections);
  set(families_->streams, levels.streams);
  set(families_->slow_readers, levels.slow_readers);
  set(families_->turned_away, levels.turned_away);
  set(families_->queued, levels.queued);
  set(families_->lost_lines, levels.lost_lines);
  set(families_->storage_full, levels.storage_full);
  return prometheus::TextSerializer().Serialize(families_->registry.Collect());
}

}  // namespace sealcart::server::api
