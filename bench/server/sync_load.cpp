// Load of one-operation syncs on a running endpoint: CLIENTS connections, each with carts of its
// own, each sending the next quantity change when the last one was acknowledged (or, with --rate,
// when its time has come; latency then counts from that time). Prints one line of
// JSON; with --server, also the processor time the server took for an operation meanwhile.
#include <sys/epoll.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <random>
#include <sstream>
#include <stdexcept>
#include <vector>

#include "keep_alive.h"
#include "sealcart/op.h"
#include "sealcart/sync.h"
#include "sealcart/wire.h"

namespace sealcart::bench {
namespace {

using SteadyClock = std::chrono::steady_clock;

struct Plan {
  std::uint16_t port = 8080;
  std::string store = "demo-eu";
  std::string currency = "EUR";
  std::vector<std::string> skus;
  int clients = 64;
  int carts = 6'400;
  double seconds = 10;
  double rate = 0;  // operations a second in all; 0: as fast as they are acknowledged
  std::uint64_t seed = 1;
  int server = 0;  // its process; 0: not asked
};

// Of a process, so far.
double processor_seconds(int process) {
  std::ifstream file("/proc/" + std::to_string(process) + "/stat");
  std::string text((std::istreambuf_iterator<char>(file)), {});
  std::istringstream fields(text.substr(text.rfind(')') + 2));
  std::string skipped;
  for (int i = 0; i < 11; ++i) fields >> skipped;
  double user = 0, system = 0;
  if (!(fields >> user >> system)) throw std::runtime_error("no such process to measure");
  return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

struct OwnCart {
  Cart cart;
  std::int64_t head = 0;
  std::string path;
};

std::string random_text(std::mt19937_64& random, std::string_view alphabet, std::size_t size) {
  std::string text;
  while (text.size() < size) text += alphabet[random() % alphabet.size()];
  return text;
}

std::string json(const auto& value) {
  std::string text;
  write_json(text, value);
  return text;
}

class Client {
 public:
  Client(const Plan& plan, std::uint64_t seed)
      : plan_(plan),
        random_(seed),
        replica_(static_cast<ReplicaId>(random_() >> 12)),
        capability_(random_text(random_, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef0123456789", 42) + "A"),
        connection_(plan.port) {}

  KeepAlive& connection() { return connection_; }

  // Makes its carts, one line for each SKU, one request after the other.
  void prepare(int carts) {
    for (int i = 0; i < carts; ++i) {
      OwnCart own;
      const auto id = from_hex(random_text(random_, "0123456789abcdef", 32));
      own.cart.id = CartId{id.value()};
      own.path = "/v1/carts/" + to_hex(own.cart.id.bytes) + "/ops";
      ask(post("/v1/carts", capability_,
               json(CartRequest{plan_.store, own.cart.id, plan_.currency})));
      OpBatch batch;
      for (const std::string& sku : plan_.skus) {
        batch.ops.push_back(make_add(own.cart, {replica_, 0}, sku, 1));
        apply(own.cart, batch.ops.back()).value();
      }
      ask(post(own.path, capability_, json(batch)));
      own.head = static_cast<std::int64_t>(batch.ops.size());
      carts_.push_back(std::move(own));
    }
  }

  // Chooses another quantity of some line in the next of its carts, and sends it.
  void edit() {
    OwnCart& own = carts_[at_ = (at_ + 1) % carts_.size()];
    const LineItem& line = own.cart.lines[random_() % own.cart.lines.size()];
    const auto units = static_cast<std::int32_t>(1 + random_() % 9);
    OpBatch batch{own.head, {make_set(own.cart, {replica_, own.head}, line, units)}};
    apply(own.cart, batch.ops.front()).value();
    connection_.open();
    connection_.send(post(own.path, capability_, json(batch)));
  }

  void acknowledged() {
    if (connection_.status() != 200) {
      throw std::runtime_error("refused: " + std::string(connection_.body()));
    }
    ++carts_[at_].head;
  }

  SteadyClock::time_point due;  // of the edit under way, or of the next one
  bool busy = false;
  bool watched = false;

 private:
  void ask(const std::string& request) {
    connection_.open();
    connection_.send(request);
    while (!connection_.receive()) {
    }
    if (connection_.status() >= 300) {
      throw std::runtime_error("refused: " + std::string(connection_.body()));
    }
    if (connection_.ended()) connection_.close();
  }

  const Plan& plan_;
  std::mt19937_64 random_;
  ReplicaId replica_;
  std::string capability_;
  KeepAlive connection_;
  std::vector<OwnCart> carts_;
  std::size_t at_ = 0;
};

class Load {
 public:
  explicit Load(const Plan& plan) : plan_(plan), poll_(::epoll_create1(0)) {
    for (int i = 0; i < plan.clients; ++i) {
      clients_.emplace_back(plan, plan.seed * 1'000'003 + static_cast<std::uint64_t>(i));
      clients_.back().prepare(std::max(1, plan.carts / plan.clients));
    }
  }

  void run() {
    const double used_before = plan_.server == 0 ? 0 : processor_seconds(plan_.server);
    const auto begin = SteadyClock::now();
    const auto end = begin + std::chrono::duration_cast<SteadyClock::duration>(
                                 std::chrono::duration<double>(plan_.seconds));
    const std::chrono::duration<double> step(plan_.rate > 0 ? plan_.clients / plan_.rate : 0);
    for (std::size_t i = 0; i < clients_.size(); ++i) {
      const auto share = step * (static_cast<double>(i) / plan_.clients);
      clients_[i].due = begin + std::chrono::duration_cast<SteadyClock::duration>(share);
    }
    while (true) {
      const auto now = SteadyClock::now();
      const bool over = now >= end;
      if (!over) start_due(now);
      if (over && busy_ == 0) break;
      wait(step, end);
    }
    took_ = std::chrono::duration<double>(SteadyClock::now() - begin).count();
    if (plan_.server != 0) used_ = processor_seconds(plan_.server) - used_before;
  }

  void print() {
    std::ranges::sort(micros_);
    const auto at = [&](double share) {
      return micros_[static_cast<std::size_t>(share * static_cast<double>(micros_.size() - 1))];
    };
    std::printf(
        "{\"ops\":%zu,\"seconds\":%.2f,\"perSecond\":%.0f,\"p50us\":%u,\"p99us\":%u,\"maxUs\":%u",
        micros_.size(), took_, static_cast<double>(micros_.size()) / took_, at(0.5), at(0.99),
        micros_.back());
    if (plan_.server != 0) {
      std::printf(",\"serverUs\":%.1f", used_ * 1e6 / static_cast<double>(micros_.size()));
    }
    std::printf("}\n");
  }

 private:
  void start_due(SteadyClock::time_point now) {
    for (Client& client : clients_) {
      if (client.busy || client.due > now) continue;
      if (plan_.rate == 0) client.due = now;
      start(client);
    }
  }

  void start(Client& client) {
    client.edit();
    if (!client.watched) watch(client);
    client.busy = true;
    ++busy_;
  }

  void watch(Client& client) {
    epoll_event event{EPOLLIN, {&client}};
    ::epoll_ctl(poll_, EPOLL_CTL_ADD, client.connection().descriptor(), &event);
    client.watched = true;
  }

  // Without a rate who was answered goes on at once, as one client among others would.
  void wait(std::chrono::duration<double> step, SteadyClock::time_point end) {
    epoll_event events[64];
    const int count = ::epoll_wait(poll_, events, 64, plan_.rate > 0 ? 1 : 100);
    for (int i = 0; i < count; ++i) {
      Client& client = *static_cast<Client*>(events[i].data.ptr);
      if (!client.connection().receive()) continue;
      client.acknowledged();
      const auto took = SteadyClock::now() - client.due;
      micros_.push_back(static_cast<std::uint32_t>(
          std::chrono::duration_cast<std::chrono::microseconds>(took).count()));
      client.due += std::chrono::duration_cast<SteadyClock::duration>(step);
      client.busy = false;
      --busy_;
      if (client.connection().ended()) {
        client.connection().close();
        client.watched = false;
      }
      if (plan_.rate > 0) continue;
      client.due = SteadyClock::now();
      if (client.due < end) start(client);
    }
  }

  const Plan& plan_;
  int poll_;
  std::vector<Client> clients_;
  std::vector<std::uint32_t> micros_;
  int busy_ = 0;
  double took_ = 0;
  double used_ = 0;
};

int run(int argc, char** argv) {
  CLI::App cli("sync_load: one-operation syncs on a running endpoint");
  Plan plan;
  cli.add_option("--port", plan.port)->capture_default_str();
  cli.add_option("--store", plan.store)->capture_default_str();
  cli.add_option("--currency", plan.currency)->capture_default_str();
  cli.add_option("--sku", plan.skus, "a line of each cart; may be repeated")->required();
  cli.add_option("--clients", plan.clients)->capture_default_str();
  cli.add_option("--carts", plan.carts)->capture_default_str();
  cli.add_option("--seconds", plan.seconds)->capture_default_str();
  cli.add_option("--rate", plan.rate, "operations a second; 0: as many as go")
      ->capture_default_str();
  cli.add_option("--seed", plan.seed)->capture_default_str();
  cli.add_option("--server", plan.server, "process id of the server, to measure its time");
  CLI11_PARSE(cli, argc, argv);
  Load load(plan);
  load.run();
  load.print();
  return 0;
}

}  // namespace
}  // namespace sealcart::bench

int main(int argc, char** argv) {
  try {
    return sealcart::bench::run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "sync_load: " << error.what() << '\n';
    return 1;
  }
}
