#include "store/postgres/pg_list.h"

namespace sealcart::server {
namespace {

using Kind = SqlValue::Kind;

// From catalog/pg_type_d.h, which says that they never change.
constexpr std::uint32_t kBytea = 17, kInt8 = 20, kText = 25;
constexpr std::uint32_t kByteaArray = 1001, kTextArray = 1009, kInt8Array = 1016;

// Dimensions, whether there are nulls, type of the elements; size and first index of the dimension.
constexpr std::size_t kSizeAt = 12;
constexpr std::size_t kWord = 4;

Kind element_of(Kind list) {
  if (list == Kind::numbers) return Kind::number;
  return list == Kind::texts ? Kind::text : Kind::bytes;
}

}  // namespace

std::uint32_t type_of(Kind kind) {
  switch (kind) {
    case Kind::null:
      return 0;
    case Kind::number:
      return kInt8;
    case Kind::text:
      return kText;
    case Kind::bytes:
      return kBytea;
    case Kind::numbers:
      return kInt8Array;
    case Kind::texts:
      return kTextArray;
    case Kind::bytes_list:
      return kByteaArray;
  }
  return 0;
}

void put_number(std::string& to, std::uint64_t value, std::size_t bytes) {
  for (std::size_t left = bytes; left > 0; --left) {
    to.push_back(static_cast<char>((value >> (8 * (left - 1))) & 0xff));
  }
}

PgList::PgList(Kind kind) : kind_(kind) {
  put_number(bytes_, 1, kWord);
  put_number(bytes_, 0, kWord);
  put_number(bytes_, type_of(element_of(kind)), kWord);
  put_number(bytes_, 0, kWord);
  put_number(bytes_, 1, kWord);
}

void PgList::add(const SqlValue& element) {
  ++size_;
  if (kind_ == Kind::numbers) {
    put_number(bytes_, sizeof(std::int64_t), kWord);
    put_number(bytes_, static_cast<std::uint64_t>(element.number()), sizeof(std::int64_t));
    return;
  }
  put_number(bytes_, element.bytes().size(), kWord);
  bytes_ += element.bytes();
}

SqlValue PgList::value() {
  std::string size;
  put_number(size, size_, kWord);
  bytes_.replace(kSizeAt, kWord, size);
  return {kind_, bytes_};
}

}  // namespace sealcart::server
