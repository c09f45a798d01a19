#include "sealcart/field_packs.h"

namespace sealcart {
namespace {

// "phone-formats" of "sealcart-pack phone-formats 1 2026-11-29"; empty when it begins otherwise.
std::string_view pack_name(std::string_view bytes) {
  constexpr std::string_view kStart = "sealcart-pack ";
  if (!bytes.starts_with(kStart)) return {};
  bytes.remove_prefix(kStart.size());
  return bytes.substr(0, bytes.find(' '));
}

}  // namespace

template <class Table>
Status FieldPacks::Loaded<Table>::load(std::string bytes) {
  auto kept = std::make_unique<const std::string>(std::move(bytes));
  auto read = Table::read(*kept);
  if (!read) return refuse(std::move(read.error()));
  table_.emplace(std::move(*read));
  bytes_ = std::move(kept);
  return {};
}

Status FieldPacks::load(std::string bytes) {
  const std::string_view name = pack_name(bytes);
  if (name == "phone") return phones_.load(std::move(bytes));
  if (name == "phone-formats") return phone_formats_.load(std::move(bytes));
  if (name == "address") return addresses_.load(std::move(bytes));
  if (name == "regions") return regions_.load(std::move(bytes));
  if (name.starts_with("locale-")) return locale_.load(std::move(bytes));
  if (name.starts_with("messages-")) return messages_.load(std::move(bytes));
  return refuse(Error(ErrorCode::pack_invalid).with("pack", name.substr(0, limits::kIdBytes)));
}

FieldTables FieldPacks::tables() const { return {phones_.get(), addresses_.get(), regions_.get()}; }

}  // namespace sealcart
