#!/usr/bin/env bash
# Puts libsodium's source, as Debian publishes and patches it, into .toolchain/libsodium-src for
# seal.wasm. Debian ships only a native library; the server links that one (libsodium-dev).
set -euo pipefail
source "$(dirname "$0")/common.sh"

SOURCE=$TOOLCHAIN/libsodium-src
VERSION=1.0.18
SHA256=d59323c6b712a1519a5daf710b68f5e7fde57040845ffec53850911f10a5d4f4
REQUIRED_PATCH=CVE-2025-69277.patch

# A deb-src line for every archive and suite of this machine's own Debian sources. The main archive
# comes first: apt takes the first that lists a version, and security archives may drop files.
write_source_list() {
  local codename release uri
  codename=$(os_field VERSION_CODENAME)
  apt-get indextargets --format '$(RELEASE) $(REPO_URI)' 'Identifier: Packages' |
    while read -r release uri; do
      [[ $release == "$codename"* || $release == *stable* ]] || continue
      printf 'deb-src %s %s %s main\n' "$(keyring_option)" "$uri" "$release"
    done | sort -u >"$1.all"
  { grep -v -e '-security ' "$1.all"; grep -e '-security ' "$1.all"; } >"$1" || true
}

fetch() {
  local work=$1
  mkdir -p "$work/files"
  write_source_list "$work/sources.list"
  [ -s "$work/sources.list" ] || die "libsodium's source comes from Debian; apt has none here." \
    "Elsewhere: unpack libsodium $VERSION with $REQUIRED_PATCH into .toolchain/libsodium-src," \
    "copy builds/msvc/version.h to src/libsodium/include/sodium/, write $VERSION into a file ready."
  logged libsodium-lists private_apt "$work" update || true
  (cd "$work/files" &&
    logged libsodium-fetch private_apt "$work" source --download-only libsodium) ||
    die "libsodium's source could not be fetched." "Check the network and run it again."
}

unpack() {
  local work=$1 patch tree=$1/tree archive=$1/files/libsodium_$VERSION.orig.tar.gz
  sha256sum --check --quiet <<<"$SHA256  $archive" ||
    die "libsodium's source is not the expected one." "Remove $work and run again."
  rm -rf "$tree" && mkdir -p "$tree"
  tar -xzf "$archive" -C "$tree" --strip-components=1
  tar -xJf "$work"/files/libsodium_"$VERSION"-*.debian.tar.xz -C "$tree"
  grep -qx "$REQUIRED_PATCH" "$tree/debian/patches/series" ||
    die "Debian's libsodium source lacks $REQUIRED_PATCH." "Run apt-get update, then this again."
  grep -vE '^(#|$)' "$tree/debian/patches/series" | while read -r patch; do
    patch --silent --strip=1 --directory="$tree" <"$tree/debian/patches/$patch"
  done
  cp "$tree/builds/msvc/version.h" "$tree/src/libsodium/include/sodium/version.h"
  rm -rf "$tree/test" "$tree/dist-build" "$tree/contrib" "$tree/builds"
  rm -rf "$SOURCE" && mv "$tree" "$SOURCE"
}

main() {
  local work=$TOOLCHAIN/libsodium.partial
  if [ "$(cat "$SOURCE/ready" 2>/dev/null)" = "$VERSION" ]; then return 0; fi
  say "Fetching libsodium $VERSION source into .toolchain/ (12 MB with Debian's source lists)"
  fetch "$work"
  unpack "$work"
  rm -rf "$work"
  printf '%s\n' "$VERSION" >"$SOURCE/ready"
}

main
