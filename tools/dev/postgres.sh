#!/usr/bin/env bash
# A private PostgreSQL cluster in a folder: nothing of the machine's own is used or changed. It is
# reached by a socket in that folder alone, which only its owner (and root) can enter.
#   postgres.sh start FOLDER [--fast]   makes it when it is not there, starts it, prints its URL;
#                                       --fast: without fsync, for tests
#   postgres.sh stop FOLDER
#   postgres.sh url FOLDER [DATABASE]
# Started by root it runs as the user postgres, for PostgreSQL refuses to run as root.
set -euo pipefail
cd "$(dirname "$0")/../.."

die() { echo "postgres.sh: $*" >&2; exit 1; }

[ $# -ge 2 ] || die "start FOLDER [--fast] | stop FOLDER | url FOLDER [DATABASE]"
verb=$1
mkdir -p "$2"
folder=$(cd "$2" && pwd)
socket=$folder/socket

# The newest of the installed ones; Debian keeps them off the PATH.
program() {
  local found
  found=$(compgen -G "/usr/lib/postgresql/*/bin/$1" | sort -V | tail -n 1 || true)
  [ -n "$found" ] || found=$(command -v "$1") ||
    die "$1 is not there. Install: apt-get install postgresql"
  printf '%s' "$found"
}

as_owner() {
  if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

url() { printf 'postgres://sealcart@/%s?host=%s\n' "${1:-sealcart}" "${socket//%/%25}"; }

make_cluster() {
  if [ "$(id -u)" = 0 ]; then
    chown postgres "$folder"
    as_owner test -w "$folder" ||
      die "the user postgres cannot reach $folder; move the checkout, or do not run as root"
  fi
  chmod 700 "$folder"
  as_owner mkdir -p -m 700 "$socket"
  as_owner "$(program initdb)" --pgdata "$folder/data" --username sealcart --encoding UTF8 \
    --locale C.UTF-8 --auth-local trust --auth-host reject >/dev/null
  as_owner tee -a "$folder/data/postgresql.conf" >/dev/null <<CONF
listen_addresses = ''
unix_socket_directories = '$socket'
max_connections = 50
CONF
}

start() {
  local extra=
  [ "${1:-}" != --fast ] || extra='-c fsync=off -c full_page_writes=off'
  [ ${#socket} -le 90 ] || die "the path $socket is too long for a socket"
  [ -e "$folder/data/PG_VERSION" ] || make_cluster
  as_owner "$(program pg_ctl)" --pgdata "$folder/data" --log "$folder/postgres.log" --wait \
    --options "$extra" start >/dev/null || { tail -n 5 "$folder/postgres.log" >&2; exit 1; }
  if ! as_owner "$(program psql)" -X -q -t -h "$socket" -U sealcart -d sealcart -c 'SELECT 1' \
    >/dev/null 2>&1; then
    as_owner "$(program createdb)" -h "$socket" -U sealcart sealcart
  fi
  url
}

case $verb in
  start) start "${3:-}" ;;
  stop) as_owner "$(program pg_ctl)" --pgdata "$folder/data" --mode fast --wait stop >/dev/null ;;
  url) url "${3:-}" ;;
  *) die "unknown: $verb" ;;
esac
