// Sylius' scenarios in its own words. Those that speak of what the core has no part in (exchange
// rates, channels, pages) are counted with the sentence that was not understood.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>

#include "support/peers/sylius_priced.h"
#include "support/peers/sylius_steps.h"

namespace sealcart::peers {
namespace {

struct ScenarioCount {
  int scenarios = 0;  // with at least one figure, all of them right
  int figures = 0;
  int differ = 0;
  std::map<std::string, int> not_expressible;  // by reason
};

Arguments arguments_of(const Json& step) {
  Arguments arguments;
  for (const Json& argument : step[2]) arguments.push_back(digits_of(argument));
  return arguments;
}

// Runs the steps of one scenario; the reason why it can't be said, or "".
std::string run(const std::vector<Json>& steps, const std::string& name, ScenarioCount& count) {
  ScenarioShop shop;
  int figures = 0;
  for (const Json& step : steps) {
    const std::string sentence = digits_of(step[1]);
    const Arguments arguments = arguments_of(step);
    const auto places = static_cast<std::size_t>(std::ranges::count(sentence, '{'));
    if (places != arguments.size()) return "arguments of: " + sentence;
    const Json figure = shop.figure(sentence, arguments);
    if (figure.is_null()) {
      if (!shop.take(sentence, arguments)) return "step: " + sentence;
      if (!shop.trouble().empty()) return shop.trouble();
      continue;
    }
    const Replayed replayed = replay(shop.with(figure));
    if (replayed.verdict == Verdict::inexpressible) return replayed.why;
    EXPECT_EQ(replayed.verdict, Verdict::reproduced)
        << name << ": " << sentence << ": " << replayed.why;
    if (replayed.verdict == Verdict::differs) ++count.differ;
    ++figures;
  }
  if (figures == 0) return "no figure";
  ++count.scenarios;
  count.figures += figures;
  return {};
}

TEST(SyliusScenarios, PrintTheFiguresOfTheirShop) {
  ScenarioCount count;
  for (const Json& feature : cart_rows("sylius_scenarios.jsonl")) {
    for (const Json& scenario : feature["scenarios"]) {
      if (!scenario["numeric"].get<bool>()) continue;
      std::vector<Json> steps(feature["background"].begin(), feature["background"].end());
      steps.insert(steps.end(), scenario["steps"].begin(), scenario["steps"].end());
      const std::string why = run(steps, digits_of(scenario["name"]), count);
      if (!why.empty()) ++count.not_expressible[why];
    }
  }
  std::printf("sylius scenarios: %d with %d figures reproduced, %d figures differ\n",
              count.scenarios, count.figures, count.differ);
  for (const auto& [why, times] : count.not_expressible) {
    std::printf("  %3d not expressible, %s\n", times, why.c_str());
  }
}

}  // namespace
}  // namespace sealcart::peers
