#include "support/json_mutator.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "sealcart/limits.h"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

namespace sealcart::fuzz {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::int64_t, 17> kEdges{0,
                                              1,
                                              2,
                                              -1,
                                              9'999,
                                              10'000,
                                              100'000,
                                              999'999,
                                              1'000'000,
                                              1'000'001,
                                              9'999'999,
                                              limits::kRatePpm,
                                              1LL << 31,
                                              limits::kUnitPrice - 1,
                                              limits::kUnitPrice,
                                              limits::kAmount,
                                              limits::kAmount + 1};

class Mutation {
 public:
  Mutation(Json& document, unsigned seed) : document_(document), random_(seed) {}

  void change() {
    collect(document_);
    Json& node = *any(nodes_);
    if (node.is_number()) {
      number(node);
    } else if (node.is_string()) {
      text(node);
    } else if (node.is_boolean()) {
      node = !node.get<bool>();
    } else if (node.is_array()) {
      list(node);
    } else if (node.is_object()) {
      object(node);
    }
  }

 private:
  void collect(Json& node) {
    nodes_.push_back(&node);
    if (node.is_structured()) {
      for (Json& part : node) collect(part);
    }
  }

  std::size_t below(std::size_t count) { return random_() % count; }
  template <class T>
  T& any(std::vector<T>& list) {
    return list[below(list.size())];
  }

  // A copy of some node that `fits`, or `otherwise`.
  template <class Fits>
  Json other(Fits fits, Json otherwise) {
    for (int i = 0; i < 16; ++i) {
      const Json& node = *any(nodes_);
      if (fits(node)) return node;
    }
    return otherwise;
  }

  void number(Json& node) {
    switch (below(4)) {
      case 0:
        node = kEdges[below(kEdges.size())];
        break;
      case 1:
        node = static_cast<std::int64_t>(node.get<std::uint64_t>() + below(9) - 4);
        break;
      case 2:
        node = static_cast<std::int64_t>(random_() % (1ULL << below(54)));
        break;
      default:
        node = other([](const Json& one) { return one.is_number(); }, 1);
    }
  }

  // A value of the same kind of field, so that enums and references stay such.
  void text(Json& node) {
    static const std::vector<const char*> kWords{
        "percent", "fixed",  "price",    "line",     "order",    "shipping",     "pre",
        "post",    "main",   "unit",     "subtotal", "quantity", "lineQuantity", "dearest",
        "reprice", "keep",   "priority", "list",     "running",  "charged",      "saleor",
        "en16931", "wooNet", "weightG",  "upTo",     "from",     "halfEven",     "apart"};
    switch (below(4)) {
      case 0:
        node = kWords[below(kWords.size())];
        break;
      case 1:
        node = "";
        break;
      default:
        node = other([](const Json& one) { return one.is_string(); }, "");
    }
  }

  void list(Json& node) {
    if (node.empty()) {
      node.push_back(other([](const Json& one) { return one.is_string(); }, ""));
      return;
    }
    const std::size_t at = below(node.size());
    switch (below(3)) {
      case 0:
        node.erase(node.begin() + static_cast<std::ptrdiff_t>(at));
        break;
      case 1:
        for (std::size_t copies = 1 + below(below(10) == 0 ? 40 : 2); copies > 0; --copies) {
          Json copy = node[at];
          if (copy.is_object() && copy.contains("id")) copy["id"] = "n" + std::to_string(random_());
          node.push_back(std::move(copy));
        }
        break;
      default:
        std::swap(node[at], node[below(node.size())]);
    }
  }

  // Takes a field out, or takes over one of an object that is like it.
  void object(Json& node) {
    if (!node.empty() && below(3) == 0) {
      auto gone = node.begin();
      std::advance(gone, static_cast<std::ptrdiff_t>(below(node.size())));
      const std::string name = gone.key();
      node.erase(name);
      return;
    }
    const auto alike = [&node](const Json& one) {
      if (!one.is_object() || one.empty() || node.empty()) return false;
      return one.contains(node.begin().key());
    };
    const Json from = other(alike, Json::object());
    if (from.empty()) return;
    auto field = from.begin();
    std::advance(field, static_cast<std::ptrdiff_t>(below(from.size())));
    node[field.key()] = field.value();
  }

  Json& document_;
  std::minstd_rand random_;
  std::vector<Json*> nodes_;
};

}  // namespace

std::size_t mutate_json(std::uint8_t* data, std::size_t size, std::size_t max_size, unsigned seed) {
  Json document = seed % 16 == 0 ? Json(Json::value_t::discarded)
                                 : Json::parse(data, data + size, nullptr, false);
  if (document.is_discarded()) return LLVMFuzzerMutate(data, size, max_size);
  for (unsigned rounds = 1 + seed % 3; rounds > 0; --rounds) {
    Mutation(document, seed + rounds).change();
  }
  const std::string text =
      document.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  if (text.size() > max_size) return LLVMFuzzerMutate(data, size, max_size);
  std::copy(text.begin(), text.end(), data);
  return text.size();
}

}  // namespace sealcart::fuzz
