#!/usr/bin/env bash
# Sealed tokens and key manifests: natively and under the sanitizers, with the curve arithmetic of
# seal.wasm against libsodium's; then the shipping seal.wasm under Node, its tokens opened natively.
source "$(dirname "$0")/lib.sh"

# The curve tests exist only where libsodium's source was there at configure time.
with_curve_tests() {
  ready_preset "$1"
  ninja -C "build/$1" -t query seal_curve_tests >/dev/null 2>&1 ||
    logged "configure-$1" cmake --preset "$1"
}

build_targets wasm seal seal_probe
with_curve_tests native
build_targets native seal_tests seal_curve_tests seal_interop
run_ctest native tests/seal
with_curve_tests asan
build_targets asan seal_tests seal_curve_tests
run_ctest asan tests/seal
run_node_test tests/seal/wasm/*.test.mjs
report
