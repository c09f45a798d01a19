#!/usr/bin/env bash
# build/site: everything the shop's origin serves; build/seal-site: the card form's own origin.
set -euo pipefail
source "$(dirname "$0")/../setup/common.sh"
source "$ROOT/tools/dev/build-web.sh"
source "$ROOT/tools/dev/build-demo.sh"

mkdir -p "$ROOT/build/site"
build_web "$ROOT/build/wasm/wasm" "$ROOT/build/site" "$ROOT/build/seal-site"
build_demo "$ROOT/build/site"
