# What the scripts have in common; they set $api and $work before.

[[ -n "${GPM_API_KEY:-}" ]] || { echo "FAILED: GPM_API_KEY is not set" >&2; exit 1; }
for tool in curl node; do
  command -v "$tool" >/dev/null || { echo "FAILED: $tool is not installed" >&2; exit 1; }
done

who=(-H "Authorization: Bearer $GPM_API_KEY") # whose calls they are

# call <expected status>[,<another>] <method> <path> [curl arguments]: the answer is in $work/body and $work/head.
call() {
  local expected="$1" method="$2" path="$3"
  shift 3
  status="$(curl -sS -X "$method" -o "$work/body" -D "$work/head" -w '%{http_code}' "${who[@]}" "$api$path" "$@")"
  [[ ",$expected," == *",$status,"* ]] && return
  echo "FAILED: $method $path answered $status instead of $expected" >&2
  cat "$work/body" >&2
  exit 1
}

# value <JavaScript>: what it says about the answer, as `a`.
value() { node -e 'const a = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")); console.log(eval(process.argv[2]));' "$work/body" "$1"; }

etag() { tr -d '\r' <"$work/head" | sed -n 's/^[Ee][Tt]ag: //p'; }

say() { printf '%-11s %s\n' "$1" "$2"; }
