// sealcart_sim_server STORE CATALOG: the endpoint as the simulation's child, on stdin and stdout.
// Each message is one JSON text and gets one (tests/sim/server-link.ts knows them):
//   {"do":"open","folder":…,"now":…,"seed":…,"stream":…}   starts the endpoint on that database
//   {"do":"answer","now":…,"requests":[{method,target,headers,body}…],"die":"before"|"after"?}
//   {"do":"close","stream":…}    {"do":"die"}
// This process only waits: the endpoint lives in a child of it, which dies for real.
#include <sodium.h>
#include <sys/wait.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "base/crypto.h"
#include "base/log.h"
#include "crash.h"
#include "endpoint.h"
#include "http/target.h"
#include "pipe.h"
#include "seeded_random.h"

namespace sealcart::sim {
namespace {

using json = nlohmann::json;
using server::http::Request;

constexpr int kIn = STDIN_FILENO;
constexpr int kOut = STDOUT_FILENO;

server::BackendConfig config_of(const json& open, char** documents) {
  const std::filesystem::path folder = open.at("folder").get<std::string>();
  server::BackendConfig config;
  config.database = folder / "shop.db";
  config.tokens = folder / "tokens.db";
  config.keys = folder / "keys";
  config.merchant = {0x5e, 0xa1};
  config.stores = {{documents[0], {documents[1]}}};
  return config;
}

Request request_of(const json& given) {
  server::http::Target target;
  const auto text = given.at("target").get<std::string>();
  server::http::parse_target(text, target);
  Request request;
  request.method = given.at("method").get<std::string>();
  request.path = text.substr(0, text.find('?'));
  request.segments = std::move(target.segments);
  request.query = std::move(target.query);
  for (const auto& [name, value] : given.at("headers").items()) {
    request.headers.emplace_back(name, value.get<std::string>());
  }
  request.body = given.at("body").get<std::string>();
  return request;
}

json told_by(Endpoint& endpoint) {
  json told = json::array();
  for (Told& part : endpoint.take_told()) told.push_back({part.stream, std::move(part.text)});
  return told;
}

json answer(Endpoint& endpoint, const json& message) {
  const std::string death = message.value("die", "");
  if (death == "before") die_before_next_commit();
  std::vector<Request> requests;
  for (const json& given : message.at("requests")) requests.push_back(request_of(given));
  json answers = json::array();
  for (Answer& answer : endpoint.answer(std::move(requests))) {
    answers.push_back({{"status", answer.response.status},
                       {"type", answer.response.content_type},
                       {"body", std::string(answer.response.content())},
                       {"stream", answer.stream}});
  }
  if (!death.empty()) die();
  return {{"answers", std::move(answers)}, {"told", told_by(endpoint)}};
}

// The life of one endpoint, which ends by dying.
[[noreturn]] void live(const json& open, char** documents) {
  seed_random(open.at("seed").get<std::uint64_t>());
  watch_commits();
  Endpoint endpoint(config_of(open, documents), open.at("stream").get<std::int64_t>());
  write_message(kOut, json{{"told", json::array()}}.dump());
  while (const auto text = read_message(kIn)) {
    const json message = json::parse(*text);
    if (message.at("do") == "die") die();
    json result = json::object();
    if (message.at("do") == "close") {
      endpoint.close_stream(message.at("stream").get<std::int64_t>());
    } else {
      endpoint.set_time(message.at("now").get<std::int64_t>());
      result = answer(endpoint, message);
    }
    write_message(kOut, result.dump());
  }
  die();
}

void run(char** documents) {
  server::set_log_level("error");
  server::start_crypto();
  while (const auto text = read_message(kIn)) {
    const json message = json::parse(*text);
    const pid_t child = ::fork();
    if (child == 0) live(message, documents);
    int status = 0;
    ::waitpid(child, &status, 0);
    write_message(kOut, R"({"died":true})");
  }
}

}  // namespace
}  // namespace sealcart::sim

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  sealcart::sim::run(argv + 1);
}
