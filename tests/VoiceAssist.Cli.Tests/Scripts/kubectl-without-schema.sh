#!/usr/bin/env bash
# The kubectl of this machine, without the client's validation: the API server of the tests has no OpenAPI schema. What kubectl would send as
# protobuf goes through a file as JSON, which is all that this server reads.
set -euo pipefail
case " $* " in
  *' create namespace '* | *' create secret '*) "$KUBECTL" "$@" --dry-run=client --output json | "$KUBECTL" create --validate=false --filename - ;;
  *' apply '* | *' create '* | *' replace '*) exec "$KUBECTL" "$@" --validate=false ;;
  *) exec "$KUBECTL" "$@" ;;
esac
