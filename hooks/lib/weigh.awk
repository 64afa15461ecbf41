# How much a commit can weigh at most, and what it touches. Reads
#   part=plan   what this repository's settings say: paths, weights
#   part=rules  what every rule can make of a commit at most, as it was asked when the package was built
# and, before them where they hold a message, else behind them, so that awk need not wait for git:
#   part=log    of a commit that was made: --raw --numstat --format='%H %P%n%w(0,1,1)%B'
#   part=message, part=staged   of one that is being made: its message as it will be, and --raw --numstat
#   part=names  of one whose message cannot be told yet: --raw alone
# Given:
#   judged, left  the last commit that was judged, and how many hundredths may still be owed
#   context       the context file's path
#   note          where the answer goes
#   process       of one that is being made: the git that makes it
#   wanted        of one that is being made: where the ids of its documents go if node has to read them
#   gate          open where commit-msg has found that the commit needs no decision
# Ends with 0 where node would have nothing to say, of one that is being made: commit-msg would not; with 4 where that
# depends on a manifest; with 5 where node has to look at its documents; else with 1. When in doubt the answer is more,
# never less. Runs under LC_ALL=C: a letter may be several bytes.

BEGIN { FS = "\t"; break_line = sprintf("%c", 1) }

part == "rules" && $1 == "share" { if ($5 == mask[$2] + 0 && index($3, number)) { axis[$2] = $6; shares[$2, $4] = $7 } next }
part == "rules" && $1 == "pattern" { if (holds(($3 == "subject") ? subject : text, $5, $6)) { mask[$2] += $4; said++ } next }
part == "rules" { readRules(); next }
part == "plan" && $1 == "end" { isPlanned = 1; next }
part == "plan" && $1 == "path" { kinds++; kind[kinds] = $2; fragments[kinds] = $3; pattern[kinds] = $4; next }
part == "plan" { own[$2] = $3; next }
part == "message" && /^[#;@!$%^&|:]/ { mayBeComment = 1 }
part == "message" { if (lines > 0 || $0 !~ /^[ \t\r\f\v]*$/) message[++lines] = $0; isGiven = 1; next }
part == "log" && FNR == 1 { split($0, id, " "); commit = id[1]; parent = id[2]; merge = id[3]; isGiven = 1; next }
/^:/ { readFile(); next }
files > 0 && $0 != "" { added[++counted] = $1 + 0; deleted[counted] = $2 + 0; next }
part == "log" && files == 0 { message[++lines] = substr($0, 2) }

END {
  if (!isPlanned) exit 1
  lookUpAll()
  if (isGiven) weighAll()
  exit (process == "") ? !isQuiet() : judgeStaged()
}

function isQuiet() {
  # An amend has another parent.
  if (commit == "" || parent != judged || merge != "" || brought || (gated && gate != "open") || !isLight()) return 0
  leave(commit, roomLeft(), gated ? "gate" : "clean")
  return 1
}

function judgeStaged() {
  if (gated) return leaveWanted()
  if (brought && foreign == "") leave(judged, "update", process)
  else if (!isGiven || mayBeComment || brought) leave(judged, "-", process)
  else leave(judged, (isLight() && isUtf8()) ? roomLeft() : "heavy", process)
  return settings ? 4 : 0
}

function isLight() { return isRuled && counted == files && called == "" && foreign == "" && total <= left + 0 }

function roomLeft() { return left - ((total > 0) ? total : 0) }

function leave(as, room, more) { printf "%s %s %s\n", as, room, more > note }

# Ids of the texts that node will read; it asks itself for what is too much to be handed down.
function leaveWanted(   i, count) {
  printf "" > wanted
  for (i = 1; i <= files; i++) if (isDocument[i] && ++count <= 40) printf "%s\n%s\n", before[i], after[i] > wanted
  return 5
}

function call(why) { if (called == "") called = why }

function readRules() {
  if ($1 == "steps") { steps = split($2, step, " "); readMessage() }
  else if ($1 == "trailers") { if (text ~ /breaking( changes?)?:/ || text ~ ("(^|" break_line ")[ \t]*(" $2 ")[ \t]*:")) call("a trailer") }
  else if ($1 == "type") { if (type == $2) claim = ($3 == "release") ? "wild" : $3 }
  else if ($1 == "verbs") { verbs++; verb[verbs] = $3; verb_claims[verbs] = $2 }
  else if ($1 == "words") words[$2] = $3
  else if ($1 == "claims") { claims = $2; claiming = $3; readClaim(); number = numberOf(claim) }
  else if ($1 == "grows") grows[$2] = $3
  else if ($1 == "name") name_of[$2] = $3
  else if ($1 == "end") isRuled = 1
  else if ($1 == "rule") { weight[$2] = ($2 in own) ? own[$2] : $3; urgent[$2] = $4 }
}

function numberOf(claim,   count, word, i) {
  count = split(claims, word, " ")
  for (i = 1; i < count && word[i] != claim; i++) continue
  return " " (i - 1) " "
}

# One of the fragments is in every text that the expression finds; to look for them takes a tenth of the time.
function holds(where, fragments, expression,   count, fragment, k) {
  count = split(fragments, fragment, "|")
  for (k = 1; k <= count && !index(where, fragment[k]); k++) continue
  return (k <= count || fragments == "-") && where ~ expression
}

function weighAll(   rule) {
  classify()
  for (rule in weight) if ((rule, code) in shares) addShare(rule)
}

# Three places a step, in percent.
function addShare(rule,   k, value) {
  for (k = 1; k < steps && step[k] < amount[axis[rule]]; k++) continue
  # What speaks against a record gives way to much that is said, and to what the system stands on.
  if (weight[rule] < 0 && (said || amount["schema"] + amount["deployment"] > 0)) return
  value = weight[rule] * substr(shares[rule, code], 3 * k - 2, 3) / 100
  # Every signal is rounded to hundredths.
  if (int(value) < value) value = int(value) + 1
  value = int(value)
  if (urgent[rule] && value >= 100) call(rule)
  total += value
}
