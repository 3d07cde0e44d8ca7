#!/bin/sh
# Runs the embedded Postgres in the foreground, as the orchestrator runs any executable.
#
#   postgres.sh HOME DATA PORT
#     HOME   directory with bin/, lib/, share/ of the server
#     DATA   data directory; created by the first start, kept by the next
#     PORT   port on 127.0.0.1
#   POSTGRES_PASSWORD   password of the superuser: in the environment, since arguments can be read by everyone
#   POSTGRES_USER       superuser (default: postgres)
#   POSTGRES_DB         database that exists once connections are accepted (default: the superuser's name)
#   (the names that the container image uses)
#
# SIGTERM, SIGINT and SIGHUP end it: sessions are cut off, everything is written, exit code 0. SIGKILL of this script does the same
# where setpriv exists (Linux): the kernel then tells Postgres.
# Postgres refuses to run as root. Run by root, this script starts it as user "postgres" or else "nobody", who must be able to enter
# every directory above HOME and DATA.
set -eu

fail() {
  echo "postgres.sh: $*" >&2
  exit 1
}

[ $# -eq 3 ] || fail "expected HOME DATA PORT, got $# arguments"
home=$1 data=$2 port=$3
user=${POSTGRES_USER:-postgres}
database=${POSTGRES_DB:-$user}
password=${POSTGRES_PASSWORD:-}
# Neither Postgres nor what it starts has any use for it.
unset POSTGRES_PASSWORD

newline='
'
[ -n "$password" ] || fail 'POSTGRES_PASSWORD is empty; it is the password of the superuser'
case "$user$database$password" in *"$newline"*) fail 'POSTGRES_USER, POSTGRES_DB and POSTGRES_PASSWORD must not contain a line break' ;; esac
case $port in '' | *[!0-9]*) fail "PORT is \"$port\", expected a number" ;; esac
case $home in /*) ;; *) fail "HOME is \"$home\", expected an absolute path" ;; esac
case $data in /*) ;; *) fail "DATA is \"$data\", expected an absolute path" ;; esac
[ -x "$home/bin/postgres" ] || fail "there is no Postgres in HOME: $home/bin/postgres"

# --- whom the server runs as -------------------------------------------------------------------------------------------------------------

account=
if [ "$(id -u)" -eq 0 ]; then
  command -v setpriv >/dev/null || fail 'Postgres does not run as root, and setpriv (util-linux) is not there to start it as another user'
  if id -u postgres >/dev/null 2>&1; then account=postgres; else account=nobody; fi
  uid=$(id -u "$account") gid=$(id -g "$account")
fi

# Becomes a command of the server's user that gets a signal when this script is killed.
exec_server() {
  death=$1
  shift
  command -v setpriv >/dev/null || exec "$@"
  set -- --pdeathsig "$death" "$@"
  if [ -n "$account" ]; then set -- --reuid "$uid" --regid "$gid" --clear-groups "$@"; fi
  exec setpriv "$@"
}

server() (
  exec_server "$@"
)

# Says which directory keeps the server's user out of a path.
require_access() {
  if [ -z "$account" ] || server KILL test "$1" "$2"; then return; fi
  server KILL true || fail "this process may not become user \"$account\" (uid $uid): run it as an ordinary user instead of root"
  path=$2 closed=$2
  while [ "$path" != / ]; do
    path=$(dirname "$path")
    server KILL test -x "$path" || closed=$path
  done
  fail "Postgres runs as user \"$account\", who may not use $2: $closed is closed to that user (chmod a+rx, or choose another place: VOICEASSIST_CACHE for the server)"
}

own() {
  [ -z "$account" ] || chown -R "$uid:$gid" "$1"
}

# The working directory we were started in may be closed to the server's user.
cd /
require_access -x "$home/bin/postgres"

# --- first start -------------------------------------------------------------------------------------------------------------------------

# Runs SQL, one statement a line from stdin, without opening a port. Its exit code says nothing about the statements. Statements
# hold the password, so a failing one must not be logged.
single_user() {
  server KILL "$home/bin/postgres" --single -D "$1" -c log_min_error_statement=panic postgres
}

quoted() { printf %s "$2" | sed "s/$1/&&/g"; }

fingerprint() {
  salt=$1
  printf '%s\n' "$salt" "$user" "$database" "$password" | { sha256sum 2>/dev/null || shasum -a 256; } | { read -r hash _ && echo "$salt $hash"; }
}

# Gives the superuser this password and creates the database. Both exist already when only one of them has changed.
apply_credentials() {
  name=$(quoted '"' "$user") literal=$(quoted "'" "$user") db=$(quoted '"' "$database") db_literal=$(quoted "'" "$database") secret=$(quoted "'" "$password")
  said=$(single_user "$1" <<SQL 2>&1
DO \$do\$ BEGIN CREATE ROLE "$name" SUPERUSER LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END \$do\$
ALTER ROLE "$name" SUPERUSER LOGIN PASSWORD '$secret'
CREATE DATABASE "$db" OWNER "$name"
SELECT 'applied' AS outcome FROM pg_authid, pg_database WHERE rolname = '$literal' AND rolpassword LIKE 'SCRAM-SHA-256%' AND datname = '$db_literal'
SQL
  ) || fail "Postgres could not set the password and create database \"$database\": $said"
  case $said in
    *'outcome = "applied"'*) ;;
    *) fail "Postgres did not set the password and create database \"$database\": $said" ;;
  esac
  fingerprint "$(od -An -N8 -tx8 /dev/urandom | tr -d ' ')" >"$1/credentials.tmp"
  mv "$1/credentials.tmp" "$1/credentials"
}

# Everything happens under another name: DATA is a complete cluster or does not exist. The name is this run's own, since children of an
# initdb that was killed may write for a moment longer.
create_cluster() {
  new=$data.new.$$
  (
    # The server's user must be able to pass through what is created here.
    [ -z "$account" ] || umask 022
    mkdir -p "$(dirname "$data")"
  )
  [ ! -d "$data" ] || rmdir "$data" 2>/dev/null || fail "DATA is not empty and no Postgres cluster: $data"
  rm -rf "$data".new.* 2>/dev/null || :
  mkdir -m 700 "$new"
  own "$new"
  require_access -w "$new"
  # No password yet, so nobody is let in yet.
  said=$(server KILL "$home/bin/initdb" -D "$new" -U "$user" --auth=reject --encoding=UTF8 --locale=C --no-sync --no-instructions 2>&1) \
    || fail "initdb failed: $said"
  printf 'host all all 127.0.0.1/32 scram-sha-256\n' >"$new/pg_hba.conf"
  apply_credentials "$new"
  mv "$new" "$data"
}

umask 077
if [ -f "$data/PG_VERSION" ]; then
  read -r found <"$data/PG_VERSION"
  major=$("$home/bin/postgres" --version | sed 's/.* \([0-9]*\)\..*/\1/')
  [ "$found" = "$major" ] \
    || fail "DATA was written by PostgreSQL $found and this is PostgreSQL $major: dump it with the old server, or remove it to start empty ($data)"
  # An earlier run may have been another user's.
  # shellcheck disable=SC2012 # stat differs between systems; only the owner is read, never a name
  [ -z "$account" ] || [ "$(ls -ldn "$data" | awk '{ print $3 }')" = "$uid" ] || own "$data"
  require_access -w "$data"
  known=$(cat "$data/credentials" 2>/dev/null || :)
  if [ "$(fingerprint "${known%% *}")" != "$known" ]; then apply_credentials "$data"; fi
