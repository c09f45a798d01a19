// The tables field checks read, as loaded from packs.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "sealcart/locale.h"
#include "sealcart/message.h"
#include "sealcart/validate/field.h"
#include "sealcart/validate/phone.h"

namespace sealcart {

// Keeps the bytes its tables look into. Not moved or copied: checks hold pointers into it.
class FieldPacks {
 public:
  FieldPacks() = default;
  FieldPacks(const FieldPacks&) = delete;
  FieldPacks& operator=(const FieldPacks&) = delete;

  // Any pack of a release; its first line says which it is. One of the same kind is replaced.
  // pack_invalid {pack}: then the one before stays.
  Status load(std::string bytes);

  FieldTables tables() const;
  const PhoneFormats* phone_formats() const { return phone_formats_.get(); }
  const Locale* locale() const { return locale_.get(); }
  const MessageCatalogue* messages() const { return messages_.get(); }

 private:
  // A table and the bytes it looks into, which stay where they are.
  template <class Table>
  class Loaded {
   public:
    Status load(std::string bytes);
    const Table* get() const { return table_ ? &*table_ : nullptr; }

   private:
    std::unique_ptr<const std::string> bytes_;
    std::optional<Table> table_;
  };

  Loaded<PhoneTable> phones_;
  Loaded<PhoneFormats> phone_formats_;
  Loaded<Locale> locale_;
  Loaded<MessageCatalogue> messages_;
};

}  // namespace sealcart
