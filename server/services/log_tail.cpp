#include "services/log_tail.h"

#include <utility>

namespace sealcart::server {
namespace {

constexpr std::size_t kEntries = 16;  // at least so many, once there were

}  // namespace

void LogTail::push(std::shared_ptr<const LogEntry> entry) {
  if (size_ == 2 * kEntries) forget_older();
  last_ = std::make_shared<const Node>(Node{std::move(entry), std::move(last_)});
  ++size_;
}

void LogTail::forget_older() {
  std::vector<std::shared_ptr<const LogEntry>> kept;
  for (const Node* node = last_.get(); kept.size() < kEntries; node = node->previous.get()) {
    kept.push_back(node->entry);
  }
  *this = {};
  for (; !kept.empty(); kept.pop_back()) push(std::move(kept.back()));
}

std::optional<std::vector<LogEntry>> LogTail::after(std::int64_t after, std::int64_t head) const {
  const auto wanted = static_cast<std::size_t>(head - after);
  if (wanted > size_) return std::nullopt;
  std::vector<LogEntry> found(wanted);
  const Node* node = last_.get();
  for (std::size_t i = wanted; i > 0; --i, node = node->previous.get()) found[i - 1] = *node->entry;
  return found;
}

}  // namespace sealcart::server
