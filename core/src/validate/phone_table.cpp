#include <algorithm>

#include "sealcart/limits.h"
#include "sealcart/validate/phone.h"
#include "validate/pattern.h"

namespace sealcart {
namespace {

constexpr std::size_t kPhonePlans = 1'000;
constexpr std::size_t kPhoneFormatRows = 4'000;

// Line by line; each line must end.
struct PhoneLines {
  std::string_view rest;

  bool next(std::string_view& line) {
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) return false;
    line = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    return true;
  }
};

std::string_view phone_part(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return part;
}

// 1 to 3 digits, not beginning with 0; otherwise 0.
std::uint16_t calling_code_of(std::string_view text) {
  if (text.empty() || text.size() > 3 || text[0] == '0') return 0;
  int code = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return 0;
    code = code * 10 + (c - '0');
  }
  return static_cast<std::uint16_t>(code);
}

std::uint16_t region_key(std::string_view region) {
  return static_cast<std::uint16_t>(static_cast<unsigned char>(region[0]) << 8 |
                                    static_cast<unsigned char>(region[1]));
}

std::unexpected<Error> bad_pack(std::string_view name) {
  return refuse(Error(ErrorCode::pack_invalid).with("pack", name));
}

bool starts_pack(PhoneLines& lines, std::string_view start) {
  std::string_view line;
  return lines.rest.size() <= limits::kPackBytes && lines.next(line) && line.starts_with(start);
}

}  // namespace

Result<PhoneTable> PhoneTable::read(std::string_view pack) {
  PhoneLines lines{pack};
  std::string_view line;
  PhoneTable table;
  if (!starts_pack(lines, "sealcart-pack phone 1 ")) return bad_pack("phone");
  std::uint16_t before = 0;
  while (lines.next(line) && !line.empty()) {
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    const auto next = static_cast<std::uint16_t>(before + 1);
    const std::uint16_t code = digits == 0 ? next : calling_code_of(line.substr(0, digits));
    line.remove_prefix(digits);
    if (code <= before || code > 999 || line.empty()) return bad_pack("phone");
    before = code;
    const bool nowhere = line == "*";
    while (!line.empty()) {
      const std::string_view region = nowhere ? "001" : line.substr(0, 2);
      line.remove_prefix(nowhere ? 1 : region.size());
      if (region.size() < 2 || table.plans_.size() >= kPhonePlans) return bad_pack("phone");
      table.plans_.push_back({region, code, {}, {}, nullptr});
      table.regions_.push_back(nowhere ? std::uint16_t{0} : region_key(region));
    }
  }
  for (std::size_t field = 0; field < PhonePlan::fields; ++field) {
    for (PhonePlan& plan : table.plans_) {
      if (!lines.next(plan.field[field])) return bad_pack("phone");
    }
  }
  const bool ended = lines.next(line) && line == "end" && lines.rest.empty();
  if (table.plans_.empty() || !ended) return bad_pack("phone");
  table.jumps_ = pattern_jumps(pack);
  for (PhonePlan& plan : table.plans_) {
    plan.pack = pack;
    plan.jumps = table.jumps_.data();
  }
  return table;
}

std::span<const PhonePlan> PhoneTable::plans_of(std::uint32_t calling_code) const {
  const auto found = std::ranges::equal_range(plans_, calling_code, {}, &PhonePlan::calling_code);
  return {found.begin(), found.end()};
}

const PhonePlan* PhoneTable::plan_of(std::string_view region) const {
  if (region.size() != 2) return nullptr;
  const auto found = std::ranges::find(regions_, region_key(region));
  return found == regions_.end() ? nullptr
                                 : &plans_[static_cast<std::size_t>(found - regions_.begin())];
}

Result<PhoneFormats> PhoneFormats::read(std::string_view pack) {
  PhoneLines lines{pack};
  PhoneFormats formats;
  if (!starts_pack(lines, "sealcart-pack phone-formats 1 ")) return bad_pack("phone-formats");
  std::uint16_t before = 0;
  for (std::string_view line; lines.next(line);) {
    if (line.starts_with('+')) {
      const std::uint16_t code = calling_code_of(phone_part(line, '\t').substr(1));
      if (code <= before) return bad_pack("phone-formats");
      before = code;
      const bool quoted = line.size() > 2 && line.front() == '"' && line.back() == '"';
      const std::string_view mark = quoted ? line.substr(1, line.size() - 2) : " ext. ";
      formats.codes_.push_back({code, formats.formats_.size(), mark});
      continue;
    }
    if (before == 0 || formats.formats_.size() >= kPhoneFormatRows) {
      return bad_pack("phone-formats");
    }
    PhoneFormat format;
    for (std::string_view* field : {&format.groups, &format.national, &format.leading,
                                    &format.prefix_rule, &format.international}) {
      *field = phone_part(line, '\t');
    }
    formats.formats_.push_back(format);
  }
  if (!lines.rest.empty() || formats.formats_.empty()) return bad_pack("phone-formats");
  formats.jumps_ = pattern_jumps(pack);
  for (PhoneFormat& format : formats.formats_) {
    if (format.leading.empty()) continue;
    format.jumps = formats.jumps_.data() + (format.leading.data() - pack.data());
  }
  return formats;
}

std::size_t PhoneFormats::index_of(std::uint32_t calling_code) const {
  const auto code = std::ranges::lower_bound(codes_, calling_code, {}, &Code::calling_code);
  if (code == codes_.end() || code->calling_code != calling_code) return codes_.size();
  return static_cast<std::size_t>(code - codes_.begin());
}

std::span<const PhoneFormat> PhoneFormats::of(std::uint32_t calling_code) const {
  const std::size_t index = index_of(calling_code);
  if (index == codes_.size()) return {};
  const std::size_t end = index + 1 < codes_.size() ? codes_[index + 1].first : formats_.size();
  return std::span(formats_).subspan(codes_[index].first, end - codes_[index].first);
}

std::string_view PhoneFormats::extension_mark(std::uint32_t calling_code) const {
  const std::size_t index = index_of(calling_code);
  return index < codes_.size() ? codes_[index].extension_mark : " ext. ";
}

}  // namespace sealcart
