// The texts of every language: complete, with the parameters of the English ones, in its grammar
// and its letters.
#include <gtest/gtest.h>

#include "sealcart/label.h"
#include "sealcart/locale.h"
#include "sealcart/message.h"
#include "support/message_parts.h"
#include "support/packs.h"

namespace sealcart {
namespace {

// A pack of messages with its language's pack of numbers.
struct Language {
  std::string tag;
  std::string bytes = pack_bytes("messages-" + tag);
  std::string numbers = pack_bytes("locale-" + tag);
  MessageCatalogue catalogue = MessageCatalogue::read(bytes).value_or(MessageCatalogue{});
  Locale locale = Locale::read(numbers).value_or(Locale{});

  std::string text(ErrorCode code) const { return std::string(catalogue.text(code)); }
  std::string say(ErrorCode code, const std::string& name, const std::string& value) const {
    const ErrorParam param{name, value};
    return format_message(code, {&param, 1}, locale, catalogue);
  }
};

template <class Check>
void each_text(const Language& language, Check check) {
  for (std::size_t i = 0; i < kErrorCodes; ++i) {
    const auto code = static_cast<ErrorCode>(i);
    SCOPED_TRACE(language.tag + " " + std::string(error_name(code)));
    check(code, message_parts(language.text(code)));
  }
}

// All that is shown, labels too.
std::vector<std::string> all_words(const Language& language) {
  std::vector<std::string> words;
  each_text(language, [&](ErrorCode, const MessageParts& parts) { words.push_back(parts.words); });
  for (std::size_t i = 0; i < kLabels; ++i) {
    words.emplace_back(label_text(static_cast<Label>(i), language.catalogue));
  }
  return words;
}

TEST(MessageTexts, EveryCodeHasOneInEveryLanguage) {
  for (const char* tag : kLanguages) {
    const Language language{tag};
    each_text(language, [&](ErrorCode code, const MessageParts& parts) {
      EXPECT_FALSE(language.text(code).empty());
      EXPECT_EQ(parts.words.find_first_of("{}"), std::string::npos) << parts.words;
    });
  }
}

TEST(MessageTexts, PlaceholdersAreThoseOfTheCode) {
  each_text(Language{"en"}, [](ErrorCode code, const MessageParts& parts) {
    std::set<std::string> known = message_parts(std::string(error_text(code))).placeholders;
    known.merge(message_parts(std::string(error_fix(code))).placeholders);
    for (const std::string& name : parts.placeholders) EXPECT_TRUE(known.contains(name)) << name;
  });
}

TEST(MessageTexts, PlaceholdersAreThoseOfEnglish) {
  const Language english{"en"};
  for (const char* tag : kLanguages) {
    each_text(Language{tag}, [&](ErrorCode code, const MessageParts& parts) {
      EXPECT_EQ(parts.placeholders, message_parts(english.text(code)).placeholders);
    });
  }
}

// The categories whole numbers up to a thousand take, and `other`.
std::set<std::string> categories_needed(const Locale& locale) {
  std::set<std::string> names{"other"};
  for (std::int64_t n = 0; n <= 1000; ++n) names.emplace(plural_name(plural_category(locale, n)));
  return names;
}

TEST(MessageTexts, PluralsHaveTheFormsOfTheLanguage) {
  for (const char* tag : kLanguages) {
    const Language language{tag};
    const std::set<std::string> needed = categories_needed(language.locale);
    std::size_t plurals = 0;
    each_text(language, [&](ErrorCode, const MessageParts& parts) {
      for (const std::set<std::string>& categories : parts.plurals) EXPECT_EQ(categories, needed);
      plurals += parts.plurals.size();
    });
    EXPECT_GE(plurals, 3u) << tag;
  }
}

TEST(MessageTexts, NumbersChooseTheForm) {
  const Language russian{"ru"};
  const Language albanian{"sq"};
  const Language persian{"fa"};
  const auto code = ErrorCode::rate_limited;
  EXPECT_EQ(russian.say(code, "seconds", "1"), "Слишком много запросов. Подождите 1 секунду.");
  EXPECT_EQ(russian.say(code, "seconds", "22"), "Слишком много запросов. Подождите 22 секунды.");
  EXPECT_EQ(russian.say(code, "seconds", "12"), "Слишком много запросов. Подождите 12 секунд.");
  EXPECT_EQ(russian.say(code, "seconds", "41"), "Слишком много запросов. Подождите 41 секунду.");
  EXPECT_EQ(albanian.say(code, "seconds", "1"), "Tepër kërkesa. Prisni 1 sekondë.");
  EXPECT_EQ(albanian.say(code, "seconds", "21"), "Tepër kërkesa. Prisni 21 sekonda.");
  EXPECT_EQ(persian.say(ErrorCode::codes_too_many, "max", "1"), "فقط ۱ کد ممکن است.");
  EXPECT_EQ(persian.say(ErrorCode::codes_too_many, "max", "12"), "حداکثر ۱۲ کد ممکن است.");
}

TEST(MessageTexts, PersianHasItsOwnLettersAndHalfSpaces) {
  for (const std::string& words : all_words(Language{"fa"})) {
    for (const char* foreign : {"ي", "ك", "ى", "ة", " می ", " نمی ", " ها", " تر ", "  "}) {
      EXPECT_EQ((" " + words).find(foreign), std::string::npos) << foreign << ": " << words;
    }
  }
}

TEST(MessageTexts, RussianAndPersianAreWrittenInTheirOwnLetters) {
  const std::regex names("name@example\\.com|IBAN|HTTPS|ZIP|PIN|Eircode");
  for (const char* tag : {"ru", "fa"}) {
    for (const std::string& words : all_words(Language{tag})) {
      const std::string rest = std::regex_replace(words, names, "");
      EXPECT_FALSE(std::regex_search(rest, std::regex("[A-Za-z]"))) << words;
    }
  }
}

}  // namespace
}  // namespace sealcart
