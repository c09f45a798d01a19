#include "services/log_tail.h"

#include <utility>

namespace sealcart::server {
namespace {

constexpr std::size_t kEntries = 16;

}  // namespace

void LogTail::push(LogEntry entry) {
  if (entries_.size() == kEntries) entries_.erase(entries_.begin());
  entries_.push_back(std::make_shared<const LogEntry>(std::move(entry)));
}

std::optional<std::vector<LogEntry>> LogTail::after(std::int64_t after, std::int64_t head) const {
  const auto wanted = static_cast<std::size_t>(head - after);
  if (wanted > entries_.size()) return std::nullopt;
  std::vector<LogEntry> found;
  found.reserve(wanted);
  for (std::size_t i = entries_.size() - wanted; i < entries_.size(); ++i) {
    found.push_back(*entries_[i]);
  }
  return found;
}

}  // namespace sealcart::server
