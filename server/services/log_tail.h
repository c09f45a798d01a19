// The last entries of a cart's log, in memory: what was just written is told to its sender and to
// event streams without reading it back.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "sealcart/op.h"

namespace sealcart::server {

// Copied with each state of a cart, so it is a list whose older part the copies share.
class LogTail {
 public:
  // The entry after the last one.
  void push(std::shared_ptr<const LogEntry> entry);
  // The entries after `after` of a log of `head` entries; nothing when some of them are not here.
  std::optional<std::vector<LogEntry>> after(std::int64_t after, std::int64_t head) const;

 private:
  void forget_older();

  struct Node {
    std::shared_ptr<const LogEntry> entry;
    std::shared_ptr<const Node> previous;
  };

  std::shared_ptr<const Node> last_;
  std::size_t size_ = 0;
};

}  // namespace sealcart::server
