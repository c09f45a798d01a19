// Keeps logs short. Most devices need the newest entries only; what is older is joined into a
// checkpoint, which stands for it: a cart loads as fast after a hundred thousand edits as after a
// few hundred, and takes as little room.
#pragma once

#include <functional>

#include "services/work.h"

namespace sealcart::server {

// Entries that stay when a log is cut: one page, so a device that was away for a while still gets
// operations, and one whose answer was lost is acknowledged when it sends them again. What is sent
// again later than that is op_fork, and the device begins again from the server's log.
inline constexpr std::int64_t kKeptEntries = static_cast<std::int64_t>(limits::kOpsPerBatch);
// A log is cut when it has so many more: joining is then once for 512 operations, a few
// milliseconds, and a cart that is not in memory is folded from 768 at most.
inline constexpr std::int64_t kEntriesToCut = 512;

// The cart as the first `upto` entries of its log leave it, which are not fewer than its `cut`.
Cart join_log(Storage& storage, const CartRecord& record, std::int64_t upto);

// The entries after `after` up to `upto`, in order; take() is false for one that does not fit.
void for_entries(Storage& storage, const CartId& cart, std::int64_t after, std::int64_t upto,
                 const std::function<bool(const LogEntry&)>& take);

// Cuts the log when it is long enough.
void compact(Work& work, CartRecord& record);

}  // namespace sealcart::server
