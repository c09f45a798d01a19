// How the process of the endpoint ends: at once, as by SIGKILL, at a moment the simulation names.
#pragma once

#include <string_view>

namespace sealcart::sim {

[[noreturn]] void die();

// Every SQLite database opened from here on dies before its next commit, once that is asked for.
void watch_commits();
void die_before_next_commit();

}  // namespace sealcart::sim
