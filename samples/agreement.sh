#!/usr/bin/env bash
# How authorities agree on a Soll: bash samples/agreement.sh [address]. Needs curl and node. An administrator sets up a policy field and
# invites people; its coordination opens a review; a Senate administration comments, a district objects to a single difference; the
# coordination changes the Soll; everybody is asked only about what is new; the quorum is reached and the minutes are printed.
# GPM_API_KEY holds a key that may do everything; a start in development prints one. Each run makes a policy field of its own.
set -euo pipefail

server="${1:-http://localhost:5080}"
api="${server%/}/api/v1"
folder="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
models="$folder/processes/facility-management/stoerungsmeldung-bearbeiten"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

source "$folder/samples/steps.sh"

run="$(node -p 'Date.now().toString(36)')"
field="muster-feld-$run"
process="stoerungsmeldung-$run"
json=(-H 'Content-Type: application/json')

# invite <person> <role>[,<role>…]: makes an account, and takes the one-time link as the person would.
invite() {
  local person="$1" roles="$2"
  as administrator
  call 201 POST /accounts "${json[@]}" -d "{\"email\":\"$person-$run@example.org\",\"name\":\"Beispiel ($person)\",\"roles\":[$roles]}"
  printf '{"token":"%s","password":"ein langes Kennwort für %s"}' "$(value a.token)" "$person" >"$work/accept"
  as "$person"
  call 204 POST /invitations/accept "${json[@]}" --data-binary "@$work/accept"
}

# as <person>: the next calls are that person's; the administrator uses the key.
as() { if [[ "$1" == administrator ]]; then who=(-H "Authorization: Bearer $GPM_API_KEY"); else who=(-b "$work/$1.cookies" -c "$work/$1.cookies"); fi; }

# position <authority> <stance> [<reason> [<difference>]]: what the authority says in the present round.
position() {
  call 200 GET "/reviews/$review"
  node -e 'const [authority, stance, reason, difference] = process.argv.slice(2);
    const { round } = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
    console.log(JSON.stringify({ authority, round, stance, reason: reason || null, difference: difference ? JSON.parse(difference) : null }));' \
    "$work/body" "$@" >"$work/position"
  call 200 POST "/reviews/$review/positions" "${json[@]}" --data-binary "@$work/position"
}

reviewers='a.reviewers.map(r => `${r.authority}: ${r.stance ?? "open"}`).join(", ")'

# The policy field: what it demands, and who works in it.
as administrator
call 201,409 POST /authorities "${json[@]}" -d '{"key":"muster-senatsverwaltung","name":"Muster-Senatsverwaltung","kind":"senateAdministration"}'
call 201 POST /policy-fields "${json[@]}" -d "{\"key\":\"$field\",\"name\":\"Muster-Feld\"}"
call 201 POST /process-groups "${json[@]}" -d "{\"key\":\"gruppe-$run\",\"name\":\"Muster-Gruppe\",\"policyField\":\"$field\"}"
call 201 POST /processes "${json[@]}" -d "{\"key\":\"$process\",\"policyField\":\"$field\",\"group\":\"gruppe-$run\",\"content\":{\"name\":\"Störungsmeldung bearbeiten\"}}"
call 200 PUT "/policy-fields/$field/quorum" -H 'If-Match: "0"' "${json[@]}" -d '{"rule":{"parts":[
  {"name":"Senatsverwaltungen","authorities":["muster-senatsverwaltung"]},
  {"name":"Bezirke","authorities":["muster-bezirk-a","muster-bezirk-b","muster-bezirk-c"],"atLeast":2}],"silenceCounts":false,"objectionsBlock":true}}'
say "quorum" "$(value 'a.rule.parts.map(p => `${p.name}: ${p.atLeast ?? "all"} of ${p.authorities.length}`).join(", ")')"
invite koordination "{\"role\":\"fieldCoordination\",\"policyField\":\"$field\"}"
invite senat "{\"role\":\"senateCoordination\",\"policyField\":\"$field\",\"authority\":\"muster-senatsverwaltung\"}"
for district in a b c; do invite "leitung-$district" "{\"role\":\"authorityLead\",\"authority\":\"muster-bezirk-$district\"}"; done
say "people" "5 invited and logged in"

# The models: an Ist of each district, and the Soll.
as administrator
districts=(a b c)
documents=("$models"/ist-*.json)
for i in 0 1 2; do
  call 201 POST "/processes/$process/models?stage=ist&authority=muster-bezirk-${districts[i]}" "${json[@]}" --data-binary "@${documents[i]}"
done
as koordination
call 201 POST "/processes/$process/models?stage=soll" "${json[@]}" --data-binary "@$models/soll.json"
soll="$(value a.id)"
call 200 POST "/models/$soll/freeze" -H "If-Match: $(etag)" "${json[@]}" -d '{}'
call 200 POST "/models/$soll/versions/1/life-cycle" -H 'If-Match: "0"' "${json[@]}" -d '{"state":"methodReview"}'
call 409 POST "/models/$soll/versions/1/life-cycle" -H "If-Match: $(etag)" "${json[@]}" -d '{"state":"approved"}'
say "alone" "refused: $(value a.code)"

