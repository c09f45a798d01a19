#include "sealcart/label.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "sealcart/form.h"
#include "support/case_rows.h"
#include "support/packs.h"

namespace sealcart {
namespace {

TEST(Label, EveryKeyHasATextInEveryLanguage) {
  for (const char* language : kLanguages) {
    const std::string bytes = pack_bytes(std::string("messages-") + language);
    const Result<MessageCatalogue> catalogue = MessageCatalogue::read(bytes);
    ASSERT_TRUE(catalogue) << language;
    for (std::size_t i = 0; i < kLabels; ++i) {
      const auto label = static_cast<Label>(i);
      const std::string_view text = label_text(label, *catalogue);
      EXPECT_FALSE(text.empty()) << language << " " << label_name(label);
      EXPECT_EQ(text.find_first_of("{}#:*"), text.npos) << text;
    }
  }
}

TEST(Label, IsInTheLanguageOfThePack) {
  const auto said_in = [](const char* language, Label label) {
    const std::string bytes = pack_bytes(std::string("messages-") + language);
    return std::string(label_text(label, *MessageCatalogue::read(bytes)));
  };
  EXPECT_EQ(said_in("en", Label::zip), "ZIP code");
  EXPECT_EQ(said_in("it", Label::address_line1), "Via e numero civico");
  EXPECT_EQ(said_in("ru", Label::village_township), "Деревня или посёлок");
  EXPECT_EQ(said_in("sq", Label::vat_id), "Numri i TVSH-së");
  EXPECT_EQ(said_in("fa", Label::postal), "کد پستی");
  EXPECT_EQ(said_in("pt", Label::optional), "opcional");
}

TEST(Label, IsFoundByItsName) {
  for (std::size_t i = 0; i < kLabels; ++i) {
    EXPECT_EQ(find_label(label_name(static_cast<Label>(i))), static_cast<Label>(i));
  }
  EXPECT_EQ(find_label("do_si"), Label::do_si);
  EXPECT_EQ(find_label(""), std::nullopt);
  EXPECT_EQ(find_label("State"), std::nullopt);
}

// The words libaddressinput defines for what a field of an address is called.
TEST(Label, EveryWordOfTheAddressTableIsAKey) {
  for (const char* word :
       {"area",   "county", "department",   "district",        "do_si",    "emirate",
        "island", "oblast", "parish",       "prefecture",      "province", "state",
        "city",   "suburb", "post_town",    "townland",        "pin",      "eircode",
        "postal", "zip",    "neighborhood", "village_township"}) {
    EXPECT_TRUE(find_label(word)) << word;
  }
  std::set<std::string> used;
  for (const nlohmann::json& countries : shared_rows("address/countries.json")) {
    for (const nlohmann::json& country : countries) {
      used.insert(country.value("admin_name", "province"));
      used.insert(country.value("postal_name", "postal"));
    }
  }
  for (const std::string& word : used) EXPECT_TRUE(find_label(word)) << word;
}

TEST(Label, EveryFieldOfACheckoutHasOne) {
  for (const FormSchema& form : checkout_forms()) {
    for (const FormField& field : form.fields) {
      EXPECT_TRUE(find_label(field.label)) << form.name << " " << field.path;
    }
  }
}

TEST(Label, OfAPackWithoutLabelsIsEmpty) {
  const Result<MessageCatalogue> old =
      MessageCatalogue::read("sealcart-pack messages-x 1\nsold_out\tSold out.\n");
  ASSERT_TRUE(old);
  EXPECT_EQ(label_text(Label::email, *old), "");
}

}  // namespace
}  // namespace sealcart
