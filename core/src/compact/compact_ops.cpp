// Operations of one replica, one after the other.
#include <algorithm>
#include <array>

#include "../op_shape.h"
#include "compact_parts.h"
#include "sealcart/compact.h"

namespace sealcart {
namespace compact {
namespace {

constexpr std::int64_t kOpsForm = 1;
// The first byte of an operation: its kind, and whether its line has texts or was spelled before.
constexpr std::int64_t kKindMask = 15, kWithTexts = 16, kKnownLine = 32;

// Of the operation before one.
struct Times {
  std::int64_t lamport = 0;
  std::int64_t base = 0;
};

// What the operations before one have said: the replicas and lines they have spelled out.
class Said {
 public:
  explicit Said(const std::vector<Op>& ops) : ops_(ops) {}

  // Its place among the lines so far, or their count.
  std::size_t find(const Op& op) const {
    std::size_t place = 0;
    while (place < lines_ && !same_line(line_at(place), op)) ++place;
    return place;
  }
  void add(std::size_t i) { first_[lines_++] = static_cast<std::uint16_t>(i); }
  const Op& line_at(std::size_t place) const { return ops_[first_[place]]; }
  std::size_t lines() const { return lines_; }

  // The place of a replica, or their count; the batch's own is the first.
  std::size_t place_of(ReplicaId replica) const {
    std::size_t place = 0;
    while (place < replicas_ && replica_[place] != replica) ++place;
    return place;
  }
  // False: more than a cart has.
  bool add_replica(ReplicaId replica) {
    if (replicas_ == replica_.size()) return false;
    replica_[replicas_++] = replica;
    return true;
  }
  ReplicaId replica_at(std::size_t place) const { return replica_[place]; }
  std::size_t replicas() const { return replicas_; }

 private:
  static bool same_line(const Op& a, const Op& b) {
    return a.sku == b.sku && a.customizations == b.customizations;
  }

