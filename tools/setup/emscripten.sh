#!/usr/bin/env bash
# Makes the pinned Emscripten available and prints nothing when it already is.
#   an exact emcc on PATH wins; Debian 13 installs its own package of that version; Debian 12
#   unpacks that same package into .toolchain/emscripten; elsewhere: emsdk.
set -euo pipefail
source "$(dirname "$0")/common.sh"
source "$(dirname "$0")/packages.sh"

EMSCRIPTEN_HOME=$TOOLCHAIN/emscripten
PACKAGES=("emscripten=$EMSCRIPTEN_VERSION*" 'binaryen=120-*' libc6 libstdc++6 libgcc-s1)

# Library variants we never link: threads, workers, address sanitizer, file systems.
# They are nine tenths of the package.
LEAVE_OUT=(
  '*-mt.a' '*-mt-*.a' '*-ww.a' '*-ww-*.a' '*asan*.a' '*libsanitizer*.a' '*liblsan*.a'
  '*libwasmfs.a' '*libwasmfs-*.a' '*libmimalloc*.a' '*libwebgpu*.a'
  '*/wasm32-emscripten/pic' '*/wasm32-emscripten/lto-pic' './usr/share/emscripten/test'
  '*/usr/share/doc' '*/emscripten/ChangeLog*' '*/usr/share/locale' '*/gconv' '*/usr/share/man'
)

on_path() {
  local found
  have emcc && found=$(emcc --version 2>/dev/null | sed -n '1s/.* \([0-9][0-9.]*\) *.*/\1/p') &&
    [[ $found == "$EMSCRIPTEN_VERSION"* ]]
}

install_own_package() {
  say "Installing Debian's emscripten $EMSCRIPTEN_VERSION (about 250 MB to fetch, 1.7 GB on disk)"
  logged apt-emscripten apt_install "emscripten=$EMSCRIPTEN_VERSION*" && on_path && return 0
  die "Debian's emscripten is not $EMSCRIPTEN_VERSION." "$(emsdk_hint)"
}

emsdk_hint() {
  printf 'Install it with emsdk: emsdk install %s && emsdk activate %s, then put emcc on PATH.' \
    "$EMSCRIPTEN_VERSION" "$EMSCRIPTEN_VERSION"
}

fetch() {
  local mirror
  mirror=$(debian_mirror)
  [ -n "$mirror" ] || die "no Debian archive in this machine's apt sources." "$(emsdk_hint)"
  mkdir -p "$TOOLCHAIN/trixie/debs"
  printf 'deb %s %s trixie main\n' "$(keyring_option)" "$mirror" >"$TOOLCHAIN/trixie/sources.list"
  logged emscripten-lists private_apt "$TOOLCHAIN/trixie" update || true
  (cd "$TOOLCHAIN/trixie/debs" &&
    logged emscripten-fetch private_apt "$TOOLCHAIN/trixie" download "${PACKAGES[@]}") ||
    die "Emscripten could not be fetched from $mirror." \
      "Check the network and run again: it goes on where it stopped. Or: $(emsdk_hint)"
}

unpack() {
  local deb pattern partial=$TOOLCHAIN/emscripten.partial
  local -a skip=()
  for pattern in "${LEAVE_OUT[@]}"; do skip+=("--exclude=$pattern"); done
  rm -rf "$partial" "$EMSCRIPTEN_HOME"
  mkdir -p "$partial"
  for deb in "$TOOLCHAIN"/trixie/debs/*.deb; do
    dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$partial" "${skip[@]}"
  done
  write_binaryen_wrappers "$partial"
  write_config "$partial/usr/share/emscripten/.emscripten"
  # Its scripts are CommonJS, whatever a package.json further up says.
  printf '{ "type": "commonjs" }\n' >"$partial/package.json"
  # The JavaScript optimizer looks for acorn beside the compiler.
  ln -sfn /usr/share/nodejs "$partial/usr/share/emscripten/node_modules"
  mv "$partial" "$EMSCRIPTEN_HOME"
  rm -rf "$TOOLCHAIN/trixie"
}

# Binaryen of Debian 13 wants a newer C library than Debian 12 has: run it with the one unpacked
# beside it.
write_binaryen_wrappers() {
  local tool name
  mkdir -p "$1/binaryen/bin"
  for tool in "$1"/usr/bin/wasm* "$1"/usr/bin/binaryen*; do
    [ -f "$tool" ] || continue
    name=$(basename "$tool")
    cat >"$1/binaryen/bin/$name" <<EOF
#!/bin/sh
root=\${0%/*}/../..
exec "\$root/usr/lib64/ld-linux-x86-64.so.2" --library-path "\$root/usr/lib/x86_64-linux-gnu" \\
  "\$root/usr/bin/$name" "\$@"
EOF
    chmod +x "$1/binaryen/bin/$name"
  done
}

# emcc reads the .emscripten beside it, so neither EM_CONFIG nor PATH has to be set by anyone.
# The paths are relative to the compiler, so the checkout may be moved.
write_config() {
  cat >"$1" <<'EOF'
from tools.utils import path_from_root

LLVM_ROOT = '/usr/lib/llvm-19/bin'
BINARYEN_ROOT = path_from_root('..', '..', '..', 'binaryen')
NODE_JS = 'node'
FROZEN_CACHE = True
EOF
}

ready() { [ "$(cat "$EMSCRIPTEN_HOME/ready" 2>/dev/null)" = "$EMSCRIPTEN_VERSION" ]; }

main() {
  if ready || on_path; then return 0; fi
  [ "$(os_field ID)" = debian ] || die "emcc $EMSCRIPTEN_VERSION is not on PATH." "$(emsdk_hint)"
  if [ "$(os_field VERSION_ID)" != 12 ]; then install_own_package && return 0; fi
  [ "$(dpkg --print-architecture)" = amd64 ] ||
    die "the project-local Emscripten is for x86-64 only." "$(emsdk_hint)"
  say "Installing Emscripten $EMSCRIPTEN_VERSION into .toolchain/ (246 MB to fetch, 200 MB on disk)"
  fetch
  unpack
  "$EMSCRIPTEN_HOME/usr/share/emscripten/emcc" --version >/dev/null ||
    die "the unpacked Emscripten does not run." "Remove .toolchain/ and run again."
  printf '%s\n' "$EMSCRIPTEN_VERSION" >"$EMSCRIPTEN_HOME/ready"
}

main
