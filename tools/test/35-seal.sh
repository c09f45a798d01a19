#!/usr/bin/env bash
# Sealed tokens and key manifests: natively, the curve arithmetic of seal.wasm against libsodium's,
# and the shipping seal.wasm under Node, its tokens opened natively.
source "$(dirname "$0")/lib.sh"
build_targets wasm seal seal_probe
build_targets native seal_tests seal_curve_tests seal_interop
run_ctest native tests/seal
run_node_test tests/seal/wasm/*.test.mjs
report
