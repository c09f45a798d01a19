// Hears what other servers announce (LISTEN), on a connection and a thread of its own.
#pragma once

#include <functional>
#include <string>
#include <thread>

#include "store/announcement.h"

struct pg_conn;

namespace sealcart::server {

class PgListener {
 public:
  struct Hear {
    std::function<void(const Announcement&)> news;
    // Announcements may have been missed: everything can have changed.
    std::function<void()> missed;
  };

  // `self`: the sender whose announcements are not told. Both functions are called on the
  // listener's thread.
  PgListener(std::string url, std::string self, Hear hear);
  ~PgListener();
  PgListener(const PgListener&) = delete;
  PgListener& operator=(const PgListener&) = delete;

 private:
  void run();
  bool wait_for_news(pg_conn* session);
  bool pause();

  std::string url_;
  std::string self_;
  Hear hear_;
  int wake_[2] = {-1, -1};  // a pipe: the thread waits for news or for its end
  std::thread thread_;
};

}  // namespace sealcart::server
