// Who gets the units left after all shares were rounded down: the largest remainders, one each.
#pragma once

#include <algorithm>
#include <bit>
#include <span>

#include "sealcart/money.h"

namespace sealcart {

// Significant bits. std::bit_width returns another type on each side.
inline int bits_of(std::uint64_t value) { return 64 - std::countl_zero(value); }

// The remainders of one allocation, counted by their leading bits. Lines above the group in which
// the units run out all get one, and only within that group, a handful of lines as a rule, the
// order has to be found.
class Remainders {
 public:
  // Remainders below `bound`, of `count` lines.
  Remainders(std::uint64_t bound, std::size_t count, AllocationScratch& scratch) {
    const int leading = std::min(bits_of(count), kMostBits);
    shift_ = std::max(bits_of(bound - 1) - leading, 0);
    if (scratch.groups.empty()) scratch.groups.resize(std::size_t{1} << kMostBits);
    if (scratch.remainders.size() < count) {
      scratch.remainders.resize(count);
      scratch.members.resize(count);
    }
    all_ = scratch.remainders;
    members_ = scratch.members;
    groups_ = std::span(scratch.groups).first(std::size_t{1} << leading);
    for (std::uint32_t& group : groups_) group = 0;
  }

  void put(std::size_t line, std::uint64_t remainder) {
    all_[line] = remainder;
    ++groups_[group_of(remainder)];
  }

  // Finds the group in which `units` run out, 0 < units <= count of lines.
  void limit(std::size_t units) {
    edge_ = groups_.size() - 1;
    for (; groups_[edge_] < units; --edge_) units -= groups_[edge_];
    units_ = units;
  }

  // For each line in turn: 1 when it surely gets a unit. Lines of the group at the edge are noted.
  std::int64_t ask(std::uint32_t line) {
    const std::size_t group = group_of(all_[line]);
    members_[found_] = line;
    found_ += group == edge_ ? 1 : 0;
    return group > edge_ ? 1 : 0;
  }

  // After all were asked: the lines of that group, and those of them that get a unit as well.
  std::span<const std::uint32_t> at_edge() const { return members_.first(found_); }
  std::span<const std::uint32_t> rest(std::span<const std::uint32_t> rank, Ties ties,
                                      std::span<const std::int64_t> weights) const;

 private:
  std::size_t group_of(std::uint64_t remainder) const {
    return static_cast<std::size_t>(remainder >> shift_);
  }

  static constexpr int kMostBits = 8;
  std::span<std::uint64_t> all_;
  std::span<std::uint32_t> groups_;
  std::span<std::uint32_t> members_;
  int shift_ = 0;
  std::size_t edge_ = 0;
  std::size_t units_ = 0;
  std::size_t found_ = 0;
};

}  // namespace sealcart
