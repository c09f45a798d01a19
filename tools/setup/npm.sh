#!/usr/bin/env bash
# The JavaScript development tools (types, bundling, browser driving) for tests, exactly as locked.
# Nothing of it ships and ./dev run needs none of it.
set -euo pipefail
source "$(dirname "$0")/common.sh"

wanted=$(sha256sum <"$ROOT/package-lock.json")
stamp=$ROOT/node_modules/.sealcart-lock
if [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then exit 0; fi

say "Installing the JavaScript test tools into node_modules/ (20 MB to fetch, 100 MB on disk)"
(cd "$ROOT" && logged npm npm ci --ignore-scripts --no-audit --no-fund) ||
  die "npm could not install the locked packages." "Check the network and run it again."
printf '%s\n' "$wanted" >"$stamp"
