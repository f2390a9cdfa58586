#!/usr/bin/env bash
# Comparing over the API: bash samples/comparing.sh [address]. Two files, two versions, a decision about what corresponds, a change
# taken over, two who changed the same draft. Needs curl and node. It stops with an exit code other than 0 at the first answer it did
# not expect, and can be run again on the same server, which has to hold the sample catalogue.
set -euo pipefail

server="${1:-http://localhost:5080}"
api="${server%/}/api/v1"
process=schluessel-ausgeben
folder="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
source "$folder/samples/steps.sh"

json=(-H 'Content-Type: application/json')
files="$folder/processes/facility-management/$process"

call 200 POST /comparisons/files -F "before=@$files/ist-muster-bezirk-b.json" -F "after=@$files/soll.json"
say "files" "$(value '`${a.before.title} and ${a.after.title}: ${a.operations.length} changes, nothing stored`')"

call 200 GET "/processes/$process/models"
ist="$(value "a.find(m => m.authority === 'muster-bezirk-b').id")"
soll="$(value "a.find(m => m.stage === 'soll').id")"
pair="beforeModel=$ist&beforeVersion=1&afterModel=$soll&afterVersion=1"
call 200 GET "/comparisons?$pair"
tag="$(etag)"
call 304 GET "/comparisons?$pair" -H "If-None-Match: $tag"
say "versions" "known by its ETag: $status"

# A person says that the two do the same, whatever they are called.
call 200 GET "/comparisons?$pair"
decision="$(value 'JSON.stringify({same: [{beforeId: a.matches.at(-1).beforeId, afterId: a.matches.at(-1).afterId, note: "geprüft"}]})')"
call 200 GET "/comparisons/pins?$pair"
call 200 PUT "/comparisons/pins?$pair" "${json[@]}" -H "If-Match: $(etag)" -d "$decision"
say "decide" "$(value '`${a.pins.length} decision: ${a.pins[0].beforeName} = ${a.pins[0].afterName}`')"
call 200 GET "/comparisons?$pair" -H "If-None-Match: $tag"
say "compare" "$(value '`${a.matches.filter(m => m.evidence === "pinned").length} pinned, ${a.operations.length} changes`')"

call 200 GET /policy-fields/facility-management/terms
say "words" "$(value '`${a.groups.length} groups of words that mean the same, built in: ${a.isDefault}`')"

# One change of the Soll for the Ist: first what would come along, then the draft.
call 200 GET "/comparisons?$pair"
change="$(value 'JSON.stringify((o => ({key: o.key, digest: o.digest}))(a.operations.find(o => o.kind === "inserted") ?? a.operations[0]))')"
versions="\"before\":{\"modelId\":\"$ist\",\"version\":1},\"after\":{\"modelId\":\"$soll\",\"version\":1}"
call 200 POST /comparisons/drafts "${json[@]}" -d "{$versions,\"operations\":[$change],\"dryRun\":true}"
say "would take" "$(value '`${a.chosen.length} change and ${a.needed.length} it needs`')"
call 201,409 POST "/models/$ist/draft" "${json[@]}" -d '{}'
call 200 GET "/models/$ist"
version="$(value a.latestVersion)"
call 200 GET "/models/$ist/versions/$version"
begun="$(etag)"
cp "$work/body" "$work/own.json"
call 200,409 POST /comparisons/drafts "${json[@]}" -H "If-Match: $begun" -d "{$versions,\"operations\":[$change],\"note\":\"aus dem Soll\"}"
[[ "$status" == 200 ]] && say "take over" "$(value '`version ${a.draft.number} has ${a.draft.steps} steps`')" || say "take over" "$(value a.code): it was taken before"

# Somebody else began with the same draft, and is second: 412, then both in one.
call 200 GET "/models/$ist/versions/$version"
present="$(etag)"
call 412,200 PUT "/models/$ist/draft" "${json[@]}" -H "If-Match: $begun" --data-binary "@$work/own.json"
say "second" "$status"
call 200 GET "/models/$ist/versions/$version"
present="$(etag)"
{ printf '{"base":{"modelId":"%s","eTag":%s},"ours":{"document":' "$ist" "$(node -p 'JSON.stringify(process.argv[1])' "$begun")"; cat "$work/own.json"; printf '},"theirs":{"modelId":"%s"},"into":"%s"}' "$ist" "$ist"; } >"$work/merge.json"
call 200 POST /comparisons/merges "${json[@]}" -H "If-Match: $present" --data-binary "@$work/merge.json"
say "merge" "$(value '`${a.conflicts.length} conflicts, stored: ${a.isStored}`')"
