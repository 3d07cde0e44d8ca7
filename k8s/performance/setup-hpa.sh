#!/usr/bin/env bash
# Brings an environment onto a cluster, verifies it, or rolls the last setup back. Calls 'voiceassist' when it is installed; otherwise it needs
# nothing but kubectl, gzip and awk, and reads and writes the same setup records. VOICEASSIST_KUBECTL_ONLY=1 chooses kubectl by hand.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
readonly here
readonly manager=voiceassist
readonly kept_records=10

usage() {
  cat <<'TEXT'
Usage: setup-hpa.sh [install|verify|rollback|help] ENV [options]
       setup-hpa.sh ENV [options]                        the same as install

  install    prerequisites, difference, confirmation, namespace, Secret if it is missing, apply, rollout, verification
  verify     objects and drift, rollouts, autoscalers, disruption budgets, recommendations
  rollback   the state before the last setup; Namespace, Secrets and volumes stay unless --delete-data

Options:
  --context NAME          the kubeconfig context; must be given for prod unless somebody is there to confirm it
  --yes                   ask nothing
  --with-metrics-server   install Metrics Server where nothing serves its API
  --delete-data           rollback: also delete the namespace, Secrets and volumes that setup made

Exit codes: 0 done, 1 failed or not so, 2 wrong usage, 130 interrupted.
TEXT
}

if [[ -t 1 && -z ${NO_COLOR:-} ]]; then
  readonly red=$'\e[31m' green=$'\e[32m' yellow=$'\e[33m' plain=$'\e[0m'
else
  readonly red='' green='' yellow='' plain=''
fi

say() { printf '%s\n' "$*"; }
good() { printf '%s%s%s\n' "$green" "$*" "$plain"; }
note() { printf '%s%s%s\n' "$yellow" "$*" "$plain"; }
fail() { printf '%s%s%s\n' "$red" "$*" "$plain" >&2; exit 1; }
wrong() { printf '%s\n%s\n' "$*" "See 'setup-hpa.sh help'." >&2; exit 2; }

# shellcheck source=lib/records.sh
source "$here/lib/records.sh"
# shellcheck source=lib/verify.sh
source "$here/lib/verify.sh"

parse() {
  action=install environment='' context='' yes='' metrics_server='' delete_data=''
  if [[ ${1:-} == install || ${1:-} == verify || ${1:-} == rollback ]]; then
    action=$1
    shift
  fi

  while (($#)); do
    case $1 in
      --context) context=${2:-}; [[ -n $context ]] || wrong '--context needs a name.'; shift ;;
      --yes | -y) yes=1 ;;
      --with-metrics-server) metrics_server=1 ;;
      --delete-data) delete_data=1 ;;
      -*) wrong "Option '$1' is not known." ;;
      *) [[ -z $environment ]] || wrong "One environment at a time, not '$environment' and '$1'."; environment=$1 ;;
    esac
    shift
  done

  [[ -n $environment ]] || wrong 'Which environment?'
  [[ -f $here/rendered/$environment.yaml ]] || wrong "'$environment' is not published; there are $(cd "$here/rendered" && printf '%s ' *.yaml | sed 's/\.yaml//g')"
}

# The command does more and explains better; both leave the same records.
delegate() {
  local arguments=("$environment" --tree "$here")
  [[ -z $context ]] || arguments+=(--context "$context")
  case $action in
    verify) exec voiceassist verify "${arguments[@]}" ;;
    rollback) exec voiceassist rollback "${arguments[@]}" ${yes:+--yes} ${delete_data:+--delete-data} ;;
    *) exec voiceassist setup "${arguments[@]}" ${yes:+--yes} ${metrics_server:+--with-metrics-server} ;;
  esac
}

k() { kubectl ${context:+--context "$context"} "$@"; }
serves() { k get --raw "$1" >/dev/null 2>&1; }

ask() {
  [[ -z $yes ]] || return 0
  [[ -t 0 ]] || wrong "Nobody is there to answer '$1': give --yes."
  local answer
  read -r -p "$1 [y/N] " answer
  [[ $answer == y || $answer == yes ]]
}

connect() {
  command -v kubectl >/dev/null || fail 'kubectl is not installed: https://kubernetes.io/docs/tasks/tools/'
  if [[ -z $context && $action != verify && $environment == prod* ]]; then
    local current
    current=$(kubectl config current-context 2>/dev/null) || fail 'The kubeconfig has no current context; name one with --context.'
    [[ -t 0 ]] || wrong "$environment: name the context with --context $current."
    local answer
    read -r -p "'$environment' through context '$current'? Type its name: " answer
    [[ $answer == "$current" ]] || fail 'Not confirmed; nothing was changed.'
    context=$current
  fi

  local version
  version=$(k get --raw /version --request-timeout=10s 2>&1) || fail "No cluster: ${version##*$'\n'}"
  local minor needed
  minor=$(sed -n 's/.*"minor": *"\([0-9]*\).*/\1/p' <<<"$version")
  needed=$(sed -n 's/.*"minimumKubernetes": "1\.\([0-9]*\)".*/\1/p' "$here/plan/$environment.json")
  ((minor >= needed)) || fail "The cluster is Kubernetes 1.$minor; this tree needs 1.$needed or later."
  namespace=$(sed -n 's/^  "namespace": "\(.*\)",$/\1/p' "$here/plan/$environment.json")
}

