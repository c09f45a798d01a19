// Several devices on one cart, each with part of what the others did: drawn edits of every kind,
// passed on as operations. What a device holds is known as a set of operations too.
#pragma once

#include <vector>

#include "sealcart/op.h"
#include "support/history.h"
#include "support/random.h"

namespace sealcart {

class Crowd {
 public:
  struct Device {
    ReplicaId id = 0;
    Cart cart;
    history::Mask holds = 0;  // bit i: made()[i]
  };

  Crowd(Random& random, std::size_t devices);

  // A drawn edit of a drawn device, or a drawn device learns what another one holds.
  void step();
  void learn(Device& device, history::Mask ops);

  std::vector<Device>& devices() { return devices_; }
  const std::vector<Op>& made() const { return made_; }
  // The operations of one device in their order.
  std::vector<Op> made_by(ReplicaId id) const;

 private:
  Op drawn_op(const Cart& cart, const Author& author);
  Op drawn_line_op(const Cart& cart, const Author& author);

  Random& random_;
  std::vector<Device> devices_;
  std::vector<Op> made_;
};

}  // namespace sealcart
