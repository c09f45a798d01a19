// The last entries of a cart's log, in memory: what was just written is told to its sender and to
// event streams without reading it back.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "sealcart/op.h"

namespace sealcart::server {

class LogTail {
 public:
  // The entry after the last one.
  void push(LogEntry entry);
  // The entries after `after` of a log of `head` entries; nothing when some of them are not here.
  std::optional<std::vector<LogEntry>> after(std::int64_t after, std::int64_t head) const;

 private:
  std::vector<std::shared_ptr<const LogEntry>> entries_;  // shared by the states of a cart
};

}  // namespace sealcart::server