# Whether an optional API answers in one of its versions, and says so: GROUP VERSION...
optional() {
  local version
  for version in "${@:2}"; do
    if serves "/apis/$1/$version"; then
      say "  $1: $version"
      return
    fi
  done
  note "  $1: absent"
  return 1
}

# A component goes on top of the overlay: COMPONENT WHAT. Where environments differ each has one of its own; where the tree has nothing to leave out there is none.
leave_out() {
  local name
  for name in "$1-$environment" "$1"; do
    if [[ -d $here/components/$name ]]; then
      components+=("$name")
      note "Left out: $2"
      return
    fi
  done
}

# Leaves out what this cluster lacks, each by itself: one metric that nobody answers blocks every scale-down.
render() {
  work=$(cd "$(mktemp -d)" && pwd -P)
  trap 'rm -rf "$work"' EXIT
  manifest=$here/rendered/$environment.yaml
  has_metrics='' has_vpa=''
  local components=() custom='' external=''
  say 'Optional APIs:'
  ! optional metrics.k8s.io v1beta1 || has_metrics=1
  ! optional custom.metrics.k8s.io v1beta2 v1beta1 || custom=1
  ! optional external.metrics.k8s.io v1beta1 || external=1
  ! optional autoscaling.k8s.io v1 || has_vpa=1
  optional monitoring.coreos.com v1 || leave_out without-prometheus-operator 'ServiceMonitors and alerts, nothing serves monitoring.coreos.com'
  # A ScaledObject needs both: without them the HPA takes its place.
  optional keda.sh v1alpha1 || ! grep -q '^kind: ScaledObject' "$manifest" || external=''
  [[ -n $has_vpa ]] || leave_out without-vpa 'vertical recommendations, nothing serves autoscaling.k8s.io'
  case $custom,$external in
    ,) leave_out resource-metrics-only 'custom and external metrics of the autoscalers, no server answers for them' ;;
    ,1) leave_out without-custom-metrics 'custom metrics of the autoscalers, no server answers for them' ;;
    1,) leave_out without-external-metrics 'external metrics of the autoscalers, no server answers for them' ;;
  esac

  if ((${#components[@]})); then
    # Kustomize takes no absolute paths: up to the root, then down.
    local tree
    tree=$(awk -F/ '{ for (i = 2; i <= NF; i++) printf "../" }' <<<"$work")${here#/}
    {
      printf 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n- %s/overlays/%s\ncomponents:\n' "$tree" "$environment"
      printf -- '- %s\n' "${components[@]/#/$tree/components/}"
    } >"$work/kustomization.yaml"
    kubectl kustomize "$work" >"$work/manifest.yaml"
    manifest=$work/manifest.yaml
  fi
}

# A key that ends in -api-keys holds client=SHA256 of the keys that open the gateway; the first client's stands beside it for who may read Secrets.
generate_secret() {
  local key value
  {
    printf 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: %s\n  namespace: %s\n  labels: {app.kubernetes.io/managed-by: voiceassist}\nstringData:\n' "$secret" "$namespace"
    while read -r key; do
      value=$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')
      if [[ $key == *-api-keys ]]; then
        printf '  operator-api-key: "%s"\n' "$value"
        value=operator=$(printf %s "$value" | sha256sum | cut -d ' ' -f 1)
      fi
      printf '  %s: "%s"\n' "$key" "$value"
    done < <(sed -n '/"keys": \[/,/\]/ s/^ *"\([a-z-]*\)",\{0,1\}$/\1/p' "$here/plan/$environment.json")
  } | k create --filename - >/dev/null
  say "  Secret $secret generated"
}

install() {
  connect
  say "Kubernetes of context ${context:-$(kubectl config current-context 2>/dev/null || printf 'in-cluster')}, namespace $namespace"
  render
  if [[ -z $has_metrics ]]; then
    if [[ -n $metrics_server ]]; then
      { cat "$manifest"; printf -- '---\n'; cat "$here/metrics-server.yaml"; } >"$work/with-metrics-server.yaml"
      manifest=$work/with-metrics-server.yaml
    else
      note 'Nothing serves metrics.k8s.io: no autoscaler by CPU or memory works. --with-metrics-server installs it.'
    fi
  fi

  secret=$(sed -n '/"secret": {/,/}/ s/^ *"name": "\(.*\)",$/\1/p' "$here/plan/$environment.json")
  new_namespace='' secret_exists=''
  if k get namespace "$namespace" >/dev/null 2>&1; then
    if k get secret "$secret" --namespace "$namespace" >/dev/null 2>&1; then
      secret_exists=1
    fi
    local difference=0
    k diff --server-side --field-manager "$manager" --filename "$manifest" || difference=$?
    ((difference <= 1)) || fail 'The difference could not be computed; nothing was changed.'
    if ((difference == 0)) && [[ -n $secret_exists ]]; then
      good 'Everything is as published: nothing to change.'
      verify_objects
      return
    fi
  else
    new_namespace=1
    say "Everything is new: $(objects "$manifest" | wc -l | tr -d ' ') objects"
  fi

  ask "Change namespace $namespace?" || fail 'Nothing was changed.'
  [[ -z $new_namespace ]] || printf 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: %s\n' "$namespace" | k create --filename - >/dev/null
  k apply --server-side --field-manager "$manager" --dry-run=server --filename "$manifest" >/dev/null || fail 'The cluster would refuse this; nothing but the namespace was changed.'
  record
  trap 'rm -rf "$work"; printf "%s\n" "Not finished. Undo it with: $0 rollback $environment" >&2' EXIT
  [[ -n $secret_exists ]] || generate_secret
  k apply --server-side --field-manager "$manager" --filename "$manifest"
  wait_rollouts
  k annotate secret "$record" --namespace "$namespace" --overwrite voiceassist.dev/state=complete >/dev/null
  trap 'rm -rf "$work"' EXIT
  local old
  while read -r old; do
    kn "$namespace" delete secret "$old" >/dev/null
  done < <(records | awk -v kept="$kept_records" '{ name[NR] = $1 } END { for (i = 1; i <= NR - kept; i++) print name[i] }')
  verify_objects
}

wait_rollouts() {
  local kind space name
  while read -r _ kind space name; do
    [[ $kind != Deployment && $kind != StatefulSet ]] || kn "$space" rollout status "$kind/$name" --timeout 10m
  done < <(objects "$manifest")
}

rollback() {
  connect
  local last
  last=$(records | awk '$2 != "rolled-back" { last = $1 } END { print last }')
  [[ -n $last ]] || fail "There is no setup to roll back in namespace $namespace."
  local entries
  entries=$(k get secret "$last" --namespace "$namespace" --output 'jsonpath={.data.entries}' | base64 -d)
  say "$last: $(grep -c ' created ' <<<"$entries" || true) objects were created, $(grep -c ' changed ' <<<"$entries" || true) changed"
  ask "Roll back $environment?" || fail 'Nothing was changed.'
  local index how api kind space name type managers
  while read -r index how api kind space name; do
    type=$(type_of "$api" "$kind")
    if [[ $how == changed ]]; then
      restore "$last" "$index" "$type" "$space" "$name"
    elif [[ -z $delete_data && ($kind == Namespace || $kind == Secret || $kind == PersistentVolumeClaim) ]]; then
      say "  $kind $name kept"
    else
      managers=$(kn "$space" get "$type" "$name" --ignore-not-found --show-managed-fields --output 'jsonpath={.metadata.managedFields[*].manager}')
      if [[ " $managers " == *" $manager "* || $kind == Secret || $kind == Namespace ]]; then
        kn "$space" delete "$type" "$name" --ignore-not-found
        # Its claims stay behind otherwise.
        [[ -z $delete_data || $kind != StatefulSet ]] || kn "$space" delete pvc --selector "app.kubernetes.io/name=$name"
      elif [[ -n $managers ]]; then
        note "  $kind $name stays: somebody else has made it anew"
      fi
    fi
  done < <(awk '{ lines[NR] = $0 } END { for (i = NR; i > 0; i--) print lines[i] }' <<<"$entries")
  if k get secret "$last" --namespace "$namespace" >/dev/null 2>&1; then
    k annotate secret "$last" --namespace "$namespace" --overwrite voiceassist.dev/state=rolled-back >/dev/null
  fi
  good "Rolled back $last of $environment."
}

if [[ $# -eq 0 || $1 == help || $1 == --help || $1 == -h ]]; then
  usage
  exit $(($# == 0 ? 2 : 0))
fi

parse "$@"
if [[ -z ${VOICEASSIST_KUBECTL_ONLY:-} ]] && command -v voiceassist >/dev/null; then
  delegate
fi

case $action in
  verify) connect; render; verify_objects ;;
  rollback) rollback ;;
  *) install ;;
esac
