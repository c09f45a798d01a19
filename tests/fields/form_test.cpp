#include "sealcart/form.h"

#include <gtest/gtest.h>

#include "sealcart/checkout.h"
#include "sealcart/field_packs.h"
#include "sealcart/wire.h"
#include "support/packs.h"
#include "support/said.h"

namespace sealcart {
namespace {

const FieldPacks& all_packs() {
  static const auto* const packs = [] {
    auto* loaded = new FieldPacks;
    for (const char* name : {"phone", "phone-formats", "address", "regions"}) {
      if (!loaded->load(pack_bytes(name))) ADD_FAILURE() << name;
    }
    return loaded;
  }();
  return *packs;
}

FieldContext context() {
  FieldContext context;
  context.today = *parse_date("2026-11-29");
  context.tables = all_packs().tables();
  return context;
}

FormSchema schema_of(std::string_view name) {
  for (const FormSchema& schema : checkout_forms()) {
    if (schema.name == name) return schema;
  }
  return {};
}

// Values by path; what is not named is empty.
using Values = std::vector<std::pair<std::string_view, std::string_view>>;

std::vector<std::string_view> in_order(const Form& form, const Values& named) {
  std::vector<std::string_view> values(form.size());
  for (const auto& [path, value] : named) {
    EXPECT_LT(form.index_of(path), form.size()) << path;
    values.at(form.index_of(path)) = value;
  }
  return values;
}

Said checked(std::string_view name, const Values& named) {
  const Form form = Form::make(schema_of(name)).value();
  Findings findings;
  form.check(in_order(form, named), context(), findings);
  return said_of_fields(findings);
}

Values good_checkout() {
  return {{"email", "ada@example.com"},
          {"shippingAddress.country", "US"},
          {"shippingAddress.name", "Ada Lovelace"},
          {"shippingAddress.line1", "1 Main Street"},
          {"shippingAddress.city", "Oakland"},
          {"shippingAddress.region", "CA"},
          {"shippingAddress.postalCode", "94601"},
          {"shippingAddress.phone", "(510) 555-2671"},
          {"billingSame", "1"}};
}

Values with(Values values, std::string_view path, std::string_view value) {
  for (auto& [name, old] : values) {
    if (name == path) {
      old = value;
      return values;
    }
  }
  values.emplace_back(path, value);
  return values;
}

TEST(CheckoutForms, AreAllMadeReady) {
  for (const FormSchema& schema : checkout_forms()) {
    EXPECT_TRUE(Form::make(schema)) << schema.name;
    EXPECT_FALSE(schema.fields.empty()) << schema.name;
  }
}

TEST(CheckoutForms, HaveTheFieldsOfTheDocument) {
  // Every text of CheckoutForm is a field, and every field is one of its texts or its tick.
  const Form form = Form::make(schema_of("checkout")).value();
  std::vector<std::string> documented;
  const auto list = [&](const TypeInfo& type, const std::string& before,
                        const auto& again) -> void {
    for (const FieldInfo& field : type.fields) {
      const std::string path = before + std::string(field.name);
      if (field.kind == Kind::object) {
        again(*field.object, path + ".", again);
      } else {
        documented.push_back(path);
      }
    }
  };
  list(type_of<CheckoutForm>(), "", list);
  EXPECT_EQ(documented.size(), form.size());
  for (const std::string& path : documented) EXPECT_LT(form.index_of(path), form.size()) << path;
}

TEST(CheckoutForms, TakeAFilledForm) { EXPECT_EQ(checked("checkout", good_checkout()), Said{}); }

TEST(CheckoutForms, TellAllFindingsInTheOrderOfTheFields) {
  const Said found = checked("checkout", {{"shippingAddress.country", "US"}, {"billingSame", "1"}});
  EXPECT_EQ(found, (Said{"field_required at email", "field_required at shippingAddress.name",
                         "field_required at shippingAddress.line1",
                         "field_required at shippingAddress.city",
                         "field_required at shippingAddress.region",
                         "field_required at shippingAddress.postalCode"}));
}

TEST(CheckoutForms, RequireWhatTheCountryHas) {
  Values values = with(good_checkout(), "shippingAddress.country", "AE");
  values = with(values, "shippingAddress.postalCode", "");
  values = with(values, "shippingAddress.region", "دبي");
  values = with(values, "shippingAddress.phone", "");
  EXPECT_EQ(checked("checkout", values), Said{});  // no postal codes in the Emirates
}

TEST(CheckoutForms, CompareWhatBelongsTogether) {
  EXPECT_EQ(checked("checkout", with(good_checkout(), "shippingAddress.region", "NY")),
            Said{"warning postal_code_region_mismatch at shippingAddress.postalCode code=94601 "
                 "region=New York"});
  EXPECT_EQ(checked("checkout", with(good_checkout(), "shippingAddress.phone", "+39 06 6982 1234")),
            Said{"warning phone_country_mismatch at shippingAddress.phone country=VA expected=US"});
}

TEST(CheckoutForms, AskForABillingAddressOnlyWhereItDiffers) {
  Values values = with(good_checkout(), "billingAddress.country", "XX");
  EXPECT_EQ(checked("checkout", values), Said{});
  values = with(values, "billingSame", "");
  EXPECT_EQ(checked("checkout", values), (Said{"country_unknown at billingAddress.country",
                                               "field_required at billingAddress.name",
                                               "field_required at billingAddress.line1"}));
}

TEST(CheckoutForms, AskForNoAddressWhereTheOrderIsFetchedAndBilledElsewhere) {
  Values values{{"email", "ada@example.com"},          {"shippingAddress.country", "DE"},
                {"pickupLocation", "berlin"},          {"billingSame", ""},
                {"billingAddress.country", "DE"},      {"billingAddress.name", "Ada"},
                {"billingAddress.line1", "Weg 1"},     {"billingAddress.city", "Berlin"},
                {"billingAddress.postalCode", "10115"}};
  EXPECT_EQ(checked("checkout", values), Said{});
  values = with(values, "billingSame", "1");  // now it is the address of the bill too
  EXPECT_FALSE(checked("checkout", values).empty());
}

TEST(CheckoutForms, ReadTheSecurityCodeByTheCard) {
  Values values{{"cardNumber", "3782 822463 10005"},
                {"cardExpiry", "12/30"},
                {"cardCode", "123"},
                {"cardHolder", "Ada"}};
  EXPECT_EQ(checked("payment", values), Said{"card_code_invalid at cardCode digits=4"});
  EXPECT_EQ(checked("payment", with(values, "cardCode", "1234")), Said{});
  EXPECT_EQ(checked("payment", with(with(values, "cardCode", "1234"), "cardExpiry", "10/26")),
            Said{"card_expired at cardExpiry"});
}

TEST(Form, OfOneFieldSaysWhatTheWholeFormSaysOfIt) {
  const Form form = Form::make(schema_of("checkout")).value();
  std::vector<Values> forms{good_checkout(), {}};
  for (const auto& [path, value] : good_checkout()) {
    forms.push_back(with(good_checkout(), path, ""));
    forms.push_back(with(good_checkout(), path, "XX"));
    forms.push_back(with(good_checkout(), path, "a@gmial.com"));
  }
  for (const Values& named : forms) {
    const auto values = in_order(form, named);
    Findings whole;
    form.check(values, context(), whole);
    Findings single;
    for (std::size_t i = 0; i < form.size(); ++i) form.check_one(i, values, context(), single);
    EXPECT_EQ(said_of_fields(whole), said_of_fields(single));
  }
}

FormSchema own_form(std::string_view json) {
  const auto schema = read_json<FormSchema>(json);
  EXPECT_TRUE(schema);
  return schema.value_or(FormSchema{});
}

TEST(Form, OfThePagesOwnHasChoicesAndCodes) {
  const Form form = Form::make(own_form(R"({"name":"own","fields":[
        {"path":"method","kind":"choice","choices":["standard","express"],"required":"yes"},
        {"path":"terms","kind":"consent","required":"yes"},
        {"path":"gift","kind":"code","format":"GIFT-AAAA-0000"},
        {"path":"guests","kind":"number","min":1,"max":8},
        {"path":"day","kind":"date"}]})"))
                        .value();
  Findings findings;
  form.check(in_order(form, {{"method", "drone"},
                             {"gift", "gift abcd 1234"},
                             {"guests", "9"},
                             {"day", "2025-02-29"}}),
             context(), findings);
  EXPECT_EQ(
      said_of_fields(findings),
      (Said{"value_not_allowed at method allowed=standard, express", "field_required at terms",
            "code_format at gift format=GIFT-AAAA-0000 suggests GIFT-ABCD-1234",
            "number_out_of_range at guests min=1 max=8", "date_invalid at day"}));
}

std::string refusal(std::string_view json) {
  const auto form = Form::make(own_form(json));
  return form ? "none" : std::string(error_name(form.error().code)) + " at " + form.error().path;
}

TEST(Form, ThatContradictsItselfIsRefused) {
  EXPECT_EQ(refusal(R"({"name":"a","fields":[{"path":"x","kind":"text"},
                        {"path":"x","kind":"email"}]})"),
            "store_duplicate_id at fields[1].path");
  EXPECT_EQ(refusal(R"({"name":"a","fields":[{"path":"x","kind":"text","unless":["!y"]}]})"),
            "store_reference_unknown at fields[0].unless");
  EXPECT_EQ(refusal(R"({"name":"a","fields":[{"path":"x","kind":"choice"}]})"),
            "store_value_conflict at fields[0].choices");
}

TEST(SplitValues, NeedsExactlyAsManyAsThereAreFields) {
  std::array<std::string_view, 3> values;
  EXPECT_TRUE(
      split_values("a\x1F\x1F"
                   "c",
                   values));
  EXPECT_EQ(values[2], "c");
  EXPECT_TRUE(values[1].empty());
  EXPECT_FALSE(
      split_values("a\x1F"
                   "b",
                   values));
  EXPECT_FALSE(
      split_values("a\x1F"
                   "b\x1F"
                   "c\x1F"
                   "d",
                   values));
}

TEST(FieldPacks, KeepTheTableBeforeWhenAPackIsWrong) {
  FieldPacks packs;
  ASSERT_TRUE(packs.load(pack_bytes("phone")));
  const PhoneTable* before = packs.tables().phones;
  EXPECT_FALSE(packs.load("sealcart-pack phone 1 wrong\n"));
  EXPECT_EQ(packs.tables().phones, before);
  EXPECT_FALSE(packs.load("no pack"));
}

}  // namespace
}  // namespace sealcart
