// The doors of the arena, in every module: text is written to input(n) and read at output().
#include <emscripten/bind.h>

#include "arena.h"

namespace {

using sealcart::wasm::address_of;
using sealcart::wasm::arena;

unsigned input(unsigned bytes) {
  auto& in = arena().in;
  if (in.size() < bytes) in.resize(bytes);
  return address_of(in.data());
}
unsigned output() { return address_of(arena().out.data()); }
unsigned output_size() { return static_cast<unsigned>(arena().out.size()); }

}  // namespace

EMSCRIPTEN_BINDINGS(sealcart_arena) {
  emscripten::function("input", &input);
  emscripten::function("output", &output);
  emscripten::function("outputSize", &output_size);
}
