#include "validate/pattern.h"

namespace sealcart {
namespace {

constexpr bool pattern_digit(char c) { return c >= '0' && c <= '9'; }

constexpr std::size_t kUnbounded = 10'000;  // longer than any text that is matched

enum class PatternMode { whole, prefix, typing };

constexpr bool digits_letter(char c) { return c >= 'a' && c <= 'q'; }
constexpr bool class_lead(char c) {  // of U+0400 to U+07FF in UTF-8
  return static_cast<unsigned char>(c) >= 0xD0 && static_cast<unsigned char>(c) <= 0xDF;
}

// How often the piece before it occurs, and where the pattern goes on.
struct PatternRepeat {
  std::size_t min = 1;
  std::size_t max = 1;
  std::size_t end = 0;
};

// A group that was entered; the chain of these is where to go on when its body has matched.
struct OpenGroup {
  const OpenGroup* outer;
  std::size_t open;   // of the `(`
  std::size_t from;   // of the text, in this repetition
  std::size_t count;  // repetitions before this one
};

class PatternRun {
 public:
  PatternRun(std::string_view pattern, std::string_view text, PatternMode mode,
             const std::uint8_t* jumps)
      : pattern_(pattern), text_(text), mode_(mode), jumps_(jumps) {}

  bool run() {
    for (std::size_t at = 0;; ++at) {
      if (!hopeless(at, 0) && sequence(at, 0, nullptr)) return true;
      at = alternative_end(at);
      if (at >= pattern_.size() || pattern_[at] != '|') return false;
    }
  }
  const PatternMatch& found() const { return found_; }

 private:
  char at(std::size_t index) const { return index < pattern_.size() ? pattern_[index] : '\0'; }
  bool spend(std::size_t work) {
    work_ += work;
    return work_ <= kPatternWork;
  }
  std::size_t class_end(std::size_t from) const;
  std::size_t atom_end(std::size_t from) const;
  bool class_has(std::size_t from, std::size_t last, char c) const;
  bool atom_matches(std::size_t from, std::size_t end, char c) const;
  std::size_t alternative_end(std::size_t from);
  PatternRepeat repeat_of(std::size_t from, std::size_t end) const;
  PatternRepeat repeat_at(std::size_t from) const;
  bool sequence(std::size_t from, std::size_t t, const OpenGroup* group);
  bool pieces(std::size_t from, std::size_t t, const OpenGroup* group);
  bool hopeless(std::size_t from, std::size_t t) const;
  bool enter(const OpenGroup& group, std::size_t t);
  bool leave(std::size_t from, std::size_t t, const OpenGroup* group);
  void capture(std::size_t open, std::string_view part);

