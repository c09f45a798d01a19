#include "sealcart/checkout.h"

#include <gtest/gtest.h>

#include "sealcart/form_finding.h"
#include "sealcart/validate/email.h"
#include "support/told.h"

namespace sealcart {
namespace {

using Lines = std::vector<std::string>;

CheckoutForm good_form() {
  CheckoutForm form;
  form.email = "ada@example.com";
  form.shipping_address = {"Ada", "1 Main St", "", "Oakland", "CA", "94601", "US", ""};
  return form;
}

// With tables: tests/fields/form_test.cpp.
Lines errors(const CheckoutForm& form) { return told(errors_of(check_checkout(form))); }

TEST(CheckCheckout, AFilledFormHasNoProblem) { EXPECT_EQ(errors(good_form()), Lines{}); }

TEST(CheckCheckout, TellsEveryProblemAtOnceInFormOrder) {
  EXPECT_EQ(
      errors({}),
      (Lines{"field_required at email", "field_required at shippingAddress.country",
             "field_required at shippingAddress.name", "field_required at shippingAddress.line1"}));
}

TEST(CheckCheckout, BlankIsNotFilled) {
  CheckoutForm form = good_form();
  form.email = " \t ";
  form.shipping_address.name = " \n";
  EXPECT_EQ(errors(form),
            (Lines{"field_required at email", "field_required at shippingAddress.name"}));
}

TEST(CheckCheckout, AnUnknownCountryIsTold) {
  CheckoutForm form = good_form();
  form.shipping_address.country = "XX";
  EXPECT_EQ(errors(form), Lines{"country_unknown at shippingAddress.country"});
}

TEST(CheckCheckout, TheBillingAddressCountsOnlyWhenItDiffers) {
  CheckoutForm form = good_form();
  form.billing_address = Address{};
  EXPECT_EQ(errors(form), Lines{});
  form.billing_same = false;
  EXPECT_EQ(errors(form).size(), 3u);
  form.billing_address.reset();
  EXPECT_EQ(errors(form).front(), "field_required at billingAddress.country");
  form.billing_address = form.shipping_address;
  EXPECT_EQ(errors(form), Lines{});
}

TEST(Email, FollowsTheWhatwgRule) {
  for (const char* text : {"a@b", "name@example.com", " name@example.com\t", "a.b+c@x-y.example",
                           "!#$%&'*+/=?^_`{|}~-.@b.c", ".a.@b", "a@1.2.3"}) {
    EXPECT_TRUE(is_email(text)) << text;
  }
  for (const char* text :
       {"", "@", "a", "a@", "@b", "a b@c", "a@b c", "a@b@c", "a@-b", "a@b-", "a@b..c", "a@.b",
        "a@b.", "a@b_c", "ü@b", "a@ü.de", "\"a\"@b", "a,b@c", "a@b\n"}) {
    EXPECT_FALSE(is_email(text)) << text;
  }
}

TEST(Email, LabelsAndAddressesHaveALongestLength) {
  const std::string label(63, 'x');
  EXPECT_TRUE(is_email("a@" + label));
  EXPECT_FALSE(is_email("a@x" + label));
  const std::string local(254 - 2, 'a');
  EXPECT_TRUE(is_email(local + "@b"));
  EXPECT_FALSE(is_email("a" + local + "@b"));
}

}  // namespace
}  // namespace sealcart
