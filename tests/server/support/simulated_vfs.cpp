// The simulated disk as SQLite's default VFS (sqlite.org/vfs.html).
#include <cstring>
#include <new>

#include "support/simulated_file.h"

namespace sealcart::server::testing {
namespace {

// What SQLite holds of an open file; `methods` comes first, as it wants it.
struct OpenFile {
  const sqlite3_io_methods* methods;
  SimulatedDisk* disk;
  std::shared_ptr<SimulatedDisk::File> file;
};

OpenFile& opened(sqlite3_file* file) { return *reinterpret_cast<OpenFile*>(file); }

// Named as SQLite names them: xClose, xRead, ...
namespace on_file {

int close(sqlite3_file* file) {
  opened(file).~OpenFile();
  return SQLITE_OK;
}
int read(sqlite3_file* file, void* out, int size, sqlite3_int64 at) {
  return opened(file).disk->read(*opened(file).file, out, size, at);
}
int write(sqlite3_file* file, const void* data, int size, sqlite3_int64 at) {
  return opened(file).disk->write(*opened(file).file, data, size, at);
}
int truncate(sqlite3_file* file, sqlite3_int64 size) {
  return opened(file).disk->truncate(*opened(file).file, size);
}
int sync(sqlite3_file* file, int) { return opened(file).disk->sync(*opened(file).file); }
int size(sqlite3_file* file, sqlite3_int64* size) {
  *size = opened(file).disk->size(*opened(file).file);
  return SQLITE_OK;
}
int lock(sqlite3_file*, int) { return SQLITE_OK; }
int check_lock(sqlite3_file*, int* reserved) {
  *reserved = 0;
  return SQLITE_OK;
}
int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sector_size(sqlite3_file*) { return 512; }
int traits(sqlite3_file*) { return 0; }
int map_shared(sqlite3_file* file, int region, int size, int extend, void volatile** out) {
  return opened(file).disk->map_shared(*opened(file).file, region, size, extend != 0, out);
}
int lock_shared(sqlite3_file*, int, int, int) { return SQLITE_OK; }
void order_shared(sqlite3_file*) {}
int unmap_shared(sqlite3_file* file, int forget) {
  SimulatedDisk::unmap_shared(*opened(file).file, forget != 0);
  return SQLITE_OK;
}

}  // namespace on_file

const sqlite3_io_methods kMethods{2,
                                  on_file::close,
                                  on_file::read,
                                  on_file::write,
                                  on_file::truncate,
                                  on_file::sync,
                                  on_file::size,
                                  on_file::lock,
                                  on_file::lock,
                                  on_file::check_lock,
                                  on_file::control,
                                  on_file::sector_size,
                                  on_file::traits,
                                  on_file::map_shared,
                                  on_file::lock_shared,
                                  on_file::order_shared,
                                  on_file::unmap_shared,
                                  nullptr,
                                  nullptr};

SimulatedDisk& disk_of(sqlite3_vfs* vfs) { return *static_cast<SimulatedDisk*>(vfs->pAppData); }

namespace on_disk {

int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* out, int flags, int* given) {
  out->pMethods = nullptr;
  std::shared_ptr<SimulatedDisk::File> file;
  const int result = disk_of(vfs).open(name, flags, file);
  if (result != SQLITE_OK) return result;
  new (out) OpenFile{&kMethods, &disk_of(vfs), std::move(file)};
  if (given != nullptr) *given = flags;
  return SQLITE_OK;
}
int remove(sqlite3_vfs* vfs, const char* name, int) { return disk_of(vfs).remove(name); }
int access(sqlite3_vfs* vfs, const char* name, int, int* there) {
  *there = disk_of(vfs).exists(name) ? 1 : 0;
  return SQLITE_OK;
}
int full_name(sqlite3_vfs*, const char* name, int size, char* out) {
  sqlite3_snprintf(size, out, "%s", name);
  return SQLITE_OK;
}

}  // namespace on_disk

}  // namespace

struct SimulatedDisk::Vfs {
  sqlite3_vfs* before = sqlite3_vfs_find(nullptr);
  sqlite3_vfs vfs{};
};

SimulatedDisk::SimulatedDisk() : vfs_(std::make_unique<Vfs>()) {
  sqlite3_vfs& vfs = vfs_->vfs;
  vfs = *vfs_->before;  // its clock, its randomness
  vfs.iVersion = 2;
  vfs.szOsFile = sizeof(OpenFile);
  vfs.pNext = nullptr;
  vfs.zName = "simulated";
  vfs.pAppData = this;
  vfs.xOpen = on_disk::open;
  vfs.xDelete = on_disk::remove;
  vfs.xAccess = on_disk::access;
  vfs.xFullPathname = on_disk::full_name;
  sqlite3_vfs_register(&vfs, 1);
}

SimulatedDisk::~SimulatedDisk() {
  sqlite3_vfs_register(vfs_->before, 1);
  sqlite3_vfs_unregister(&vfs_->vfs);
}

}  // namespace sealcart::server::testing
