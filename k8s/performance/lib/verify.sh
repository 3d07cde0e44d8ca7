# shellcheck shell=bash
# Whether the cluster is as published, with kubectl alone: the rules of VoiceAssist.Cli/Verify/Checks, as far as kubectl can tell. Sourced by setup-hpa.sh, which sets these:
: "${action:=}" "${namespace:=}" "${environment:=}" "${manifest:=}" "${has_vpa:=}" "${manager:=}"

holds() { say "ok $*"; }
breaks() { note "BROKEN $*"; broken=1; }

# A line for each object of a kind: KIND JSONPATH.
listed() {
  k get "$1" --namespace "$namespace" --selector app.kubernetes.io/part-of=voiceassist --output "jsonpath={range .items[*]}{.metadata.name}|$2{\"\n\"}{end}"
}

verify_objects() {
  local broken=0
  k diff --server-side --field-manager "$manager" --filename "$manifest" >/dev/null 2>&1 || breaks "drift: kubectl diff --server-side -f $manifest shows it"
  verify_rollouts
  verify_autoscalers
  verify_budgets
  [[ -z $has_vpa ]] || verify_recommendations
  if ((broken)); then
    note "$environment: not everything holds. Metrics take a few minutes after an install; look again with: $0 verify $environment"
    [[ $action == install ]] || exit 1
  else
    good "$environment: everything holds."
  fi
}

verify_rollouts() {
  local kind space name line
  while read -r _ kind space name; do
    if [[ $kind == Deployment || $kind == StatefulSet ]]; then
      line=$(kn "$space" rollout status "$kind/$name" --watch=false 2>&1) || true
      if [[ $line == *'successfully rolled out'* || $line == *'roll out complete'* || $line == *'rolling update complete'* ]]; then holds "$kind $name"; else breaks "$kind $name: $line"; fi
    fi
  done < <(objects "$manifest")
}

verify_autoscalers() {
  local lines name conditions
  lines=$(listed hpa '{range .status.conditions[*]}{.type}={.status} {end}') || breaks 'hpa: cannot be listed'
  while IFS='|' read -r name conditions; do
    [[ -n $name ]] || continue
    if [[ $conditions == *'AbleToScale=True'*'ScalingActive=True'* ]]; then holds "HorizontalPodAutoscaler $name: $conditions"; else breaks "HorizontalPodAutoscaler $name: ${conditions:-its controller has not looked at it yet}"; fi
  done <<<"$lines"
}

# A budget that blocks a drain on purpose says so in its description.
verify_budgets() {
  local lines name allowed healthy needed pods about evidence
  lines=$(listed pdb '{.status.disruptionsAllowed}|{.status.currentHealthy}|{.status.desiredHealthy}|{.status.expectedPods}|{.metadata.annotations.kubernetes\.io/description}') || breaks 'pdb: cannot be listed'
  while IFS='|' read -r name allowed healthy needed pods about; do
    [[ -n $name ]] || continue
    evidence="${allowed:-0} of ${pods:-0} pods may be disrupted, ${healthy:-0} healthy of ${needed:-0} needed"
    if ((${pods:-0} == 0)); then
      breaks "PodDisruptionBudget $name: its selector finds no pod"
    elif ((${healthy:-0} < ${needed:-0})); then
      breaks "PodDisruptionBudget $name: $evidence"
    elif ((${allowed:-0} > 0)); then
      holds "PodDisruptionBudget $name: $evidence"
    elif [[ $about == *'on purpose'* ]]; then
      holds "PodDisruptionBudget $name: $evidence; blocks a drain on purpose"
    else
      breaks "PodDisruptionBudget $name: $evidence: a drain waits for ever"
    fi
  done <<<"$lines"
}

verify_recommendations() {
  local lines name conditions targets
  lines=$(listed vpa '{range .status.conditions[*]}{.type}={.status} {end}|{range .status.recommendation.containerRecommendations[*]}{.containerName} {.target.cpu} / {.target.memory}; {end}') || breaks 'vpa: cannot be listed'
  while IFS='|' read -r name conditions targets; do
    [[ -n $name ]] || continue
    if [[ $conditions == *NoPodsMatched=True* || $conditions == *ConfigUnsupported=True* ]]; then
      breaks "VerticalPodAutoscaler $name: $conditions"
    elif [[ $conditions == *RecommendationProvided=True* ]]; then
      holds "VerticalPodAutoscaler $name: ${targets%; }"
    else
      breaks "VerticalPodAutoscaler $name: no recommendation yet; the recommender needs a few minutes of metrics"
    fi
  done <<<"$lines"
}
