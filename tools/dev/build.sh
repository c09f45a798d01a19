# Configures and builds by preset, quietly. Sourced after common.sh; used by dev and the test steps.

# ready_preset PRESET: configures when it never was, when the presets changed since, or when the
# checkout was moved (a CMake cache does not survive that). Ninja notices everything else.
ready_preset() {
  local dir=$ROOT/build/$1 cache=$ROOT/build/$1/CMakeCache.txt
  if [ -f "$cache" ] && ! grep -qx "CMAKE_HOME_DIRECTORY:INTERNAL=$ROOT" "$cache"; then
    rm -rf "$dir"
  fi
  [ "$dir/build.ninja" -nt "$ROOT/CMakePresets.json" ] && return 0
  (cd "$ROOT" && watched "configure-$1" cmake --preset "$1") ||
    die "CMake could not configure the preset $1." "./dev doctor shows what is missing or old."
  touch "$dir/build.ninja"
}

# build_targets PRESET [TARGET]...: all targets of the preset when none is named.
build_targets() {
  local preset=$1 log
  shift
  ready_preset "$preset"
  log=build-$preset${1:+-${1//\//-}}
  (cd "$ROOT/build/$preset" && locked "$preset" watched "$log" ninja "$@") ||
    die "the preset $preset does not build." "The first error is above; repair it and run again."
}

# watched NAME COMMAND...: like logged, and on a terminal shows ninja's count in one moving line.
watched() {
  local name=$1 log=$LOGS/$1.log line
  shift
  mkdir -p "$LOGS"
  if [ ! -t 1 ]; then
    "$@" >"$log" 2>&1 </dev/null && return 0
  else
    "$@" 2>&1 </dev/null | tee "$log" | while IFS= read -r line; do
      if [[ $line == \[*/* ]]; then printf '\r\033[K  %.100s' "$line"; fi
    done && printf '\r\033[K' && return 0
    printf '\r\033[K'
  fi
  grep -m 5 -B 1 -A 4 -E 'error:|FAILED:|CMake Error|undefined (reference|symbol)' "$log" |
    grep -vE '^(: && |--$|[0-9]*-?-- )' | cut -c1-200 | head -n 30 | sed 's/^/  | /' >&2 || true
  warn "$name failed. The whole output is in build/logs/$name.log"
  return 1
}

build_all() {
  [ -d "$ROOT/build/native" ] || say "Compiling; the first time takes a few minutes"
  build_targets native programs
  build_targets wasm
  logged site bash "$ROOT/tools/dev/build-site.sh" ||
    die "the shop's pages could not be built." "The reason is above."
}
