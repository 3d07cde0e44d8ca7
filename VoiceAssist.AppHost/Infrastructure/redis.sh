#!/bin/sh
# Becomes the embedded Redis: redis-server, or Garnet where that is not installed.
#
#   redis.sh PORT SERVER
#     PORT     port on 127.0.0.1
#     SERVER   redis-server or GarnetServer, a command or a path
#   REDIS_PASSWORD   in the environment, since arguments can be read by everyone; the server gets it through its stdin
#
# Both: 768 MB, then the least useful keys go; nothing is written to disk; a signal ends them at once (redis-server with exit code 0, Garnet
# by the signal itself, within 30 ms).
#
# Garnet 2.2.8:
# - its native build is up in 0.5 s on two idle cores and takes 80 MB; the memory is a limit, not a reservation
# - a full log drops its oldest records, which is as near to allkeys-lru as it comes
# - Lua is off unless asked for; --lua-transaction-mode makes a script atomic, as it is in Redis
# - page and index are sized for a laptop: 4 MB bounds one value, 16 MB of index hold a million keys and grow
# - its own RedisConf format neither unquotes values nor turns authentication on by requirepass; hence two configurations here
# - no streams; CONFIG GET maxmemory answers nothing
set -eu

fail() {
  echo "redis.sh: $*" >&2
  exit 1
}

[ $# -eq 2 ] || fail "expected PORT SERVER, got $# arguments"
port=$1 server=$2
case $port in '' | *[!0-9]*) fail "PORT is \"$port\", expected a number" ;; esac
command -v "$server" >/dev/null || fail "there is no $server: install redis-server, or build with AcquireLocalRuntime for Garnet"

password=${REDIS_PASSWORD:-}
unset REDIS_PASSWORD
newline='
'
[ -n "$password" ] || fail 'REDIS_PASSWORD is empty'
case $password in *"$newline"*) fail 'REDIS_PASSWORD must not contain a line break' ;; esac
# In redis.conf and in JSON a quoted string escapes the same two characters.
quoted=$(printf %s "$password" | sed 's/[\\"]/\\&/g')
unset password

case ${server##*/} in
  redis-server*)
    exec "$server" - <<CONF
bind 127.0.0.1
port $port
requirepass "$quoted"
maxmemory 768mb
maxmemory-policy allkeys-lru
save ""
appendonly no
daemonize no
CONF
    ;;
  GarnetServer*)
    # A file that is already deleted: Garnet cannot read its configuration from a pipe.
    umask 077
    file=$(mktemp)
    printf '{ "AuthenticationMode": "Password", "Password": "%s" }\n' "$quoted" >"$file"
    exec <"$file"
    rm "$file"
    exec "$server" --bind 127.0.0.1 --port "$port" --memory 768m --page 4m --index 16m --lua --lua-transaction-mode \
      --config-import-path /dev/stdin
    ;;
  *) fail "SERVER is $server, expected redis-server or GarnetServer" ;;
esac
