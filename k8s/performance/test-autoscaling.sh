#!/usr/bin/env bash
# Puts load on an environment and watches its autoscalers. Calls 'voiceassist' when it is installed; otherwise it needs kubectl and hey alone.
# VOICEASSIST_KUBECTL_ONLY=1 chooses these by hand.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly here
readonly workers=50 every=${TEST_SAMPLE_SECONDS:-15} most_misses=4
readonly job='{"text":"set a timer for five minutes"}'

usage() {
  cat <<'TEXT'
Usage: test-autoscaling.sh ENV [api|worker|all] [options]

  api      requests on the gateway
  worker   jobs on the queue, through the gateway
  all      both at once (the default)

Options:
  --for TIME         how long the load lasts: 90s, 10m, 1h; default 10m
  --cool-down TIME   how long it watches afterwards; default 5m
  --rate N           requests per second on the gateway; default 300
  --job-rate N       spoken commands per second for the worker; default 30
  --url URL          the gateway's address; default: a port-forward, which with kubectl alone reaches a single pod
  --context NAME     the kubeconfig context; must be given for prod unless somebody is there to confirm it
  --reports FOLDER   where the report is written; default reports

The API key is taken from the variable VOICEASSIST_API_KEY, else it is the one that setup made, where you may read the Secret. hey takes it on
its command line only, where other users of this machine can see it while the test runs; voiceassist does not.

Exit codes: 0 done, 1 failed or never scaled up, 2 wrong usage, 130 interrupted.
TEXT
}

if [[ -t 1 && -z ${NO_COLOR:-} ]]; then
  readonly red=$'\e[31m' green=$'\e[32m' yellow=$'\e[33m' plain=$'\e[0m'
else
  readonly red='' green='' yellow='' plain=''
fi

say() { printf '%s\n' "$*"; }
note() { printf '%s%s%s\n' "$yellow" "$*" "$plain"; }
fail() { printf '%s%s%s\n' "$red" "$*" "$plain" >&2; exit 1; }
wrong() { printf '%s\n%s\n' "$*" "See 'test-autoscaling.sh help'." >&2; exit 2; }

# seconds TIME: writes them to 'answer'.
seconds() {
  [[ $1 =~ ^([0-9]{1,5})(s|m|h)$ ]] || wrong "'$1' is not a time; give one such as 90s, 10m or 1h."
  case ${BASH_REMATCH[2]} in
    s) answer=${BASH_REMATCH[1]} ;;
    m) answer=$((BASH_REMATCH[1] * 60)) ;;
    h) answer=$((BASH_REMATCH[1] * 3600)) ;;
  esac
}

rate() { [[ $1 =~ ^[1-9][0-9]{0,4}$ ]] || wrong "'$1' is not a rate; give requests per second, 1 to 99999."; }

parse() {
  environment='' what='' context='' url='' load_time=10m cool_time=5m api_rate=300 job_rate=30 reports=reports
  while (($#)); do
    case $1 in
      --for | --cool-down | --rate | --job-rate | --url | --context | --reports)
        [[ -n ${2:-} ]] || wrong "$1 needs a value."
        case $1 in
          --for) load_time=$2 ;;
          --cool-down) cool_time=$2 ;;
          --rate) rate "$2"; api_rate=$2 ;;
          --job-rate) rate "$2"; job_rate=$2 ;;
          --url) url=${2%/} ;;
          --context) context=$2 ;;
          --reports) reports=$2 ;;
        esac
        shift
        ;;
      -*) wrong "Option '$1' is not known." ;;
      *)
        if [[ -z $environment ]]; then environment=$1
        elif [[ -z $what ]]; then what=$1
        else wrong "'$1' is one argument too many."; fi
        ;;
    esac
    shift
  done

  [[ -n $environment ]] || wrong 'Which environment?'
  [[ -f $here/rendered/$environment.yaml ]] || wrong "'$environment' is not published; there are $(cd "$here/rendered" && printf '%s ' *.yaml | sed 's/\.yaml//g')"
  what=${what:-all}
  [[ $what == api || $what == worker || $what == all ]] || wrong "'$what' cannot be tested; there are api, worker and all."
  seconds "$load_time"; load_seconds=$answer
  seconds "$cool_time"; cool_seconds=$answer
  space=voiceassist-$environment
}

# The command sends an open load, compares with the simulator and judges by thresholds.
delegate() {
  local arguments=(--tree "$here" --for "$load_time" --cool-down "$cool_time" --rate "$api_rate" --job-rate "$job_rate" --reports "$reports")
  [[ -z $context ]] || arguments+=(--context "$context")
  [[ -z $url ]] || arguments+=(--url "$url")
  exec voiceassist test "$environment" "$what" "${arguments[@]}"
}

