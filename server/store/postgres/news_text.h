// Announcements as the texts that PostgreSQL's NOTIFY carries: a line for each thing that changed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/announcement.h"

namespace sealcart::server {

inline constexpr const char* kNewsChannel = "sealcart";

// Each text begins with its sender's name and is short enough for NOTIFY (under 8,000 bytes).
std::vector<std::string> texts_of(const Announcement& news, std::string_view sender);

// Adds what a text says; false: it is the sender's own, and nothing is added. Lines not understood
// are passed over: a newer server may say more.
bool add_text(Announcement& to, std::string_view text, std::string_view self);

}  // namespace sealcart::server
