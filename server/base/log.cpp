#include "base/log.h"

#include <spdlog/async.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <chrono>
#include <thread>

#include "sealcart/wire.h"

namespace sealcart::server {
namespace {

constexpr std::size_t kQueuedLines = 8'192;

// The same place to write to, by way of the queue and straight.
struct Loggers {
  std::shared_ptr<spdlog::details::thread_pool> queue =
      std::make_shared<spdlog::details::thread_pool>(kQueuedLines, 1);
  std::shared_ptr<spdlog::sinks::sink> sink = std::make_shared<spdlog::sinks::stderr_sink_mt>();
  std::shared_ptr<spdlog::async_logger> usual = std::make_shared<spdlog::async_logger>(
      "usual", sink, queue, spdlog::async_overflow_policy::overrun_oldest);
  spdlog::logger urgent{"urgent", sink};

  Loggers() {
    sink->set_formatter(std::make_unique<spdlog::pattern_formatter>(
        R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})", spdlog::pattern_time_type::utc));
  }
};

Loggers& loggers() {
  static Loggers instance;
  return instance;
}

spdlog::level::level_enum level_of(Level level) {
  switch (level) {
    case Level::debug:
      return spdlog::level::debug;
    case Level::info:
      return spdlog::level::info;
    case Level::warning:
      return spdlog::level::warn;
    case Level::error:
      return spdlog::level::err;
  }
  return spdlog::level::err;
}

}  // namespace

bool set_log_level(std::string_view name) {
  for (const Level level : {Level::debug, Level::info, Level::warning, Level::error}) {
    const auto view = spdlog::level::to_string_view(level_of(level));
    if (name != std::string_view(view.data(), view.size())) continue;
    loggers().usual->set_level(level_of(level));
    return true;
  }
  return false;
}

std::int64_t lost_log_lines() {
  return static_cast<std::int64_t>(loggers().queue->overrun_counter());
}

void finish_log() {
  constexpr std::chrono::milliseconds kStep{10};
  for (int steps = 0; steps < 100 && loggers().queue->queue_size() > 0; ++steps) {
    std::this_thread::sleep_for(kStep);
  }
  std::this_thread::sleep_for(kStep);  // for the line that is being written
}

void log(Level level, std::string_view event, std::initializer_list<LogField> fields) {
  if (!loggers().usual->should_log(level_of(level))) return;
  std::string line = "\"event\":";
  write_text(line, event);
  for (const LogField& field : fields) {
    line += ',';
    write_text(line, field.name);
    line += ':';
    if (const auto* number = std::get_if<std::int64_t>(&field.value)) {
      line += std::to_string(*number);
    } else {
      write_text(line, std::get<std::string_view>(field.value));
    }
  }
  spdlog::logger& chosen = level == Level::error ? loggers().urgent : *loggers().usual;
  chosen.log(level_of(level), line);
}

}  // namespace sealcart::server
