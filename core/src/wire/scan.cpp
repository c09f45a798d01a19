// JSON of any shape, against the limits alone.
#include <set>
#include <utility>
#include <vector>

#include "json_events.h"
#include "sealcart/wire.h"

namespace sealcart {
namespace {

class Scanner final : public JsonEvents {
 public:
  bool null() override { return begin_value(); }
  bool boolean(bool) override { return begin_value(); }
  bool integer(std::int64_t) override { return begin_value(); }
  bool fraction() override { return begin_value(); }
  bool huge() override { return begin_value(); }
  bool text(const std::string&) override { return begin_value(); }

  bool begin_object() override { return begin_value() && open(false); }
  bool begin_list() override { return begin_value() && open(true); }
  bool end_list() override { return close(); }
  bool end_object() override {
    keys_.erase(keys_.lower_bound({frames_.size(), {}}), keys_.end());
    return close();
  }

  bool key(const std::string& name) override {
    frames_.back().key = name;
    if (is_forbidden_key(name)) {
      return fail(Error(ErrorCode::json_forbidden_key, path()).with("key", name));
    }
    if (keys_.emplace(frames_.size(), name).second) return true;
    return fail(Error(ErrorCode::json_duplicate_key, path()));
  }

  std::string path() const override {
    std::string path;
    for (const Frame& frame : frames_) {
      frame.is_list ? append_index(path, frame.begun) : append_key(path, frame.key);
    }
    return path;
  }

 private:
  struct Frame {
    bool is_list;
    std::size_t begun = 0;  // values so far
    std::string key = {};
  };

  bool begin_value() {
    if (!frames_.empty()) ++frames_.back().begun;
    return true;
  }
  bool open(bool is_list) {
    frames_.push_back({is_list});
    return true;
  }
  bool close() {
    frames_.pop_back();
    return true;
  }

  std::vector<Frame> frames_;
  std::set<std::pair<std::size_t, std::string>> keys_;  // of the open objects, by their depth
};

}  // namespace

Status scan_json(std::string_view text, std::size_t max_bytes) {
  Scanner scanner;
  return parse_json(text, max_bytes, scanner);
}

}  // namespace sealcart
