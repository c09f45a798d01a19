// Phone numbers: read as people type them, checked against the numbering plan of their country,
// and written in the usual ways. Plans and meaning are those of Google's libphonenumber.
//
// Two packs, each needed only for what it does: phone.txt for reading and checking, and
// phone-formats.txt for writing. Both objects keep views into the caller's bytes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sealcart/finding.h"
#include "sealcart/result.h"

namespace sealcart {

enum class PhoneType : std::uint8_t {
  unknown,
  fixed_line,
  mobile,
  toll_free,
  premium_rate,
  personal_number,
  voicemail,
  uan,  // one number for a whole company
  pager,
  voip,
  shared_cost,
  fixed_line_or_mobile,  // the plan does not tell which
};
std::string_view phone_type_name(PhoneType type);  // "fixedLine", "tollFree" ...

enum class PhoneProblem : std::uint8_t {
  none,
  not_a_number,
  calling_code_unknown,
  too_short,
  too_long,
  invalid,  // of a possible length or between possible ones, but not given out
};

// At most 20 digits.
struct PhoneDigits {
  std::array<char, 20> digits{};
  std::uint8_t size = 0;

  std::string_view text() const { return {digits.data(), size}; }
  void assign(std::string_view text);  // what goes beyond 20 is left out
};

struct PhoneNumber {
  PhoneProblem problem = PhoneProblem::not_a_number;
  bool possible = false;  // of a length that is dialled in the main region of its calling code
  PhoneType type = PhoneType::unknown;
  std::uint8_t leading_zeros = 0;  // of `national`; in Italy they are part of the number
  std::uint16_t calling_code = 0;  // 0: none was found
  std::string_view region;         // ISO 3166, "001" for numbers of no country, empty: not known
  PhoneDigits national;            // without calling code and national prefix
  PhoneDigits extension;

  bool valid() const { return problem == PhoneProblem::none; }
};

// One region's plan; the fields as tools/generate/phone-table.mjs tells.
struct PhonePlan {
  enum Field : std::size_t {
    abroad,
    lengths,
    local_lengths,
    national_prefix,
    replacement,
    leading_digits,
    all,
    first_type,
    fields = first_type + 10,
  };
  std::string_view region;
  std::uint16_t calling_code = 0;
  std::array<std::string_view, fields> field;
  std::string_view pack;                // all fields lie in it
  const std::uint8_t* jumps = nullptr;  // for the patterns in it, of the table
};

class PhoneTable {
 public:
  // Moved, not copied: its plans point into it.
  PhoneTable(PhoneTable&&) = default;
  PhoneTable& operator=(PhoneTable&&) = default;

  // pack_invalid {pack} for bytes that are not a table.
  static Result<PhoneTable> read(std::string_view pack);

  // The main region first; empty for a calling code nobody has.
  std::span<const PhonePlan> plans_of(std::uint32_t calling_code) const;
  // nullptr for an unknown region; those of no country are found by their calling code only.
  const PhonePlan* plan_of(std::string_view region) const;
  std::span<const PhonePlan> plans() const { return plans_; }

 private:
  PhoneTable() = default;

  std::vector<PhonePlan> plans_;        // by calling code
  std::vector<std::uint16_t> regions_;  // the two letters of each, for a quick search
  std::vector<std::uint8_t> jumps_;
};

struct PhoneFormat {
  std::string_view groups;         // a pattern
  std::string_view national;       // such as "$1 $2-$3"
  std::string_view leading;        // a pattern
  std::string_view prefix_rule;    // replaces the first group where the national prefix is written
  std::string_view international;  // empty: as `national`; "-": not written so
  const std::uint8_t* jumps = nullptr;  // for `leading`
};

class PhoneFormats {
 public:
  // Moved, not copied: its formats point into it.
  PhoneFormats(PhoneFormats&&) = default;
  PhoneFormats& operator=(PhoneFormats&&) = default;

  static Result<PhoneFormats> read(std::string_view pack);
  std::span<const PhoneFormat> of(std::uint32_t calling_code) const;
  // What stands before an extension, " ext. " in most countries.
  std::string_view extension_mark(std::uint32_t calling_code) const;

 private:
  PhoneFormats() = default;

  struct Code {
    std::uint16_t calling_code;
    std::size_t first;
    std::string_view extension_mark;
  };
  std::size_t index_of(std::uint32_t calling_code) const;  // of codes_, or their count
  std::vector<Code> codes_;
  std::vector<PhoneFormat> formats_;
  std::vector<std::uint8_t> jumps_;
};

// Reads digits of all widths and of the Arabic scripts, separators, letters of dials
// ("1-800-TAXI"), extensions, "tel:" addresses and prefixes for calling abroad. `default_region` is
// the country of numbers without a calling code; an unknown one leaves only those that begin with
// +.
PhoneNumber parse_phone(std::string_view text, std::string_view default_region,
                        const PhoneTable& table);

// "+12015550123"; empty when the number has no calling code.
std::string phone_e164(const PhoneNumber& number);
// "(201) 555-0123", as written inside the country.
std::string phone_national(const PhoneNumber& number, const PhoneFormats& formats);
// "+1 201-555-0123".
std::string phone_international(const PhoneNumber& number, const PhoneFormats& formats);

// What to show while it is typed: the same digits in groups. Text that is more than digits,
// separators and one + in front comes back unchanged.
std::string phone_as_typed(std::string_view text, std::string_view default_region,
                           const PhoneTable& table, const PhoneFormats& formats);

// phone_invalid, phone_too_short, phone_too_long {country}, phone_calling_code_unknown {country}.
// {country} is the number's region where known, else the default one.
// Returns the number as read; of an empty or too long text none.
PhoneNumber check_phone(std::string_view path, std::string_view text,
                        std::string_view default_region, const PhoneTable& table, Findings& out);

}  // namespace sealcart
