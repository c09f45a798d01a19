// A disk that fails on purpose, under the SQLite of this process: while one lives, files that
// SQLite opens are in its memory. Beside what a program reads back it keeps what would be there
// after a loss of power, which is only what was synced.
//
//   SimulatedDisk disk;
//   disk.fail({.act = 17, .how = SimulatedDisk::How::io_error});
//   ... use SQLite; act 17 from here on fails, and what follows too ...
//   disk.cut_power();     // nothing works from here on: close what is open
//   disk.start_again(random);
//
// It is as hostile as a real one may be: writes that were not synced survive or not, each sector
// for itself and in no order; and after a failed sync what it was to keep is never kept, although a
// later sync succeeds and the program reads it ("fsyncgate").
// One connection for each file: locks between several are not simulated.
#pragma once

#include <sqlite3.h>

#include <array>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace sealcart::server::testing {

class SimulatedDisk {
 public:
  enum class How : std::uint8_t {
    io_error,       // this act and all after it fail; of a write, the first half is done
    io_error_once,  // the same, this act alone
    full,           // writes fail from here on until there is room again; syncs succeed
    no_growth,      // the same for writes that make a file larger
    short_write,    // one write, this or the next, is half done for want of room
  };
  enum class Act : std::uint8_t { write, sync, truncate, make, remove, share };
  static constexpr std::size_t kActs = 6;
  struct Fault {
    std::int64_t act = 0;  // 1: the next
    How how = How::io_error;
  };

  SimulatedDisk();
  ~SimulatedDisk();  // nothing is open any more
  SimulatedDisk(const SimulatedDisk&) = delete;
  SimulatedDisk& operator=(const SimulatedDisk&) = delete;

  // Counts acts from now on: writes, syncs, truncations, files made and removed, shared memory.
  void fail(const Fault& fault);
  void heal();
  std::int64_t acts() const;  // since fail() or heal()
  std::int64_t acts(Act which) const;
  bool failed() const;  // a fault struck

  // From here on syncs take until this is called with false.
  void hold_syncs(bool held);
  int held_syncs() const;  // how many threads wait there

  void cut_power();
  // `random` decides what survives of the writes that were not synced; null: all of them, as after
  // the death of the process alone.
  void start_again(std::mt19937_64* random);

  struct File;
  // All that is on it, to begin from again; while nothing is open.
  using Image = std::map<std::string, File>;
  Image image() const;
  void load(const Image& image);

  // What the methods of the VFS call; the results are SQLite's.
  int open(const char* name, int flags, std::shared_ptr<File>& file);
  int remove(const std::string& name);
  bool exists(const std::string& name) const;
  int read(File& file, void* out, int size, sqlite3_int64 at) const;
  int write(File& file, const void* data, int size, sqlite3_int64 at);
  int truncate(File& file, sqlite3_int64 size);
  int sync(File& file);
  sqlite3_int64 size(const File& file) const;
  int map_shared(File& file, int region, int size, bool extend, void volatile** out);
  static void unmap_shared(File& file, bool forget);

 private:
  enum class Verdict : std::uint8_t { fine, fails, fails_full };
  // `grows`: the act makes a file larger, or a new one.
  Verdict judge(Act act, bool grows);
  bool strikes(Act act, bool grows, std::int64_t at) const;

  mutable std::mutex mutex_;
  std::condition_variable released_;
  bool holds_syncs_ = false;
  int held_syncs_ = 0;
  std::map<std::string, std::shared_ptr<File>> files_;
  Fault fault_;
  std::array<std::int64_t, kActs> acts_{};
  std::int64_t unnamed_ = 0;
  bool failed_ = false;
  bool off_ = false;
  struct Vfs;
  std::unique_ptr<Vfs> vfs_;
};

}  // namespace sealcart::server::testing
