#!/usr/bin/env bash
# Every C++ file is as clang-format 19 writes it. Repair: tools/dev/format.sh
source "$(dirname "$0")/lib.sh"
for file in $(bash tools/dev/format.sh --list); do
  if clang-format-19 --dry-run -Werror "$file"; then count 1 0; else count 0 1; fi
done
report