  std::string_view pattern_;
  std::string_view text_;
  PatternMode mode_;
  const std::uint8_t* jumps_;
  std::size_t work_ = 0;
  int depth_ = 0;
  PatternMatch found_;
};

// Past the `]`; 0 when there is none.
std::size_t PatternRun::class_end(std::size_t from) const {
  for (++from; from < pattern_.size(); ++from) {
    if (pattern_[from] == ']') return from + 1;
    if (pattern_[from] == '\\') ++from;
  }
  return 0;
}

// Past the one character's piece at `from`; 0 when it is none.
std::size_t PatternRun::atom_end(std::size_t from) const {
  switch (at(from)) {
    case '[':
      return at(from + 1) == '^' ? 0 : class_end(from);
    case '\\':
      return from + 1 < pattern_.size() ? from + 2 : 0;
    case '?':
    case '*':
    case '+':
    case '{':
    case '.':
    case '^':
    case '$':
    case '\0':
      return 0;
    default:
      if (!class_lead(pattern_[from])) return from + 1;
      return from + 1 < pattern_.size() ? from + 2 : 0;
  }
}

// `last` is the index of the closing bracket.
bool PatternRun::class_has(std::size_t from, std::size_t last, char c) const {
  for (++from; from < last; ++from) {
    const char first = pattern_[from];
    if (first == '\\') {
      ++from;
      if (pattern_[from] == 'd' ? pattern_digit(c) : pattern_[from] == c) return true;
    } else if (pattern_[from + 1] == '-' && from + 2 < last) {
      if (c >= first && c <= pattern_[from + 2]) return true;
      from += 2;
    } else if (first == c) {
      return true;
    }
  }
  return false;
}

// Of the piece from `from` to before `end`.
bool PatternRun::atom_matches(std::size_t from, std::size_t end, char c) const {
  const char sign = pattern_[from];
  if (class_lead(sign)) {
    const int mask = (sign & 0x0F) << 6 | (pattern_[from + 1] & 0x3F);
    return pattern_digit(c) && (mask >> ('9' - c) & 1) != 0;
  }
  if (digits_letter(sign)) return pattern_digit(c);
  if (sign == '[') return class_has(from, end - 1, c);
  if (sign != '\\') return sign == c;
  return pattern_[from + 1] == 'd' ? pattern_digit(c) : pattern_[from + 1] == c;
}

// The `|` or `)` that ends the alternative at `from`, or the end of the pattern.
std::size_t PatternRun::alternative_end(std::size_t from) {
  if (!spend(1) || depth_ >= kPatternDepth) return pattern_.size();
  if (jumps_ != nullptr && from < pattern_.size() && jumps_[from] != 0) return from + jumps_[from];
  const std::size_t start = from;
  for (; from < pattern_.size(); ++from) {
    const char c = pattern_[from];
    if (c == ')' || c == '|') break;
    if (c == '\\') {
      ++from;
    } else if (c == '[') {
      const std::size_t end = class_end(from);
      if (end == 0) break;
      from = end - 1;
    } else if (c == '(') {
      ++depth_;
      if (at(from + 1) == '?') from += 2;
      do {
        from = alternative_end(from + 1);
      } while (at(from) == '|');
      --depth_;
    }
  }
  spend(from - start);
  return from;
}

// Of the piece from `from` to before `end`.
PatternRepeat PatternRun::repeat_of(std::size_t from, std::size_t end) const {
  if (!digits_letter(at(from))) return repeat_at(end);
  const auto count = [&](std::size_t index) {
    return std::size_t{1} + static_cast<unsigned char>(pattern_[index]) - 'a';
  };
  if (at(end) == '-' && digits_letter(at(end + 1))) return {count(from), count(end + 1), end + 2};
  if (at(from) == 'a') return repeat_at(end);
  return {count(from), count(from), end};
}

PatternRepeat PatternRun::repeat_at(std::size_t from) const {
  constexpr PatternRepeat kNever{.min = 1, .max = 0, .end = 0};
  switch (at(from)) {
    case '?':
      return {0, 1, from + 1};
    case '*':
      return {0, kUnbounded, from + 1};
    case '+':
      return {1, kUnbounded, from + 1};
    case '{':
      break;
    default:
      return {1, 1, from};
  }
  const auto number = [&](std::size_t& value) {
    const std::size_t start = ++from;
    for (value = 0; pattern_digit(at(from)) && from < start + 4; ++from) {
      value = value * 10 + static_cast<std::size_t>(at(from) - '0');
    }
    return from > start;
  };
  PatternRepeat repeat;
  if (!number(repeat.min)) return kNever;
  repeat.max = repeat.min;
  if (at(from) == ',' && !number(repeat.max)) repeat.max = kUnbounded;
  if (at(from) != '}') return kNever;
  repeat.end = from + 1;
  return repeat;
}

bool PatternRun::sequence(std::size_t from, std::size_t t, const OpenGroup* group) {
  if (depth_ >= kPatternDepth) work_ = kPatternWork;  // the whole search ends
  ++depth_;
  const bool matched = pieces(from, t, group);
  --depth_;
  return matched;
}

bool PatternRun::pieces(std::size_t from, std::size_t t, const OpenGroup* group) {
  while (spend(1)) {
    if (from >= pattern_.size() || pattern_[from] == '|' || pattern_[from] == ')') {
      return leave(from, t, group);
    }
    if (pattern_[from] == '(') return enter({group, from, t, 0}, t);
    if (pattern_[from] == '$') {
      if (t != text_.size()) return false;
      ++from;
      continue;
    }
    const std::size_t end = atom_end(from);
    if (end == 0) return false;
    const PatternRepeat repeat = repeat_of(from, end);
    std::size_t count = 0;
    while (count < repeat.max && t + count < text_.size() &&
           atom_matches(from, end, text_[t + count])) {
      ++count;
    }
    if (count < repeat.min) {
      return mode_ == PatternMode::typing && t + count == text_.size() && repeat.max > 0;
    }
    if (!spend(count + end - from)) return false;
    // All but one way out: tried from the longest on.
    for (; count > repeat.min; --count) {
      if (sequence(repeat.end, t + count, group)) return true;
    }
    t += count;
    from = repeat.end;
  }
  return false;
}

// A quick look at the digit or class an alternative begins with: most end here.
bool PatternRun::hopeless(std::size_t from, std::size_t t) const {
  const char c = at(from);
  if (t >= text_.size() || (!pattern_digit(c) && !class_lead(c))) return false;
  const std::size_t end = pattern_digit(c) ? from + 1 : from + 2;
  const char next = at(end);
  return end <= pattern_.size() && next != '?' && next != '*' && next != '{' &&
         !atom_matches(from, end, text_[t]);
}

bool PatternRun::enter(const OpenGroup& group, std::size_t t) {
  std::size_t from = group.open;
  if (at(from + 1) == '?') {
    if (at(from + 2) != ':') return false;
    from += 2;
  }
  do {
    ++from;
    if (!hopeless(from, t) && sequence(from, t, &group)) return true;
    from = alternative_end(from);
  } while (at(from) == '|');
  if (at(from) != ')' || !spend(1)) return false;
  const PatternRepeat repeat = repeat_at(from + 1);
  return repeat.max > 0 && group.count >= repeat.min && sequence(repeat.end, t, group.outer);
}

bool PatternRun::leave(std::size_t from, std::size_t t, const OpenGroup* group) {
  if (group == nullptr) {
    if (at(from) == ')' || (mode_ == PatternMode::whole && t != text_.size())) return false;
    found_.length = t;
    return true;
  }
  while (at(from) == '|') from = alternative_end(from + 1);
  if (at(from) != ')') return false;
  const PatternRepeat repeat = repeat_at(from + 1);
  const std::size_t count = group->count + 1;
  const bool moved = t > group->from;  // an empty repetition would go on for ever
  bool matched = false;
  if (moved && count < repeat.max) {
    matched = enter({group->outer, group->open, t, count}, t);
  } else if (repeat.max > 0 && (count >= repeat.min || !moved)) {
    matched = sequence(repeat.end, t, group->outer);
  }
  if (matched) capture(group->open, text_.substr(group->from, t - group->from));
  return matched;
}

// Called when all is matched, from the last repetition to the first: the last one counts.
void PatternRun::capture(std::size_t open, std::string_view part) {
  if (mode_ != PatternMode::prefix || at(open + 1) == '?') return;
  std::size_t number = 0;
  for (std::size_t i = 0; i < open; ++i) {
    if (pattern_[i] == '(' && at(i + 1) != '?') ++number;
  }
  if (number < found_.groups.size() && found_.groups[number].data() == nullptr) {
    found_.groups[number] = part;
  }
}

}  // namespace

std::vector<std::uint8_t> pattern_jumps(std::string_view pack) {
  std::vector<std::uint8_t> jumps(pack.size());
  std::array<std::size_t, 32> starts{};  // of the alternatives that are open
  std::size_t depth = 0;
  for (std::size_t i = 0; i < pack.size(); ++i) {
    const char c = pack[i];
    if (c == '(') {
      if (++depth < starts.size()) starts[depth] = pack.substr(i + 1, 1) == "?" ? i + 3 : i + 1;
      continue;
    }
    const bool field = c == '\n' || c == '\t';
    if (c != '|' && c != ')' && !field) continue;
    if (depth < starts.size() && i > starts[depth] && i - starts[depth] <= 255) {
      jumps[starts[depth]] = static_cast<std::uint8_t>(i - starts[depth]);
    }
    if (field) depth = 0;
    if (c == ')' && depth > 0) --depth;
    if (c != ')' && depth < starts.size()) starts[depth] = i + 1;
  }
  return jumps;
}

bool matches_whole(std::string_view pattern, std::string_view text, const std::uint8_t* jumps) {
  return PatternRun(pattern, text, PatternMode::whole, jumps).run();
}

std::optional<PatternMatch> match_prefix(std::string_view pattern, std::string_view text,
                                         const std::uint8_t* jumps) {
  PatternRun search(pattern, text, PatternMode::prefix, jumps);
  if (!search.run()) return std::nullopt;
  return search.found();
}

bool may_match_prefix(std::string_view pattern, std::string_view text, const std::uint8_t* jumps) {
  return PatternRun(pattern, text, PatternMode::typing, jumps).run();
}

}  // namespace sealcart
