#include "support/simulated_disk.h"

#include <algorithm>
#include <cstring>
#include <numeric>

#include "support/simulated_file.h"

namespace sealcart::server::testing {
namespace {

constexpr std::size_t kSector = 512;

}  // namespace

void SimulatedDisk::File::apply(std::string& bytes, const Change& change) {
  if (change.resize) {
    bytes.resize(change.at, '\0');
    return;
  }
  if (bytes.size() < change.at + change.data.size()) bytes.resize(change.at + change.data.size());
  std::ranges::copy(change.data, bytes.begin() + static_cast<std::ptrdiff_t>(change.at));
}

// Each sector of each write came to rest, or did not.
void SimulatedDisk::File::lose_power(std::mt19937_64& random) {
  for (const Change& change : unsafe) {
    if (change.resize) {
      if (random() % 2 == 0) apply(safe, change);
      continue;
    }
    for (std::size_t from = 0; from < change.data.size();) {
      const std::size_t to =
          std::min(change.data.size(), from + kSector - (change.at + from) % kSector);
      if (random() % 2 == 0) {
        apply(safe, {change.at + from, change.data.substr(from, to - from)});
      }
      from = to;
    }
  }
  unsafe.clear();
  content = safe;
}

void SimulatedDisk::fail(const Fault& fault) {
  const std::lock_guard lock(mutex_);
  fault_ = fault;
  acts_ = {};
  failed_ = false;
}

void SimulatedDisk::heal() { fail({}); }

std::int64_t SimulatedDisk::acts() const {
  const std::lock_guard lock(mutex_);
  return std::accumulate(acts_.begin(), acts_.end(), std::int64_t{0});
}

std::int64_t SimulatedDisk::acts(Act which) const {
  const std::lock_guard lock(mutex_);
  return acts_[static_cast<std::size_t>(which)];
}

bool SimulatedDisk::failed() const {
  const std::lock_guard lock(mutex_);
  return failed_;
}

void SimulatedDisk::hold_syncs(bool held) {
  {
    const std::lock_guard lock(mutex_);
    holds_syncs_ = held;
  }
  released_.notify_all();
}

int SimulatedDisk::held_syncs() const {
  const std::lock_guard lock(mutex_);
  return held_syncs_;
}

void SimulatedDisk::cut_power() {
  const std::lock_guard lock(mutex_);
  off_ = true;
}

void SimulatedDisk::start_again(std::mt19937_64* random) {
  const std::lock_guard lock(mutex_);
  off_ = false;
  fault_ = {};
  for (auto entry = files_.begin(); entry != files_.end();) {
    File& file = *entry->second;
    file.shared.clear();
    const bool gone = random != nullptr && !file.safely_there && (*random)() % 2 == 0;
    if (random != nullptr) file.lose_power(*random);
    entry = gone ? files_.erase(entry) : std::next(entry);
  }
}

SimulatedDisk::Image SimulatedDisk::image() const {
  const std::lock_guard lock(mutex_);
  Image image;
  for (const auto& [name, file] : files_) image.emplace(name, *file);
  return image;
}

void SimulatedDisk::load(const Image& image) {
  const std::lock_guard lock(mutex_);
  files_.clear();
  for (const auto& [name, file] : image) files_.emplace(name, std::make_shared<File>(file));
}

SimulatedDisk::Verdict SimulatedDisk::judge(Act act, bool grows) {
  if (off_) return Verdict::fails;
  ++acts_[static_cast<std::size_t>(act)];
  const std::int64_t at = std::accumulate(acts_.begin(), acts_.end(), std::int64_t{0});
  if (fault_.act == 0 || at < fault_.act || !strikes(act, grows, at)) return Verdict::fine;
  failed_ = true;
  const bool broken = fault_.how == How::io_error || fault_.how == How::io_error_once;
  return broken ? Verdict::fails : Verdict::fails_full;
}

bool SimulatedDisk::strikes(Act act, bool grows, std::int64_t at) const {
  const bool takes_room = act == Act::write || act == Act::make || act == Act::share;
  switch (fault_.how) {
    case How::io_error:
      return true;
    case How::io_error_once:
      return at == fault_.act;
    case How::full:
      return takes_room;
    case How::no_growth:
      return takes_room && grows;
    case How::short_write:
      return act == Act::write && !failed_;
  }
  return false;
}

int SimulatedDisk::open(const char* name, int flags, std::shared_ptr<File>& file) {
  const std::lock_guard lock(mutex_);
  const std::string path = name != nullptr ? name : "unnamed " + std::to_string(++unnamed_);
  if (const auto there = files_.find(path); there != files_.end()) {
    file = there->second;
    return off_ ? SQLITE_CANTOPEN : SQLITE_OK;
  }
  if ((flags & SQLITE_OPEN_CREATE) == 0) return SQLITE_CANTOPEN;
  if (judge(Act::make, true) != Verdict::fine) return SQLITE_CANTOPEN;
  file = std::make_shared<File>();
  // One without a name is nobody's once it is closed.
  if (name != nullptr) files_.emplace(path, file);
  return SQLITE_OK;
}

// A file that is removed may be back after a loss of power only while nobody relied on it being
// gone: SQLite asks for the folder to be synced where it does.
int SimulatedDisk::remove(const std::string& name) {
  const std::lock_guard lock(mutex_);
  if (judge(Act::remove, false) != Verdict::fine) return SQLITE_IOERR_DELETE;
  return files_.erase(name) == 1 ? SQLITE_OK : SQLITE_IOERR_DELETE_NOENT;
}

bool SimulatedDisk::exists(const std::string& name) const {
  const std::lock_guard lock(mutex_);
  return files_.contains(name);
}

int SimulatedDisk::read(File& file, void* out, int size, sqlite3_int64 at) const {
  const std::lock_guard lock(mutex_);
  if (off_) return SQLITE_IOERR_READ;
  const auto wanted = static_cast<std::size_t>(size);
  const std::size_t from = std::min(file.content.size(), static_cast<std::size_t>(at));
  const std::size_t there = std::min(wanted, file.content.size() - from);
  std::memcpy(out, file.content.data() + from, there);
  if (there == wanted) return SQLITE_OK;
  std::memset(static_cast<char*>(out) + there, 0, wanted - there);
  return SQLITE_IOERR_SHORT_READ;
}

int SimulatedDisk::write(File& file, const void* data, int size, sqlite3_int64 at) {
  const std::lock_guard lock(mutex_);
  const auto whole = static_cast<std::size_t>(size);
  const bool grows = static_cast<std::size_t>(at) + whole > file.content.size();
  const Verdict verdict = judge(Act::write, grows);
  if (off_) return SQLITE_IOERR_WRITE;
  const std::size_t done = verdict == Verdict::fine ? whole : whole / 2;
  const File::Change change{static_cast<std::size_t>(at),
                            std::string(static_cast<const char*>(data), done)};
  file.write_content(change);
  file.unsafe.push_back(change);
  if (verdict == Verdict::fine) return SQLITE_OK;
  return verdict == Verdict::fails_full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

int SimulatedDisk::truncate(File& file, sqlite3_int64 size) {
  const std::lock_guard lock(mutex_);
  if (judge(Act::truncate, false) != Verdict::fine) return SQLITE_IOERR_TRUNCATE;
  const File::Change change{static_cast<std::size_t>(size), {}, true};
  file.write_content(change);
  file.unsafe.push_back(change);
  return SQLITE_OK;
}

int SimulatedDisk::sync(File& file) {
  std::unique_lock lock(mutex_);
  ++held_syncs_;
  released_.wait(lock, [this] { return !holds_syncs_; });
  --held_syncs_;
  if (judge(Act::sync, false) == Verdict::fine) {
    // Only the changes a failed sync did not forget.
    for (const File::Change& change : file.unsafe) File::apply(file.safe, change);
    file.safely_there = true;
    file.unsafe.clear();
    return SQLITE_OK;
  }
  if (!off_) file.unsafe.clear();
  return SQLITE_IOERR_FSYNC;
}

sqlite3_int64 SimulatedDisk::size(const File& file) const {
  const std::lock_guard lock(mutex_);
  return static_cast<sqlite3_int64>(file.content.size());
}

int SimulatedDisk::map_shared(File& file, int region, int size, bool extend, void volatile** out) {
  const std::lock_guard lock(mutex_);
  *out = nullptr;
  const auto wanted = static_cast<std::size_t>(region);
  if (file.shared.size() <= wanted) {
    if (!extend) return SQLITE_OK;
    if (judge(Act::share, true) != Verdict::fine) return SQLITE_IOERR_SHMSIZE;
    while (file.shared.size() <= wanted) {
      file.shared.emplace_back(static_cast<std::size_t>(size), '\0');
    }
  }
  *out = file.shared[wanted].data();
  return SQLITE_OK;
}

void SimulatedDisk::unmap_shared(File& file, bool forget) {
  if (forget) file.shared.clear();
}

}  // namespace sealcart::server::testing