  const std::vector<Op>& ops_;
  std::array<std::uint16_t, limits::kOpsPerBatch> first_;
  std::array<ReplicaId, limits::kReplicas> replica_;
  std::size_t lines_ = 0, replicas_ = 0;
};

template <class Form, class One>
void spelled_line(Form& form, One& op, std::int64_t marks, Said& said) {
  form.text(op.sku, 1, limits::kSkuBytes);
  if ((marks & kWithTexts) != 0) texts(form, op.customizations, 1);
  if (Form::kReads && !form.failed() && said.find(op) < said.lines()) {
    form.fail("a line spelled twice");
  }
}

template <class Form, class One>
void known_line(Form& form, One& op, std::int64_t marks, std::size_t at, const Said& said) {
  auto place = static_cast<std::int64_t>(at);
  form.number(place, 0, static_cast<std::int64_t>(said.lines()) - 1);
  if constexpr (Form::kReads) {
    if (form.failed()) return;
    const Op& first = said.line_at(static_cast<std::size_t>(place));
    op.sku = first.sku;
    op.customizations = first.customizations;
    if (op.customizations.empty() == ((marks & kWithTexts) != 0)) form.fail("a mark of texts");
  }
}

template <class Form, class Shrinks>
void shrinks(Form& form, Shrinks& list, Said& said) {
  auto count = static_cast<std::int64_t>(list.size());
  form.number(count, 0, limits::kLots);
  if constexpr (Form::kReads) list.resize(static_cast<std::size_t>(count));
  for (auto& target : list) {
    if (form.failed()) return;
    const auto places = static_cast<std::int64_t>(said.replicas());
    auto head = static_cast<std::int64_t>(said.place_of(target.replica)) << 1;
    if (target.remaining != 0) head |= 1;
    form.number(head, 0, places << 1 | 1);
    if (head >> 1 == places) {
      form.replica(target.replica);
      const bool twice = Form::kReads && said.place_of(target.replica) < said.replicas();
      if (twice) form.fail("a replica spelled twice");
      if (!twice && !said.add_replica(target.replica)) form.fail("too many replicas");
    } else if constexpr (Form::kReads) {
      target.replica = said.replica_at(static_cast<std::size_t>(head >> 1));
    }
    form.number(target.n, 1, limits::kCounter);
    if ((head & 1) != 0) form.number(target.remaining, 1, limits::kQuantity);
  }
}

// What the kind may say beside its line.
template <class Form, class One>
void contents(Form& form, One& op, Said& said) {
  if (makes_lot(op.kind)) {
    form.number(op.units, 1, limits::kQuantity);
    std::int64_t age = op.lamport - op.born;
    form.number(age, 0, op.lamport - 1);
    if constexpr (Form::kReads) op.born = op.lamport - age;
  }
  if (is_code(op.kind)) form.text(op.value, 1, limits::kCodeBytes);
  if (op.kind == OpKind::shipping_method) form.text(op.value, 0, limits::kCodeBytes);
  if (op.kind == OpKind::destination) {
    if constexpr (Form::kReads) op.destination.emplace();
    destination(form, *op.destination);
  }
  if (may_shrink(op.kind)) shrinks(form, op.shrinks, said);
}

template <class Form, class One>
void one_op(Form& form, One& op, std::size_t i, Times& before, Said& said) {
  const bool unknown = Form::kReads || !has_line(op.kind);
  const std::size_t place = unknown ? said.lines() : said.find(op);
  auto head = static_cast<std::int64_t>(op.kind);
  if (!op.customizations.empty()) head |= kWithTexts;
  if (place < said.lines()) head |= kKnownLine;
  form.number(head, 0, kKindMask | kWithTexts | kKnownLine);
  if constexpr (Form::kReads) {
    if ((head & kKindMask) > static_cast<std::int64_t>(OpKind::shipping_method)) {
      return form.fail("an unknown kind");
    }
    op.kind = static_cast<OpKind>(head & kKindMask);
    if (!has_line(op.kind) && head > kKindMask) return form.fail("marks of a line");
  }
  form.near(op.lamport, before.lamport + 1, 1, limits::kCounter);
  form.near(op.base, before.base, 0, limits::kCounter);
  before = {op.lamport, op.base};
  if (has_line(op.kind) && (head & kKnownLine) != 0) {
    known_line(form, op, head, place, said);
  } else if (has_line(op.kind)) {
    spelled_line(form, op, head, said);
    said.add(i);
  }
  contents(form, op, said);
}

// What the batch says before its operations.
template <class Form, class Batch>
Times head_of(Form& form, Batch& batch, ReplicaId& replica, std::int64_t& n) {
  std::int64_t layout = kOpsForm;
  form.number(layout, kOpsForm, kOpsForm);
  form.replica(replica);
  form.number(batch.after, 0, limits::kCounter);
  form.number(n, 1, limits::kCounter);
  return {n - 1, batch.after};
}

Status follows(const Op& op, const Op& first, std::size_t i) {
  const bool next = op.v == 1 && op.cart == first.cart && op.replica == first.replica &&
                    op.n == first.n + static_cast<std::int64_t>(i);
  if (next) return check_shape(op);
  return refuse(invalid("operations of several replicas or carts, or with a gap"));
}

}  // namespace
}  // namespace compact

Result<std::string> to_compact(const OpBatch& batch) {
  if (batch.ops.empty() || batch.ops.size() > limits::kOpsPerBatch) {
    return refuse(compact::invalid("no operations, or too many"));
  }
  compact::Writer form;
  compact::Said said(batch.ops);
  auto [replica, n] = std::pair(batch.ops[0].replica, batch.ops[0].n);
  compact::Times before = compact::head_of(form, batch, replica, n);
  said.add_replica(replica);
  for (std::size_t i = 0; i < batch.ops.size(); ++i) {
    const Op& op = batch.ops[i];
    if (Status sound = compact::follows(op, batch.ops[0], i); !sound) {
      return refuse(std::move(sound.error()));
    }
    compact::one_op(form, op, i, before, said);
  }
  return compact::written(std::move(form), limits::kJsonBytes);
}

Result<OpBatch> read_compact_ops(std::string_view bytes, const CartId& cart) {
  if (bytes.size() > limits::kJsonBytes) return refuse(compact::invalid("too many bytes"));
  compact::Reader form(bytes);
  OpBatch batch;
  compact::Said said(batch.ops);
  ReplicaId replica = 0;
  std::int64_t n = 0;
  compact::Times before = compact::head_of(form, batch, replica, n);
  said.add_replica(replica);
  do {
    const std::size_t i = batch.ops.size();
    if (i == limits::kOpsPerBatch) form.fail("too many operations");
    if (form.failed()) break;
    Op& op = batch.ops.emplace_back();
    op.cart = cart;
    op.replica = replica;
    op.n = n + static_cast<std::int64_t>(i);
    if (op.n > limits::kCounter) form.fail("a number out of its range");
    compact::one_op(form, op, i, before, said);
    if (form.failed()) break;
    if (Status sound = check_shape(op); !sound) return refuse(compact::invalid("a bad operation"));
  } while (!form.at_end());
  if (form.failed()) return refuse(compact::invalid(form.what()));
  return batch;
}

}  // namespace sealcart
