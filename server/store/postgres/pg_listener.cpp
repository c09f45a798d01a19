#include "store/postgres/pg_listener.h"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>
#include <system_error>
#include <utility>

#include "base/log.h"
#include "store/postgres/news_text.h"
#include "store/postgres/pg_session.h"
#include "store/storage.h"

namespace sealcart::server {
namespace {

constexpr int kPauseMs = 1'000;

struct NotifyFree {
  void operator()(PGnotify* notify) const { PQfreemem(notify); }
};

bool is_readable(const pollfd& file) { return (file.revents & (POLLIN | POLLHUP | POLLERR)) != 0; }

}  // namespace

PgListener::PgListener(std::string url, std::string self, Hear hear)
    : url_(std::move(url)), self_(std::move(self)), hear_(std::move(hear)) {
  if (::pipe(wake_) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
  thread_ = std::thread([this] { run(); });
}

PgListener::~PgListener() {
  ::close(wake_[1]);
  thread_.join();
  ::close(wake_[0]);
}

void PgListener::run() {
  bool ending = false;
  while (!ending) {
    try {
      const PgSession session = open_session(url_);
      run_text(session.get(), std::string("LISTEN ") + kNewsChannel);
      // Whatever was announced before is not heard any more.
      hear_.missed();
      while (wait_for_news(session.get())) {
      }
      return;
    } catch (const std::runtime_error& error) {
      log(Level::error, "news_interrupted", {{"what", error.what()}});
    }
    ending = pause();
  }
}

// False: the end. Throws when the connection is lost.
bool PgListener::wait_for_news(pg_conn* session) {
  std::array<pollfd, 2> files = {{{PQsocket(session), POLLIN, 0}, {wake_[0], POLLIN, 0}}};
  if (::poll(files.data(), files.size(), -1) < 0) return true;
  if (is_readable(files[1])) return false;
  if (PQconsumeInput(session) != 1) fail(session, nullptr);
  Announcement news;
  bool any = false;
  while (const auto heard = std::unique_ptr<PGnotify, NotifyFree>(PQnotifies(session))) {
    any = add_text(news, heard->extra, self_) || any;
  }
  if (any) hear_.news(news);
  return true;
}

// True: it is the end.
bool PgListener::pause() {
  pollfd wake{wake_[0], POLLIN, 0};
  return ::poll(&wake, 1, kPauseMs) > 0;
}

}  // namespace sealcart::server
