// core_sequences COUNT [SEED]: prints COUNT drawn sequences of calls of the module's boundary, one
// JSON object a line, each with what the native core answers: result, text, snapshot and flat
// numbers. The differential test makes the same calls on cart.wasm and compares every byte.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <iostream>

#include "sealcart/session.h"
#include "sealcart/sync.h"
#include "support/random_shop.h"
#include "support/told.h"

namespace sealcart {
namespace {

constexpr int kSequencesOfAShop = 50;

class Recorder {
 public:
  explicit Recorder(std::uint64_t seed) : random_(seed), shop_(random_shop(random_, 8)) {
    open_store();
    load_catalog();
  }

  void sequence(std::uint8_t number) {
    server_ = empty_cart();
    server_.id = cart_id(number);
    head_ = 0;
    const DeviceLog::Saved saved{random_.between(1, 9), 0, server_, {}};
    told_call("openCart", json(saved), {}, session_.open_cart(saved));
    for (std::size_t lines = random_.below(4); lines > 0; --lines) add();
    for (std::int64_t steps = random_.between(4, 14); steps > 0; --steps) step();
    output_call("save", json(session_.save()));
  }

 private:
  // {"call":"add","text":"S1","numbers":[3],"result":0,"output":"","snapshot":"...","flat":[...]}
  void print(std::string_view call, std::string_view text, const std::vector<std::int64_t>& numbers,
             int result, std::string_view output) {
    std::string line = "{\"call\":";
    write_text(line, call);
    line += ",\"text\":";
    write_text(line, text);
    line += ",\"numbers\":[";
    append(line, numbers);
    line += "],\"result\":" + std::to_string(result) + ",\"output\":";
    write_text(line, output);
    line += ",\"snapshot\":";
    write_text(line, session_.log().author().replica == 0 ? "" : json(session_.snapshot()));
    line += ",\"flat\":[";
    std::vector<double> flat(kFlatHead.size() + session_.flat_size());
    session_.write_flat_head(flat.data());
    session_.write_flat(flat.data() + kFlatHead.size());
    append(line, std::vector<std::int64_t>(flat.begin(), flat.end()));
    std::cout << line << "]}\n";
  }
  static void append(std::string& line, const std::vector<std::int64_t>& numbers) {
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      if (i > 0) line += ',';
      line += std::to_string(numbers[i]);
    }
  }

  void told_call(std::string_view call, std::string_view text,
                 const std::vector<std::int64_t>& numbers, const Status& status) {
    std::string error;
    if (!status) write_error(error, status.error());
    print(call, text, numbers, status ? 0 : 1, error);
  }
  void output_call(std::string_view call, std::string_view output) {
    print(call, {}, {}, 0, output);
  }

  void open_store() {
    const std::string text = json(shop_.document);
    told_call("openStore", text, {}, session_.open_store(shop_.document));
  }
  void load_catalog() {
    const std::string text = json(shop_.slice);
    told_call("loadCatalog", text, {}, session_.load_catalog(shop_.slice));
  }

  std::int64_t quantity() {
    constexpr std::array<std::int64_t, 8> edges{0, -1, 9'999, 10'000, 1'000'000'000'000, 2, 3, 1};
    return random_.one_in(6) ? random_.pick(edges) : random_.between(1, 40);
  }
  std::string sku() {
    return random_.one_in(12) ? "NONE" : random_.pick(shop_.slice.products).variants[0].sku;
  }
  // Now and then one past the last line.
  std::size_t position() {
    const std::size_t lines = session_.cart().lines.size();
    return random_.below(std::max<std::size_t>(lines, 1) + (random_.one_in(20) ? 1 : 0));
  }

  void step() {
    using Step = void (Recorder::*)();
    constexpr std::array<Step, 14> steps{&Recorder::add,          &Recorder::add,
                                         &Recorder::add,          &Recorder::set_quantity,
                                         &Recorder::set_quantity, &Recorder::set_quantity,
                                         &Recorder::remove_line,  &Recorder::submit,
                                         &Recorder::submit,       &Recorder::submit,
                                         &Recorder::receive,      &Recorder::take_and_drop,
                                         &Recorder::ask,          &Recorder::change_documents};
    (this->*random_.pick(steps))();
  }