# The review.
deadline="$(node -p 'new Date(Date.now() + 14 * 864e5).toISOString()')"
call 201 POST "/models/$soll/versions/1/reviews" "${json[@]}" -d "{\"deadline\":\"$deadline\",\"note\":\"Bitte um Mitzeichnung\"}"
review="$(value a.id)"
say "review" "$(value '`round ${a.round}, ` + a.rounds[0].comparisons.map(c => `${c.name}: ${c.differences} differences`).join(", ")')"

as senat
call 200 GET "/reviews/$review/differences?authority=muster-bezirk-b"
objected="$(value 'JSON.stringify((({ comparison, key, digest, afterIds, sentence }) => ({ comparison, key, digest, afterIds, sentence }))(a.find(d => d.kind === "inserted" && d.afterIds.length === 1)))')"
pick() { node -p "const d = JSON.parse(process.argv[1]); $1" "$objected"; }
reference="$(pick 'JSON.stringify({ comparison: d.comparison, key: d.key, digest: d.digest })')"
call 201 POST "/reviews/$review/threads" "${json[@]}" -d "{\"round\":1,\"text\":\"Wer macht das, wenn niemand da ist?\",\"difference\":$reference,\"mentions\":[{\"role\":\"fieldCoordination\"}]}"
thread="$(value a.id)"
say "comment" "on: $(pick d.sentence)"
position muster-senatsverwaltung agreed

as koordination
call 200 GET "/me/notifications?unread=true"
say "inbox" "$(value 'a.items.map(n => n.text).join(" ")')"
call 201 POST "/reviews/$review/guests" "${json[@]}" -d '{"name":"Musterwerke","days":14}'
who=(-H "Authorization: Bearer $(value a.token)")
call 201 POST "/reviews/$review/threads" "${json[@]}" -d '{"round":1,"text":"Aus unserer Sicht in Ordnung."}'
call 403 GET "/processes"
say "guest" "comments, and sees nothing else: $status"

as leitung-a
position muster-bezirk-a agreed
as leitung-b
position muster-bezirk-b agreed
position muster-bezirk-b objection "Dafür haben wir niemanden." "$reference"
as leitung-c
position muster-bezirk-c notConcerned "Störungen bearbeitet bei uns ein Dienstleister."
say "positions" "$(value "$reviewers")"

as koordination
call 200 GET "/reviews/$review"
call 409 POST "/reviews/$review/conclude" -H "If-Match: $(etag)" "${json[@]}" -d '{"outcome":"coSigned"}'
say "conclude" "refused: $(value a.detail)"

# The coordination changes what was objected to, and nothing else.
call 201 POST "/models/$soll/draft" "${json[@]}" -d '{}'
draft="$(etag)"
call 200 GET "/models/$soll/versions/2?form=view"
node -e 'const fs = require("fs"), view = JSON.parse(fs.readFileSync(process.argv[1], "utf8"));
  view.nodes.find(n => n.id === process.argv[3]).name += " (auch durch Vertretung)";
  fs.writeFileSync(process.argv[2], JSON.stringify(view));' "$work/body" "$work/changed" "$(pick 'd.afterIds[0]')"
call 200 PUT "/models/$soll/draft" -H "If-Match: $draft" -H 'Content-Type: application/vnd.gpmtool.graph+json' --data-binary "@$work/changed"
call 200 POST "/models/$soll/freeze" -H "If-Match: $(etag)" "${json[@]}" -d '{"note":"Vertretung ergänzt"}'
call 200 GET "/reviews/$review"
call 200 POST "/reviews/$review/rounds" -H "If-Match: $(etag)" "${json[@]}" -d "{\"version\":2,\"deadline\":\"$deadline\",\"note\":\"Vertretung ergänzt\"}"
say "round 2" "$(value "$reviewers")"
call 200 GET "/reviews/$review/threads/$thread"
call 200 POST "/reviews/$review/threads/$thread/resolve" -H "If-Match: $(etag)"

# Everybody is asked only about the difference to what was seen.
for person in leitung-a:muster-bezirk-a leitung-b:muster-bezirk-b senat:muster-senatsverwaltung; do
  as "${person%%:*}"
  call 200 GET "/reviews/$review/differences?authority=${person##*:}&open=true"
  say "remaining" "${person##*:}: $(value '`${a.length}: ` + a.slice(0, 2).map(d => d.sentence).join(" ")')"
  position "${person##*:}" agreed
done

as koordination
call 200 GET "/reviews/$review"
call 200 POST "/reviews/$review/conclude" -H "If-Match: $(etag)" "${json[@]}" -d '{"outcome":"coSigned","remark":"Alle Hinweise sind eingearbeitet."}'
say "co-signed" "$(value a.quorum.why)"
call 201 POST /publications "${json[@]}" -d "{\"modelId\":\"$soll\",\"version\":2}"
say "published" "$(value '`publication ${a.manifest.number} of version 2`')"

call 200 GET "/reviews/$review/minutes" -H 'Accept: text/markdown'
cp "$work/body" "$work/minutes"
as administrator
call 200 GET /audit/verification
[[ "$(value a.brokenAt)" == null ]] || { echo "FAILED: the audit chain is broken" >&2; cat "$work/body" >&2; exit 1; }
say "audit" "$(value a.entries) entries, unbroken"
echo
cat "$work/minutes"