k() { kubectl ${context:+--context "$context"} "$@"; }

confirm_context() {
  [[ $environment == prod && -z $context ]] || return 0
  local current answer
  current=$(k config current-context) || fail 'There is no current context; name one with --context.'
  [[ -t 0 ]] || wrong "prod: name the context with --context $current."
  read -r -p "Put load on prod through context '$current'? Type its name: " answer
  [[ $answer == "$current" ]] || fail 'Not confirmed; nothing was done.'
}

# The first is the pause between two looks.
pids=(0)
folder=''

# However it ends: nothing of ours goes on, and the line of a table is whole.
clean_up() {
  local code=$? pid
  trap - EXIT INT TERM
  for pid in "${pids[@]}"; do ((pid == 0)) || kill "$pid" 2>/dev/null || true; done
  wait
  [[ -z $folder || ! -f $folder/port-forward ]] || rm -f "$folder/port-forward"
  exit "$code"
}

forward() {
  : >"$folder/port-forward"

  # Not by 'k': a function in the background is a shell around kubectl, and ending it would leave kubectl.
  kubectl ${context:+--context "$context"} port-forward -n "$space" service/voiceassist-server :http >"$folder/port-forward" 2>&1 &
  pids+=($!)
  local tries alive=1
  for ((tries = 0; tries < 60 && alive; tries++)); do
    # Asked before its text is read: what it wrote at its end is not missed.
    kill -0 "$!" 2>/dev/null || alive=0
    if [[ $(<"$folder/port-forward") =~ 127\.0\.0\.1:([0-9]+) ]]; then
      url=http://127.0.0.1:${BASH_REMATCH[1]}
      return
    fi

    sleep 0.5
  done

  fail "The gateway cannot be reached: $(<"$folder/port-forward")"
}

# find_key: writes the headers of every request to 'headers'.
find_key() {
  local key=${VOICEASSIST_API_KEY:-}
  if [[ -z $key ]]; then key=$(k get secret voiceassist-secrets -n "$space" -o 'jsonpath={.data.operator-api-key}' 2>/dev/null | base64 -d 2>/dev/null) || key=''; fi
  if [[ -n $key ]]; then headers=(-H "Authorization: Bearer $key"); else headers=(); fi
}

# A request for a job that exists does what the gateway does for a living.
find_job() {
  path=/ready
  command -v curl >/dev/null || { note 'curl is not installed: requests go to /ready.'; return; }
  local answer
  answer=$(printf '%s\n' "${headers[@]:1}" | curl -fsS -o /dev/null -D - -m 30 -H @- -H 'content-type: application/json' -d "$job" "$url/v1/jobs") \
    || fail "The gateway at $url takes no job: is the API key right (VOICEASSIST_API_KEY)?"
  path=$(sed -n 's/^[Ll]ocation: *\([^[:space:]]*\).*/\1/p' <<<"$answer")
  [[ -n $path ]] || fail "The gateway at $url answers no location of a job."
}

# start_load NAME RATE ARGUMENTS...: hey holds back when answers are late; the command above does not.
start_load() {
  local name=$1 per_worker
  per_worker=$(awk -v rate="$2" -v workers="$workers" 'BEGIN { printf "%.3f", rate / workers }')
  hey -z "${load_seconds}s" -c "$workers" -q "$per_worker" "${headers[@]}" "${@:3}" >"$folder/$name.txt" 2>&1 &
  pids+=($!)
}

readonly columns='{range .items[*]}{.metadata.name}{"|"}{.spec.scaleTargetRef.name}{"|"}{.spec.minReplicas}{"|"}{.status.currentReplicas}{"|"}{.status.desiredReplicas}{"|"}{range .status.currentMetrics[*]}{.resource.name}{.pods.metric.name}{.external.metric.name}{"="}{.resource.current.averageUtilization}{.pods.current.averageValue}{.external.current.averageValue}{.external.current.value}{" "}{end}{"\n"}{end}'
readonly pods='{range .items[*]}{.metadata.name}{"|"}{.status.readyReplicas}{"\n"}{end}'

declare -A first most last minimum grew_at back_at
misses=0

