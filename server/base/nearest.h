// Which of some words a misspelt one was probably meant to be.
#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace sealcart::server {

// Letters to add, leave out or change to get from one to the other.
std::size_t edit_distance(std::string_view a, std::string_view b);

// Empty when none is near: more than a third of the word would have to change.
std::string_view nearest(std::string_view word, const std::set<std::string, std::less<>>& among);

}  // namespace sealcart::server
