#!/usr/bin/env bash
# A kubectl for tests: records each call as a line of $CALLS, what it is given to read in $CALLS.stdin, and answers from $ANSWERS/NAME,
# where NAME is the call with everything but letters and digits replaced by '-'. A file NAME.code holds the exit code.
set -euo pipefail
printf '%s\n' "$*" >>"$CALLS"
if [[ $* == *'--filename -'* ]]; then
  cat >>"$CALLS.stdin"
elif [[ $1 == kustomize ]]; then
  cat "$2/kustomization.yaml" >>"$CALLS.stdin"
fi

name=$(printf '%s' "$*" | sed "s#$TREE##g" | tr -c 'a-zA-Z0-9' '-')
for answer in "$ANSWERS"/*; do
  base=$(basename "$answer")
  if [[ $base != *.code && $name == "$base"* ]]; then
    cat "$answer"
    [[ ! -f $answer.code ]] || exit "$(cat "$answer.code")"
    exit 0
  fi
done
