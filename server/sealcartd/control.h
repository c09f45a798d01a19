// How commands reach the server that runs: a socket beside its database, which only the user who
// runs the server can open. One line asks, one line answers.
//
//   backup /where/to.db      the answer: ok, or failed WHY
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <filesystem>
#include <string>

#include "api/app.h"

namespace sealcart::server {

std::filesystem::path control_of(const std::filesystem::path& database);

class Control {
 public:
  // The caller holds the database's lock: a socket left there belongs to nobody.
  Control(boost::asio::io_context& io, api::App& app, const std::filesystem::path& path);
  ~Control();
  Control(const Control&) = delete;
  Control& operator=(const Control&) = delete;

 private:
  std::filesystem::path path_;
  boost::asio::local::stream_protocol::acceptor acceptor_;
};

// Asks the server that runs. Throws std::runtime_error: nobody answers, or the answer is "failed".
void ask_server(const std::filesystem::path& control, const std::string& line);

}  // namespace sealcart::server
