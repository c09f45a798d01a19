// Promotions that exclude each other.
#include <bitset>
#include <map>

#include "../pricing/conflicts.h"
#include "spans.h"
#include "warnings.h"

namespace sealcart::checking {
namespace {

using pricing::combines;
using pricing::Exclusion;

std::string_view class_name(PromotionTarget target) {
  switch (target) {
    case PromotionTarget::line:
      return "line";
    case PromotionTarget::order:
      return "order";
    case PromotionTarget::shipping:
      return "shipping";
  }
  return {};
}

class Combinations {
 public:
  explicit Combinations(Warnings& out) : out_(out), all_(out.document.promotions) {}

  void run() {
    groups_of_one();
    for (std::size_t p = 0; p < all_.size(); ++p) one_sided(p);
    if (out_.document.conflicts == DealChoice::best_deal) unproven_deals();
  }

 private:
  void groups_of_one() {
    std::map<std::string_view, std::size_t> sizes;
    for (const Promotion& promotion : all_) ++sizes[promotion.exclusive_group];
    for (std::size_t p = 0; p < all_.size(); ++p) {
      const std::string& group = all_[p].exclusive_group;
      if (group.empty() || sizes[group] > 1) continue;
      out_.tell(Warning::exclusive_alone, at("promotions", p) + ".exclusiveGroup",
                {{"group", group}});
    }
  }

  // Only what both say expressly: silence goes with everything.
  void one_sided(std::size_t p) {
    const Promotion& own = all_[p];
    if (!own.combines_with) return;
    for (const Promotion& other : all_) {
      if (!other.combines_with || other.target == own.target || !meet(own, other)) continue;
      if (!combines(own, other.target) || combines(other, own.target)) continue;
      return out_.tell(Warning::combines_one_sided, at("promotions", p) + ".combinesWith",
                       {{"class", std::string(class_name(other.target))}, {"other", other.id}});
    }
  }

  // As many promotions together as a cart with every code and every line could have.
  void unproven_deals() {
    for (std::size_t a = 0; a < all_.size(); ++a) {
      for (std::size_t b = a + 1; b < all_.size(); ++b) {
        if (out_.is_over(all_[a]) || out_.is_over(all_[b]) || !meet(all_[a], all_[b])) continue;
        if (pricing::exclusion(all_[a], all_[b]) == Exclusion::no) continue;
        excluded_[a].set(b);
        excluded_[b].set(a);
      }
    }
    for (std::size_t p = 0; p < all_.size(); ++p) {
      if (excluded_[p].any()) contested_.push_back(p);
    }
    if (count(0, 0) <= limits::kDealCombinations) return;
    out_.tell(Warning::deals_not_proven, "promotions",
              {{"max", std::to_string(limits::kDealCombinations)}});
  }

  // Sets without an exclusion, counted as far as it matters.
  std::size_t count(std::size_t at, std::size_t sofar) {
    if (sofar > limits::kDealCombinations) return sofar;
    if (at == contested_.size()) return sofar + 1;
    const std::size_t p = contested_[at];
    if ((excluded_[p] & chosen_).none()) {
      chosen_.set(p);
      sofar = count(at + 1, sofar);
      chosen_.reset(p);
    }
    return count(at + 1, sofar);
  }

  using Set = std::bitset<limits::kPromotions>;
  Warnings& out_;
  const std::vector<Promotion>& all_;
  std::vector<Set> excluded_ = std::vector<Set>(all_.size());
  Set chosen_;
  std::vector<std::size_t> contested_;
};

}  // namespace

void combination_warnings(Warnings& out) {
  if (out.document.promotions.size() <= limits::kPromotions) Combinations(out).run();
}

}  // namespace sealcart::checking
