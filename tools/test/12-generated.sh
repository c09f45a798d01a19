#!/usr/bin/env bash
# Generated files are those that core's descriptions give now, and hold together.
source "$(dirname "$0")/lib.sh"
build_targets native sealcart_emit
if build/native/tools/emit/sealcart_emit --check .; then
  count 1 0
else
  echo "Run build/native/tools/emit/sealcart_emit . and commit what it wrote."
  count 0 1
fi
run_node_test tests/generated/*.test.mjs
report
