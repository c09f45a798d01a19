#include "postal_stretches.h"

#include <algorithm>
#include <optional>
#include <set>

namespace sealcart::pricing {
namespace {

class PostalLine {
 public:
  explicit PostalLine(std::span<const PostalSpan> ranges) {
    for (const PostalSpan& range : ranges) {
      length_ = std::max(length_, range.first.size());
      for (const std::string_view bound : {range.first, range.last}) {
        letters_ |= std::ranges::any_of(bound, [](char c) { return c > '9'; });
      }
    }
  }

  std::string padded(std::string_view code) const {
    std::string full(code);
    full.resize(length_, '0');
    return full;
  }

  // The next code of that length; nothing after 99 or ZZ.
  std::optional<std::string> after(std::string_view code) const {
    const char most = letters_ ? 'Z' : '9';
    std::string next(code);
    for (std::size_t i = next.size(); i-- > 0;) {
      if (next[i] < most) {
        next[i] = next[i] == '9' ? 'A' : static_cast<char>(next[i] + 1);
        return next;
      }
      next[i] = '0';
    }
    return std::nullopt;
  }

 private:
  std::size_t length_ = 0;  // of the longest bound
  bool letters_ = false;    // some bound has one
};

}  // namespace

std::vector<std::string> postal_stretches(std::span<const PostalSpan> ranges) {
  const PostalLine line(ranges);
  std::set<std::string> starts{line.padded("")};
  for (const PostalSpan& range : ranges) {
    starts.insert(line.padded(range.first));
    if (const auto next = line.after(range.last)) starts.insert(line.padded(*next));
  }
  return {starts.begin(), starts.end()};
}

}  // namespace sealcart::pricing
