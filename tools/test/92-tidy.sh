#!/usr/bin/env bash
# The house rules a program can check (tests/tidy/rules.mjs), and that our scripts parse.
source "$(dirname "$0")/lib.sh"
run_node_test tests/tidy/rules.test.mjs tests/tidy/tidy.test.mjs
for script in dev .ci/run $(find tools -name '*.sh' | sort); do
  if bash -n "$script"; then count 1 0; else count 0 1; fi
done
report
