# shellcheck shell=bash
# Setup records with kubectl alone: the same Secrets that 'voiceassist setup' writes (VoiceAssist.Cli/History/RecordSecret.cs).
# Sourced by setup-hpa.sh, which sets these:
: "${namespace:=}" "${environment:=}" "${manifest:=}" "${work:=}" "${new_namespace:=}" "${secret_exists:=}" "${secret:=}"

# One line for each object of the manifest: APIVERSION KIND NAMESPACE NAME, '-' for no namespace.
objects() {
  awk '
    function done() { if (kind != "") print api, kind, (space == "" ? "-" : space), name; api = kind = space = name = ""; meta = 0 }
    /^---/ { done(); next }
    /^apiVersion:/ { api = $2 }
    /^kind:/ { kind = $2 }
    /^[a-z]/ { meta = ($1 == "metadata:") }
    meta && /^  name:/ { name = $2 }
    meta && /^  namespace:/ { space = $2 }
    END { done() }' "$1"
}

# KIND.VERSION.GROUP names a resource without any doubt.
type_of() {
  local version=${1##*/} group=''
  [[ $1 != */* ]] || group=${1%%/*}
  printf '%s.%s.%s' "$2" "$version" "$group"
}

# kubectl in a namespace, '-' for none; away from the list that a loop reads.
kn() {
  local space=$1
  shift
  if [[ $space == - ]]; then k "$@" </dev/null; else k --namespace "$space" "$@" </dev/null; fi
}

records() {
  k get secrets --namespace "$namespace" --selector voiceassist.dev/record=setup \
    --output 'jsonpath={range .items[*]}{.metadata.name} {.metadata.annotations.voiceassist\.dev/state}{"\n"}{end}' 2>/dev/null | sort || true
}

encode() { base64 | tr -d '\n'; }

# The state before, as 'voiceassist setup' records it: see History/RecordSecret.cs.
record() {
  local last number scaled entries='' index=0
  last=$(records | tail -n 1 | sed 's/ .*//; s/.*-0*//')
  number=$((${last:-0} + 1))
  record=$(printf 'voiceassist-setup-%04d' "$number")
  scaled=$(k get hpa --namespace "$namespace" --output 'jsonpath={range .items[*]}{.spec.scaleTargetRef.kind}/{.spec.scaleTargetRef.name}{"\n"}{end}' 2>/dev/null || true)
  {
    printf 'apiVersion: v1\nkind: Secret\ntype: voiceassist.dev/setup-record\nmetadata:\n  name: %s\n  namespace: %s\n' "$record" "$namespace"
    printf '  labels: {app.kubernetes.io/managed-by: voiceassist, voiceassist.dev/record: setup}\n'
    printf '  annotations: {voiceassist.dev/state: pending, voiceassist.dev/environment: %s, voiceassist.dev/started: "%s"}\ndata:\n' "$environment" "$(date -u +%Y-%m-%dT%H:%M:%SZ)"
    local api kind space name before how edit
    while read -r api kind space name; do
      edit='/^        "resourceVersion":/d'
      ! grep -qx "$kind/$name" <<<"$scaled" || edit+='; s/^        "replicas": [0-9]*/        "replicas": -1/'
      before=$(kn "$space" get "$(type_of "$api" "$kind")" "$name" --output json --show-managed-fields --ignore-not-found | sed "$edit")
      [[ $kind != Namespace || -z $new_namespace ]] || before=''
      how=created
      if [[ -n $before ]]; then
        how=changed
        printf '  object-%d: %s\n' "$index" "$(gzip -9 <<<"$before" | encode)"
      fi
      entries+="$index $how $api $kind $space $name"$'\n'
      index=$((index + 1))
    done < <(objects "$manifest"; [[ -n $secret_exists ]] || printf 'v1 Secret %s %s\n' "$namespace" "$secret")
    printf '  entries: %s\n' "$(printf '%s' "$entries" | encode)"
  } >"$work/record.yaml"
  k create --filename "$work/record.yaml" >/dev/null
  say "  $record recorded"
}

# Gives an object its old state: RECORD INDEX TYPE NAMESPACE NAME.
restore() {
  local before replicas live drop='{"metadata":{"uid":null}}'
  before=$(k get secret "$1" --namespace "$namespace" --output "jsonpath={.data.object-$2}" </dev/null | base64 -d | gunzip)
  # An autoscaler owned the replicas: they stay as they are.
  if grep -Eq '"replicas": ?-1' <<<"$before"; then
    replicas=$(kn "$4" get "$3" "$5" --ignore-not-found --output 'jsonpath={.spec.replicas}')
    before=$(sed -E "s/\"replicas\": ?-1/\"replicas\": ${replicas:-1}/" <<<"$before")
  fi
  # One that was made anew has another uid, and as a Service addresses and ports of its own: what is not said, the server takes from the one there.
  live=$(kn "$4" get "$3" "$5" --ignore-not-found --output 'jsonpath={.metadata.uid}')
  if [[ -n $live && $before != *"$live"* ]]; then
    [[ $3 != Service.v1. ]] || drop='{"metadata":{"uid":null},"spec":{"clusterIP":null,"clusterIPs":null,"ipFamilies":null,"healthCheckNodePort":null}}'
    before=$(sed -E 's/"nodePort": ?[0-9]+/"nodePort": 0/' <<<"$before" | k patch --local --filename - --type merge --patch "$drop" --output json)
  fi
  if [[ -n $live ]]; then k replace --filename - <<<"$before"; else k create --filename - <<<"$before"; fi
}
