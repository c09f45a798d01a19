#include "sealcartd/control.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <stdexcept>

#include "base/log.h"

namespace sealcart::server {
namespace {

namespace asio = boost::asio;
using Socket = asio::local::stream_protocol::socket;
using Acceptor = asio::local::stream_protocol::acceptor;

constexpr std::size_t kLineBytes = 8 * 1024;
constexpr std::string_view kBackup = "backup ";

Awaitable<std::string> answer_to(api::App& app, std::string line) {
  if (!line.starts_with(kBackup)) co_return "failed no such command";
  const std::filesystem::path to = line.substr(kBackup.size());
  if (!to.is_absolute()) co_return "failed an absolute path is meant";
  const std::string trouble = co_await app.back_up(to);
  log(trouble.empty() ? Level::info : Level::error, "backup", {{"trouble", trouble}});
  co_return trouble.empty() ? "ok" : "failed " + trouble;
}

Awaitable<void> serve_one(api::App& app, std::shared_ptr<Socket> socket) {
  std::string line;
  co_await asio::async_read_until(*socket, asio::dynamic_buffer(line, kLineBytes), '\n',
                                  asio::use_awaitable);
  line.resize(line.find('\n'));
  std::string answer = co_await answer_to(app, std::move(line));
  answer += '\n';
  co_await asio::async_write(*socket, asio::buffer(answer), asio::use_awaitable);
}

Awaitable<void> accept_all(api::App& app, Acceptor& acceptor) {
  while (true) {
    auto socket = std::make_shared<Socket>(co_await acceptor.async_accept(asio::use_awaitable));
    // One that goes away early is no trouble of ours.
    asio::co_spawn(acceptor.get_executor(), serve_one(app, socket), asio::detached);
  }
}

}  // namespace

std::filesystem::path control_of(const std::filesystem::path& database) {
  return database.string() + ".control";
}

Control::Control(asio::io_context& io, api::App& app, const std::filesystem::path& path)
    : path_(path), acceptor_(io) {
  std::filesystem::remove(path_);
  acceptor_.open();
  acceptor_.bind(path_.string());
  acceptor_.listen();
  asio::co_spawn(io, accept_all(app, acceptor_), asio::detached);
}

Control::~Control() {
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

void ask_server(const std::filesystem::path& control, const std::string& line) {
  asio::io_context io;
  Socket socket(io);
  socket.connect(control.string());
  asio::write(socket, asio::buffer(line + "\n"));
  std::string answer;
  boost::system::error_code ended;
  asio::read_until(socket, asio::dynamic_buffer(answer, kLineBytes), '\n', ended);
  if (ended) throw std::runtime_error("the server went away");
  answer.resize(answer.find('\n'));
  if (answer != "ok") throw std::runtime_error("the server says: " + answer);
}

}  // namespace sealcart::server
