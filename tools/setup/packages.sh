# The Debian packages each command needs, and their installation. Sourced after common.sh.
# "a|b": b will do when it is there already. A tool found on PATH also counts as installed.

RUN_PACKAGES=(
  ca-certificates g++ cmake ninja-build patch python3 xz-utils brotli esbuild
  clang-19 lld-19 llvm-19 node-acorn nodejs
  nlohmann-json3-dev libsodium-dev libsqlite3-dev libsqlitecpp-dev libpq-dev libssl-dev
  'libboost-dev|libboost1.81-dev' libspdlog-dev libfmt-dev libtomlplusplus-dev libcli11-dev
  libqrcodegencpp-dev prometheus-cpp-dev libmimalloc-dev
)
TEST_PACKAGES=(
  libgtest-dev googletest librapidcheck-dev libclang-rt-19-dev clang-format-19 clang-tidy-19 npm
  chromium firefox-esr postgresql
)
POSTGRES_PACKAGES=(postgresql)
BENCH_PACKAGES=(libbenchmark-dev valgrind)
FUZZ_PACKAGES=(libclang-rt-19-dev)
BROWSERS_PACKAGES=(chromium firefox-esr webkit2gtk-driver xvfb xauth)
DOCS_PACKAGES=(doxygen)

# packages_of GROUP...: the entries of these groups, one a line.
packages_of() {
  local group
  for group in "$@"; do
    local -n list=${group^^}_PACKAGES
    printf '%s\n' "${list[@]}"
  done
}

tool_of() {
  case $1 in
    nodejs) echo node ;;
    npm | cmake | esbuild | brotli | patch | python3 | chromium | firefox-esr) echo "$1" ;;
  esac
}

# missing_packages GROUP...: what apt still has to install. One dpkg-query for all of them.
missing_packages() {
  local installed entry tool
  installed=" $(dpkg-query -W -f '${db:Status-Status}:${Package}\n' 2>/dev/null |
    sed -n 's/^installed://p' | tr '\n' ' ')"
  while read -r entry; do
    tool=$(tool_of "$entry")
    if [ -n "$tool" ] && have "$tool"; then continue; fi
    if [[ $entry == *'|'* && $installed == *" ${entry#*|} "* ]]; then continue; fi
    if [[ $installed == *" ${entry%%|*} "* ]]; then continue; fi
    printf '%s\n' "${entry%%|*}"
  done < <(packages_of "$@" | awk '!seen[$0]++')
}

apt_install() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=120 \
    -o Acquire::Retries=3 install --yes --no-install-recommends "$@"
}

# apt's own forecast: "N newly installed … / Need to get … / … disk space will be used".
apt_forecast() {
  { apt-get -q -o Debug::NoLocking=1 install --assume-no --no-install-recommends "$@" </dev/null ||
    true; } 2>&1 |
    grep -E '^(E:|[0-9]+ upgraded|Need to get|After this operation)' || true
}

# install_packages GROUP...: says what and how big, then installs; silent when all is there.
install_packages() {
  local -a missing
  local forecast
  mapfile -t missing < <(missing_packages "$@")
  if [ "${#missing[@]}" = 0 ]; then return 0; fi
  have apt-get || die "missing here: ${missing[*]}" \
    "This set-up installs by apt; on another system install the like of these and run again."
  can_be_root || die "packages are missing, installing needs root, and there is no sudo here." \
    "As root: apt-get update && apt-get install --no-install-recommends ${missing[*]}"
  forecast=$(apt_forecast "${missing[@]}")
  if [[ $forecast == *E:* || -z $forecast ]]; then
    say "Reading Debian's package lists"
    logged apt-update as_root apt-get -q -o Acquire::Retries=3 update ||
      die "the package lists cannot be read." "Check the network, then run the same command again."
    forecast=$(apt_forecast "${missing[@]}")
  fi
  say "Installing by apt: ${missing[*]}"
  sed 's/^/    /' <<<"$forecast"
  logged apt-install apt_install "${missing[@]}" && return 0
  say "Once more with fresh package lists"
  logged apt-update as_root apt-get -q update || true
  logged apt-install apt_install "${missing[@]}" ||
    die "apt could not install: ${missing[*]}" "Run it again; it goes on where it stopped."
}