else
  create_cluster
fi
unset password secret

# --- the server --------------------------------------------------------------------------------------------------------------------------

# TERM alone would wait for clients to leave (and INT alone is ignored until Postgres has its handlers: shells start background
# commands so). Postgres takes the stronger one.
stop() {
  signaled=1 stopping=1
  [ -z "$pid" ] || kill -TERM "$pid" 2>/dev/null || :
  [ -z "$pid" ] || kill -INT "$pid" 2>/dev/null || :
}

pid='' stopping='' signaled='' status=0
trap stop TERM INT HUP

# Data survives: fsync stays on. No socket file, no replication; the log goes to stderr. The shell in between sees to the moment before
# the kernel was asked for the signal: a script that is gone by then is no longer the parent.
# shellcheck disable=SC2016 # expanded by the inner shell
exec_server INT sh -c '[ "$PPID" -eq "$1" ] && shift && exec "$@"' sh "$$" \
  "$home/bin/postgres" -D "$data" \
  -c listen_addresses=127.0.0.1 -c port="$port" -c unix_socket_directories= \
  -c max_connections=100 -c wal_level=minimal -c max_wal_senders=0 -c jit=off \
  -c logging_collector=off -c log_checkpoints=off -c log_timezone=UTC -c 'log_line_prefix=%m [%p] ' &
pid=$!
[ -z "$stopping" ] || stop

# A signal ends wait before the server has ended.
while
  signaled=''
  wait "$pid" && code=0 || code=$?
  # 127: had been waited for already
  [ "$code" -eq 127 ] || status=$code
  [ -n "$signaled" ]
do :; done

# 143: stopped before it was Postgres.
if [ -n "$stopping" ] && [ "$status" -eq 143 ]; then status=0; fi
exit "$status"
