# Shared by dev and every script under tools/: where things are, how we talk, how we call apt.
# Sourced, never run. Needs bash, coreutils, apt and dpkg only: a bare Debian has no more.

ROOT=${ROOT:-$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)}
TOOLCHAIN=$ROOT/.toolchain
LOGS=$ROOT/build/logs
EMSCRIPTEN_VERSION=$(<"$ROOT/emsdk-version.txt")
export LC_ALL=C.UTF-8

say() { printf '%s\n' "· $*"; }
warn() { printf '%s\n' "! $*" >&2; }

# die MESSAGE [WHAT TO DO]...
die() {
  printf '%s\n' "✗ $1" >&2
  shift
  local line
  for line in "$@"; do printf '%s\n' "  $line" >&2; done
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# as_root COMMAND...: plain when we are root, through sudo otherwise.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}
can_be_root() { [ "$(id -u)" = 0 ] || have sudo; }

# logged NAME COMMAND...: output goes to build/logs/NAME.log; on failure its end is shown.
logged() {
  local name=$1 log=$LOGS/$1.log
  shift
  mkdir -p "$LOGS"
  if "$@" >"$log" 2>&1 </dev/null; then return 0; fi
  tail -n 25 "$log" | sed 's/^/  | /' >&2
  warn "$name failed. The whole output is in build/logs/$name.log"
  return 1
}

# locked WHAT COMMAND...: one at a time of WHAT in this checkout, so that two terminals, or two
# steps of the tests, do not build into each other.
locked() {
  local lock=$ROOT/build/.lock-$1
  shift
  have flock || { "$@" && return 0 || return; }
  mkdir -p "$ROOT/build"
  {
    if ! flock -n 8; then
      [ -n "${LOCK_SAID:-}" ] || say "Waiting for another ./dev in this checkout"
      LOCK_SAID=1
      flock 8
    fi
    "$@"
  } 8>"$lock"
}

os_field() { (
  . /etc/os-release 2>/dev/null || true
  printf '%s' "${!1:-}"
); }

# The address of this machine's own Debian archive, taken from its apt sources.
debian_mirror() {
  local codename
  codename=$(os_field VERSION_CODENAME)
  apt-get indextargets --format '$(RELEASE) $(REPO_URI)' 'Identifier: Packages' 2>/dev/null |
    while read -r release uri; do
      case $release in
        "$codename" | stable | oldstable | oldoldstable) printf '%s\n' "$uri" && break ;;
      esac
    done
}

# private_apt DIR ARGUMENTS...: apt-get over the source list DIR/sources.list with its own
# package lists, so that nothing in /etc or /var/lib/apt changes.
private_apt() {
  local dir=$1
  shift
  mkdir -p "$dir/lists/partial"
  apt-get -q -o Dir::State::Lists="$dir/lists" -o Dir::Etc::sourcelist="$dir/sources.list" \
    -o Dir::Etc::sourceparts=/dev/null -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= \
    -o Acquire::Languages=none -o Acquire::Retries=3 -o Debug::NoLocking=1 \
    -o APT::Sandbox::User="$(id -un)" "$@"
}

# keyring_option: the signed-by option of a source line, when the Debian key ring is there.
keyring_option() {
  local ring=/usr/share/keyrings/debian-archive-keyring.gpg
  if [ -e "$ring" ]; then printf '[signed-by=%s]' "$ring"; fi
}
