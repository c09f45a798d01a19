// Account numbers: every country's length and structure, and what the check digits catch.
#include "sealcart/validate/iban.h"

#include <gtest/gtest.h>

#include "core/support/random.h"
#include "support/said.h"

namespace sealcart {
namespace {

std::string iban_says(std::string_view text) {
  Findings findings;
  check_iban("iban", text, findings);
  return said(findings);
}

// The examples of the registry.
constexpr std::string_view kExamples[] = {
    "AD1200012030200359100100",
    "AE070331234567890123456",
    "AL47212110090000000235698741",
    "AT611904300234573201",
    "AZ21NABZ00000000137010001944",
    "BA391290079401028494",
    "BE68539007547034",
    "BG80BNBG96611020345678",
    "BH67BMAG00001299123456",
    "BR1800360305000010009795493C1",
    "BY13NBRB3600900000002Z00AB00",
    "CH9300762011623852957",
    "CR05015202001026284066",
    "CY17002001280000001200527600",
    "CZ6508000000192000145399",
    "DE89370400440532013000",
    "DK5000400440116243",
    "DO28BAGR00000001212453611324",
    "EE382200221020145685",
    "EG380019000500000000263180002",
    "ES9121000418450200051332",
    "FI2112345600000785",
    "FO6264600001631634",
    "FR1420041010050500013M02606",
    "GB29NWBK60161331926819",
    "GE29NB0000000101904917",
    "GI75NWBK000000007099453",
    "GL8964710001000206",
    "GR1601101250000000012300695",
    "GT82TRAJ01020000001210029690",
    "HR1210010051863000160",
    "HU42117730161111101800000000",
    "IE29AIBK93115212345678",
    "IL620108000000099999999",
    "IQ98NBIQ850123456789012",
    "IS140159260076545510730339",
    "IT60X0542811101000000123456",
    "JO94CBJO0010000000000131000302",
    "KW81CBKU0000000000001234560101",
    "KZ86125KZT5004100100",
    "LB62099900000001001901229114",
    "LC55HEMM000100010012001200023015",
    "LI21088100002324013AA",
    "LT121000011101001000",
    "LU280019400644750000",
    "LV80BANK0000435195001",
    "LY83002048000020100120361",
    "MC5811222000010123456789030",
    "MD24AG000225100013104168",
    "ME25505000012345678951",
    "MK07250120000058984",
    "MR1300020001010000123456753",
    "MT84MALT011000012345MTLCAST001S",
    "MU17BOMM0101101030300200000MUR",
    "NL91ABNA0417164300",
    "NO9386011117947",
    "PK36SCBL0000001123456702",
    "PL61109010140000071219812874",
    "PS92PALS000000000400123456702",
    "PT50000201231234567890154",
    "QA58DOHB00001234567890ABCDEFG",
    "RO49AAAA1B31007593840000",
    "RS35260005601001611379",
    "SA0380000000608010167519",
    "SC18SSCB11010000000000001497USD",
    "SE4550000000058398257466",
    "SI56263300012039086",
    "SK3112000000198742637541",
    "SM86U0322509800000000270100",
    "ST23000100010051845310146",
    "SV62CENR00000000000000700025",
    "TL380080012345678910157",
    "TN5910006035183598478831",
    "TR330006100519786457841326",
    "UA213223130000026007233566001",
    "VA59001123000012345678",
    "VG96VPVG0000012345678901",
    "XK051212012345678906",
};

TEST(Iban, AcceptsTheExamplesOfTheRegistry) {
  for (const std::string_view iban : kExamples) {
    EXPECT_TRUE(is_iban(iban)) << iban;
    EXPECT_EQ(iban_says(iban), "") << iban;
    EXPECT_EQ(iban_length(iban.substr(0, 2)), iban.size()) << iban;
    EXPECT_TRUE(is_iban(iban_display(iban))) << iban;
  }
}

// MOD 97-10 catches every single wrong digit and every swap of neighbours (ISO 7064).
TEST(Iban, CatchesEveryWrongDigitAndEverySwapOfNeighbours) {
  for (const std::string_view iban : kExamples) {
    for (std::size_t i = 2; i < iban.size(); ++i) {
      if (iban[i] > '9') continue;  // a letter stands for two digits
      std::string wrong(iban);
      for (char digit = '0'; digit <= '9'; ++digit) {
        wrong[i] = digit;
        ASSERT_EQ(is_iban(wrong), digit == iban[i]) << wrong;
      }
      wrong = iban;
      if (i + 1 == iban.size() || wrong[i] == wrong[i + 1] || wrong[i + 1] > '9') continue;
      std::swap(wrong[i], wrong[i + 1]);
      ASSERT_FALSE(is_iban(wrong)) << wrong;
    }
  }
}

TEST(Iban, IsReadAsItIsPrinted) {
  EXPECT_EQ(iban_says(" gb29 nwbk 6016-1331 9268 19 "), "");
  EXPECT_EQ(iban_display("gb29nwbk60161331926819"), "GB29 NWBK 6016 1331 9268 19");
  EXPECT_EQ(iban_display("de8"), "DE8");
  EXPECT_EQ(iban_display("de89 "), "DE89");
}

TEST(Iban, SaysWhatIsWrong) {
  EXPECT_EQ(iban_says("US64SVBKUS6S3300958879"), "iban_country_unknown country=US");
  EXPECT_EQ(iban_says("DE8937040044053201300"), "iban_length country=DE expected=22");
  EXPECT_EQ(iban_says("DE893704004405320130000"), "iban_length country=DE expected=22");
  EXPECT_EQ(iban_says("DE88370400440532013000"), "iban_invalid");
  EXPECT_EQ(iban_says("DE8937040044053201300O"), "iban_invalid");  // the letter O
  EXPECT_EQ(iban_says("1234"), "iban_invalid");
  EXPECT_EQ(iban_says("D"), "iban_invalid");
  EXPECT_EQ(iban_says("--"), "iban_invalid");
  EXPECT_EQ(iban_says(std::string(65, '1')), "text_too_long max=64");
}

// 97 is congruent to 0: without a limit on the check digits there would be two good pairs.
TEST(Iban, HasOnePairOfCheckDigits) {
  for (const std::string_view iban : kExamples) {
    int good = 0;
    for (int check = 0; check < 100; ++check) {
      std::string other(iban);
      other[2] = static_cast<char>('0' + check / 10);
      other[3] = static_cast<char>('0' + check % 10);
      good += is_iban(other);
    }
    EXPECT_EQ(good, 1) << iban;
  }
}

TEST(Iban, ReadsAnyBytes) {
  Random random(1361);
  for (int i = 0; i < rounds(20'000); ++i) {
    std::string text(static_cast<std::size_t>(random.between(0, 80)), ' ');
    for (char& c : text) c = static_cast<char>(random.between(0, 255));
    if (random.one_in(2)) text.insert(0, "DE");
    ASSERT_FALSE(is_iban(text));
    iban_display(text);
    iban_says(text);
  }
}

}  // namespace
}  // namespace sealcart