# look TIME: one line for each autoscaler. What was seen is kept in variables; an exit status is no place for a number of pods.
look() {
  local table ready name target low current desired metrics running
  if ! table=$(k get hpa -n "$space" -o "jsonpath=$columns" 2>&1) || ! ready=$(k get deployments -n "$space" -o "jsonpath=$pods" 2>&1); then
    misses=$((misses + 1))
    note "$(printf '%5ss' "$1")  no answer: ${table##*$'\n'}"
    ((misses < most_misses)) || fail 'The connection to the cluster is lost.'
    return 0
  fi

  misses=0
  while IFS='|' read -r name target low current desired metrics; do
    [[ -n $name ]] || continue
    running=$(awk -F'|' -v name="$target" '$1 == name { print $2 + 0 }' <<<"$ready")
    printf '%5ss  %-24s %3s ready  %3s current  %3s desired   %s\n' "$1" "$target" "${running:-0}" "${current:-0}" "${desired:-0}" "$metrics"
    printf '%s,%s,%s,%s,%s,"%s"\n' "$1" "$target" "${running:-0}" "${current:-0}" "${desired:-0}" "$metrics" >>"$folder/samples.csv"
    desired=${desired:-0} low=${low:-1}
    first[$target]=${first[$target]:-$desired}
    minimum[$target]=$low
    last[$target]=$desired
    ((desired <= ${most[$target]:-0})) || most[$target]=$desired
    if ((desired > ${first[$target]})) && [[ -z ${grew_at[$target]:-} ]]; then grew_at[$target]=$1; fi
    if ((desired > low)); then back_at[$target]=''; elif (($1 > load_seconds)) && [[ -z ${back_at[$target]:-} ]]; then back_at[$target]=$1; fi
  done <<<"$table"
}

watch_until() {
  while ((SECONDS - start < $1)); do
    look "$((SECONDS - start))"

    # A signal ends 'wait' at once, but not a program in the foreground.
    sleep "$every" &
    pids[0]=$!
    wait "$!"
  done
}

# report: a table, and hey's own figures; fails when what was under load never grew.
report() {
  local target grew=0
  {
    printf '# Load test of %s (%s)\n\n' "$environment" "$what"
    printf 'Load for %s, then %s of cool-down; measured with kubectl and hey.\n\n' "$load_time" "$cool_time"
    printf '| workload | first | most | last | grew after | back at the minimum |\n|---|---|---|---|---|---|\n'
    for target in "${!first[@]}"; do
      printf '| %s | %s | %s | %s | %s | %s |\n' "$target" "${first[$target]}" "${most[$target]:-${first[$target]}}" "${last[$target]}" \
        "${grew_at[$target]:+${grew_at[$target]} s}" "${back_at[$target]:+${back_at[$target]} s}"
    done
    for target in api worker; do
      [[ ! -f $folder/$target.txt ]] || printf '\n## hey: %s\n\n%s\n' "$target" "$(sed 's/^/    /' "$folder/$target.txt")"
    done
  } >"$folder/report.md"
  say "Report: $folder/report.md"
  for target in "${under_load[@]}"; do
    if [[ -n ${grew_at[$target]:-} ]]; then
      say "${green}$target grew from ${first[$target]} to ${most[$target]} after ${grew_at[$target]} s.${plain}"
      [[ -n ${back_at[$target]:-} ]] || note "$target was not back at its minimum of ${minimum[$target]} within the cool-down; it takes its time by design. See it with a longer --cool-down."
    else
      printf '%s%s never grew.%s\n' "$red" "$target" "$plain" >&2
      grew=1
    fi
  done
  return "$grew"
}

main() {
  if [[ $# -eq 0 ]]; then usage >&2; exit 2; fi
  if [[ $1 == help || $1 == --help || $1 == -h ]]; then usage; exit 0; fi
  parse "$@"
  if [[ -z ${VOICEASSIST_KUBECTL_ONLY:-} ]] && command -v voiceassist >/dev/null; then delegate; fi
  command -v kubectl >/dev/null || fail 'kubectl is not installed.'
  command -v hey >/dev/null || fail 'hey is not installed: see github.com/rakyll/hey, or install voiceassist, which needs neither.'
  confirm_context
  k get --raw /version >/dev/null || exit 1

  folder=$reports/$(date -u +%Y%m%d-%H%M%S)-$environment
  mkdir -p "$folder"
  trap clean_up EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  printf 'seconds,workload,ready,current,desired,metrics\n' >"$folder/samples.csv"
  [[ -n $url ]] || forward
  find_key

  under_load=()
  start=$SECONDS
  look 0
  if [[ $what != worker ]]; then
    find_job
    start_load api "$api_rate" "$url$path"
    under_load+=(voiceassist-server)
  fi

  if [[ $what != api ]]; then
    start_load worker "$job_rate" -m POST -T audio/wav -D "$here/lib/command.wav" "$url/v1/jobs"
    under_load+=(voiceassist-worker)
  fi

  start=$SECONDS
  watch_until "$load_seconds"
  say 'Cool-down.'
  watch_until "$((load_seconds + cool_seconds))"
  report
}

main "$@"