  void add() {
    const std::string which = sku();
    const std::int64_t units = quantity();
    told_call("add", which, {units}, session_.add(which, units));
  }
  void set_quantity() {
    const std::size_t line = position();
    const std::int64_t units = quantity();
    told_call("setQuantity", {}, {static_cast<std::int64_t>(line), units},
              session_.set_quantity(line, units));
  }
  void remove_line() {
    const std::size_t line = position();
    told_call("removeLine", {}, {static_cast<std::int64_t>(line)}, session_.remove(line));
  }
  void submit() {
    const Command command = drawn_command();
    told_call("submit", json(command), {}, session_.submit(command));
  }

  Command drawn_command() {
    Command command;
    command.kind = static_cast<CommandKind>(random_.below(7));
    command.sku = sku();
    command.quantity = quantity();
    if (random_.one_in(3)) command.product = "product-" + command.sku;
    const auto& lines = session_.cart().lines;
    command.line = lines.empty() ? line_id("NONE") : random_.pick(lines).id;
    const auto& promotions = shop_.document.promotions;
    const bool known = !promotions.empty() && !random_.one_in(5);
    const std::string unknown = "cOde" + std::to_string(random_.below(7));
    command.code = known ? random_.pick(promotions).code : unknown;
    command.method = random_.one_in(4) ? "" : "m" + std::to_string(random_.below(4));
    constexpr std::array<const char*, 5> countries{"US", "CA", "FR", "XX", ""};
    command.destination = Destination{random_.pick(countries), "QC", ""};
    return command;
  }

  // Entries of the log: what another device did, or the own operations acknowledged.
  void receive() {
    LogBatch batch;
    for (std::size_t n = random_.below(3); n > 0; --n) {
      const auto& pending = session_.log().pending();
      const std::int64_t known = server_.seen(session_.log().author().replica);
      const auto next = std::ranges::find(pending, known + 1, &Op::n);
      const bool own = random_.one_in(2) && next != pending.end();
      const auto units = static_cast<std::int32_t>(random_.between(1, 9));
      const Op op = own ? *next : make_add(server_, {99, head_}, sku(), units);
      must(apply(server_, op));
      batch.entries.push_back({++head_, op});
    }
    batch.head = head_;
    told_call("receive", json(batch), {}, session_.receive(batch));
  }

  void take_and_drop() {
    OpBatch taken{0, session_.take()};
    output_call("takeOps", json(taken));
    const auto& pending = session_.log().pending();
    if (pending.empty() || random_.one_in(2)) return;
    // Only what the log can't have: the operations after the last it was given.
    const std::int64_t n = random_.between(pending.front().n, pending.back().n + 1);
    if (n <= server_.seen(session_.log().author().replica)) return;
    told_call("dropPending", {}, {n}, session_.drop(n));
  }

  void change_documents() {
    Variant& variant = shop_.slice.products[random_.below(shop_.slice.products.size())].variants[0];
    variant.price = random_.of_bits(30);
    variant.stock.reset();
    if (random_.one_in(3)) variant.stock = static_cast<std::int32_t>(random_.between(0, 60));
    if (random_.one_in(2)) return load_catalog();
    shop_.document.version += 1;
    open_store();
  }

  void ask() {
    std::string list = "[";
    for (const Adjustment& a :
         adjustments(session_.cart(), *session_.store(), session_.catalog(), session_.priced())) {
      if (list.size() > 1) list += ',';
      write_json(list, a);
    }
    output_call("explain", list + "]");
  }

  Random random_;
  Shop shop_;
  Session session_;
  Cart server_;
  std::int64_t head_ = 0;
};

void print_sequences(int count, std::uint64_t seed) {
  for (int done = 0; done < count; ++seed) {
    Recorder recorder(seed);
    for (int s = 0; s < kSequencesOfAShop && done < count; ++s, ++done) {
      recorder.sequence(static_cast<std::uint8_t>(s + 1));
    }
    std::cout << "{\"call\":\"newModule\"}\n";
  }
}

}  // namespace
}  // namespace sealcart

int main(int count, char** arguments) {
  const int sequences = count > 1 ? std::atoi(arguments[1]) : 10'000;
  const auto seed = count > 2 ? std::strtoull(arguments[2], nullptr, 10) : 1ULL;
  std::ios::sync_with_stdio(false);
  sealcart::print_sequences(sequences, seed);
  return 0;
}
