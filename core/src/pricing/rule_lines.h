// Which lines of a cart a promotion names.
#pragma once

#include "resolving.h"

namespace sealcart::pricing {

class RuleLines {
 public:
  explicit RuleLines(Resolving& at);

  // Whether a promotion lowers what costs this much a unit.
  static bool entitles(const Promotion& promotion, const Catalog::Entry& entry,
                       std::int64_t unit_price);

  // Whether it lowers this line.
  bool has(const Promotion& promotion, std::uint32_t line) const;

  // Sets rule.lines and rule.all_lines.
  void select(const Promotion& promotion, Rule& rule);

  // Lines of these SKUs, categories or tags; nothing named: all.
  Span named(const std::vector<std::string>& skus, const std::vector<std::string>& categories);

 private:
  static bool is_one_of(const Catalog::Entry& entry, const std::vector<std::string>& skus,
                        const std::vector<std::string>& categories);

  template <class Has>
  Span collect(Has has);

  Resolving& at_;
  std::vector<std::optional<Catalog::Entry>> entries_;  // beside the lines
};

}  // namespace sealcart::pricing
