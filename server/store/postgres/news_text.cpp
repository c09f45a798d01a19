#include "store/postgres/news_text.h"

#include "base/crypto.h"

namespace sealcart::server {
namespace {

constexpr std::size_t kLongestText = 7'900;

void add_line(Announcement& to, std::string_view line) {
  if (line.empty()) return;
  const std::string_view rest = line.substr(1);
  const auto id = from_hex(rest);
  if (line[0] == 'c' && id) to.carts.push_back({*id});
  if (line[0] == 'o' && id) to.orders.push_back({*id});
  if (line[0] == 'p') to.payment_waits = true;
  const std::size_t tab = rest.find('\t');
  if (line[0] == 's' && tab != std::string_view::npos) {
    to.stock.push_back({std::string(rest.substr(0, tab)), std::string(rest.substr(tab + 1))});
  }
}

}  // namespace

std::vector<std::string> texts_of(const Announcement& news, std::string_view sender) {
  std::vector<std::string> texts;
  const auto add = [&](const std::string& line) {
    if (texts.empty() || texts.back().size() + 1 + line.size() > kLongestText) {
      texts.emplace_back(sender);
    }
    texts.back() += '\n' + line;
  };
  for (const CartId& cart : news.carts) add('c' + to_hex(cart.bytes));
  for (const OrderId& order : news.orders) add('o' + to_hex(order.bytes));
  for (const StockPlace& place : news.stock) add('s' + place.store + '\t' + place.sku);
  if (news.payment_waits) add("p");
  return texts;
}

bool add_text(Announcement& to, std::string_view text, std::string_view self) {
  std::size_t end = text.find('\n');
  if (text.substr(0, end) == self) return false;
  while (end != std::string_view::npos) {
    text.remove_prefix(end + 1);
    end = text.find('\n');
    add_line(to, text.substr(0, end));
  }
  return true;
}

}  // namespace sealcart::server
