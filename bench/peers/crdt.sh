#!/usr/bin/env bash
# The replicated cart beside libraries of replicated data on the peers' own task (../shared/peers,
# E-crdt), each in fresh processes, interleaved.
#   crdt.sh [REPETITIONS] [packages]: also the npm packages of bench/peers/package.json
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
peers=$root/../shared/peers
work=$root/build/peers
repetitions=${1:-3}
packages=${2:-}

if [ ! -d "$peers" ]; then
  echo '(no ../shared/peers beside the repository: our own figures alone)'
  exec node --no-warnings "$root/bench/peers/sealcart-crdt.mjs"
fi
mkdir -p "$work/results"
for part in E-crdt lib; do
  cp -r --no-preserve=mode "$peers/$part" "$work/"
done
contenders="'lww-js'"
if [ "$packages" = packages ]; then contenders+=", 'yjs', 'loro', 'automerge'"; fi
cd "$work/E-crdt"
cat >ours.mjs <<END
import { multi } from '../lib/bench.mjs';
const theirs = [$contenders].map((name) => ({ args: ['one.mjs', name] }));
const ours = { args: ['$root/bench/peers/sealcart-crdt.mjs'] };
const { rows, noise } = multi([ours, ...theirs], Number(process.argv[2]), { log: false });
for (const [name, row] of Object.entries(rows)) console.log(name, JSON.stringify(row));
console.log('noise', JSON.stringify(noise));
END
NODE_NO_WARNINGS=1 node ours.mjs "$repetitions"
