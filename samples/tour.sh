#!/usr/bin/env bash
# The tour of the README as a script: bash samples/tour.sh [address]. Needs curl and node. It stops with an exit code other
# than 0 at the first answer it did not expect, and can be run again on the same server, which has to hold the sample catalogue.
# GPM_API_KEY holds a key of the server; a start in development prints one.
set -euo pipefail

server="${1:-http://localhost:5080}"
api="${server%/}/api/v1"
process=schluessel-ausgeben
authority=muster-bezirk-a
folder="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

source "$folder/samples/steps.sh"

# Sends the folder samples/catalogue as a form, each file under its path, and waits for the end of the import.
import_catalogue() {
  local form=() file id
  while IFS= read -r file; do
    form+=(-F "files=@$folder/samples/catalogue/$file;filename=$file")
  done < <(cd "$folder/samples/catalogue" && find . -name '*.json' | sed 's|^\./||' | sort)
  call 202 POST "/imports?$1" "${form[@]}"
  id="$(value a.id)"
  for _ in {1..150}; do
    call 200 GET "/imports/$id"
    case "$(value a.state)" in
      completed) return ;;
      failed) break ;;
    esac
    sleep 0.2
  done
  echo "FAILED: import $id did not complete" >&2
  cat "$work/body" >&2
  exit 1
}

counts='`${a.counts.created} created, ${a.counts.newVersion} new versions, ${a.counts.unchanged} unchanged, ${a.counts.rejected} rejected`'

call 200 GET "/processes?search=schluessel"
say "search" "$(value 'a.items.map(p => p.name).join(", ")')"

document="$folder/processes/facility-management/$process/ist-muster-bezirk-b.json"
call 201,409 POST "/processes/$process/models?stage=ist&authority=$authority" -H 'Content-Type: application/json' --data-binary "@$document"
recorded="$status"
call 200 GET "/processes/$process/models"
ist="$(value "a.find(m => m.authority === '$authority').id")"
soll="$(value "a.find(m => m.stage === 'soll').id")"
if [[ "$recorded" == 409 ]]; then
  # It was recorded before: go on with a new draft, or with the one that was left.
  call 201,409 POST "/models/$ist/draft" -H 'Content-Type: application/json' -d '{"note":"Neuer Stand"}'
fi
call 200 GET "/models/$ist"
version="$(value a.latestVersion)"
say "record" "Ist of $authority, version $version is a draft"

call 200 GET "/models/$ist/versions/$version/checks"
say "checks" "$(value '`${a.findings.length} findings, blocked: ${a.isBlocked}`')"

call 200 GET "/models/$ist/versions/$version"
call 200 POST "/models/$ist/freeze" -H "If-Match: $(etag)" -H 'Content-Type: application/json' -d '{"note":"Stand November"}'
say "freeze" "version $(value a.number) never changes"

compare="/comparisons?beforeModel=$ist&afterModel=$soll"
call 200 GET "$compare"
say "compare" "$(value '`${a.operations.length} changes, ${Math.round(100 * a.similarity)} % alike`')"
call 200 GET "$compare" -H 'Accept: text/markdown'
say "report" "$(head -n 1 "$work/body")"

# The policy field demands no co-signature (samples/agreement.sh shows one that does), so its coordination approves alone.
approve() {
  call 200 GET "/models/$soll/versions/1/life-cycle"
  [[ "$(value a.state)" == "$1" ]] || return 0
  call 200 POST "/models/$soll/versions/1/life-cycle" -H "If-Match: $(etag)" -H 'Content-Type: application/json' -d "{\"state\":\"$2\"}"
}
approve draft methodReview
approve methodReview approved
call 201,409 POST "/publications" -H 'Content-Type: application/json' -d "{\"modelId\":\"$soll\",\"version\":1,\"note\":\"Erste Fassung\"}"
if [[ "$status" == 409 && "$(value a.code)" != already-published ]]; then
  echo "FAILED: the Soll is not published" >&2
  cat "$work/body" >&2
  exit 1
fi
call 200 GET "/publications?process=$process&current=true"
publication="$(value 'a.items[0].id')"
say "publish" "$(value '`publication ${a.items[0].number} of version ${a.items[0].version}`')"
call 200 GET "/publications/$publication/package"
say "package" "$(wc -c <"$work/body" | tr -d ' ') bytes"

import_catalogue "dryRun=true"
say "dry run" "$(value "$counts")"
import_catalogue "note=Beispielkatalog"
say "import" "$(value "$counts")"
call 200 GET "/exports?policyField=buergerdienste"
say "export" "$(wc -c <"$work/body" | tr -d ' ') bytes"

call 200 GET "/audit/verification"
[[ "$(value a.brokenAt)" == null ]] || { echo "FAILED: the audit chain is broken" >&2; cat "$work/body" >&2; exit 1; }
say "audit" "$(value a.entries) entries, unbroken"
