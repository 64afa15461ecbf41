# Holds a commit against the trip wires and counts its lines. Reads
#   part=wires    the tables of src/core/quiet: the package's and this project's, each to its `end`
#   part=message  the message as it is given;  part=staged  what is staged: --raw, and --numstat where lines are counted
#   part=log      a commit that was made: the same below --format='%H %P%n%w(0,1,1)%B'
# Given: judged  the last commit that was counted;  open  `open` where commit-msg found that no decision is needed
#   most         files whose lines are counted; 0: lines are not given; -1: nor wanted
#   process, note, wanted  of a commit that is being made: the git that makes it, where the answer goes, and where the
#   number of its files and ids of those that the gate looks at go for node
# Ends with 0 where no wire is touched; 4: so, but for a manifest; 5: the gate has to look; 7: too many files to count
# their lines; else 1. Prints, or leaves in the note, how many lines. Runs under LC_ALL=C: a letter may be more bytes.
BEGIN { FS = "\t"; longest = 20000; edge = sprintf("%c", 1); said[parts = 1] = all = " " }

part == "wires" { readWire(); next }
part == "message" { if ($0 ~ /^[#;@!$%^&|:]/) mayBeComment = 1; addLine($0); next }
part == "log" && FNR == 1 { split($0, id, " "); commit = id[1]; parent = id[2]; merge = id[3]; next }
/^:/ { readFile(); if (most > 0 && files > most) { crowded = 1; exit } next }
files > 0 && $0 != "" { if (isAsked[++counted]) changed += $1 + $2; next }
part == "log" && files == 0 { addLine(substr($0, 2)) }

END {
  if (crowded) exit 7
  # A git that was ended has not told all: it counts the lines of each file behind the last of them.
  if (ends != 2 || (most > 0 && counted < files)) exit 1
  if (part == "staged" && files == 0 && system("git diff-index --cached --quiet HEAD --")) exit 1
  holdText()
  holdPaths()
  if (gone + renamed > 0 && fresh + renamed >= enough || gone + renamed >= enough) touched = 1
  if (most == 0 && asked) touched = 1
  if (process != "") exit leaveWord()
  if (touched || (gated && open != "open") || commit == "" || parent != judged || merge != "") exit 1
  printf "%s %d %s\n", commit, changed, gated ? "gate" : "clean"
}

function readWire(   k) {
  if ($1 == "end") ends++
  else if ($1 == "lines") words[$2] = $3
  else if ($1 == "moved") enough = $2
  else if ($1 == "text") { within[++texts] = $2; lists[texts] = NF - 2; for (k = 3; k <= NF; k++) list[texts, k - 2] = $k }
  else if ($1 == "path") { does[++rows] = $2; pieces[rows] = NF - 2; for (k = 3; k <= NF; k++) piece[rows, k - 2] = $k }
}

# Words as src/core/quiet/tokens.ts makes them, which says why. In a part lines wrap. A short line below the subject may be
# a label without its colon; signs before a colon are no part of a label. What is longer than that is for node.
function addLine(text,   hasForeign, label) {
  # Joined texts are copied again with each line.
  if ((told += length(text) + 1) > longest) { touched = 1; return }
  if (text ~ /^[ \t\r]*([-*+][ \t].*)?$/) said[++parts] = " "
  text = tolower(text)
  if (hasForeign = text ~ /[^\001-\177]/) { foreign = 1; text = spread(text) }
  gsub(/[^a-z0-9%:>\200-\377]+/, " ", text); gsub(/[0-9]+|[%:>]/, " & ", text)
  text = " " text " : "; gsub(/  +/, " ", text)
  label = text
  if (hasForeign) gsub(/( \342[\200-\277][\200-\277]| \360[\200-\277][\200-\277][\200-\277])+ :/, " :", label)
  if (hasForeign || (subject != "" && length(text) < 120)) labels = labels label
  text = substr(text, 2, length(text) - 3)
  if (subject == "" && text != "") subject = " " text
  said[parts] = said[parts] text; all = all text
}

# Signs and letters of languages without spaces stand apart. Not UTF-8, or a letter that is ASCII in lower case: node
# reads it as another one.
function spread(text,   rest) {
  rest = text
  gsub(/[\302-\337][\200-\277]|[\340-\357][\200-\277][\200-\277]|[\360-\364][\200-\277][\200-\277][\200-\277]/, "", rest)
  if (rest ~ /[^\001-\177]/ || index(text, "\342\204\252") || index(text, "\304\260")) touched = 1
  gsub(/\357\274\232/, ":", text)
  gsub(/\302[\200-\277]|\312\274|\342\200[\200-\277]|\343\200[\200-\277]|\357\270\217|\357\274[\200-\217]/, " ", text)
  gsub(/[\340-\357][\200-\277][\200-\277]|[\360-\364][\200-\277][\200-\277][\200-\277]/, " & ", text)
  return text
}

function holdText(   t, k) {
  all = all labels
  for (t = 1; t <= texts && !touched; t++) {
    if (within[t] == "subject") touched = hasAll(subject, t)
    else if ((within[t] != "foreign" || foreign) && hasAll(all, t))
      if (within[t] != "part") touched = 1
      else for (k = 1; k <= parts && !touched; k++) touched = hasAll(said[k], t)
  }
}

function hasAll(text, t,   k) {
  for (k = 1; k <= lists[t]; k++) if (!hasOne(text, list[t, k])) return 0
  return 1
}

function hasOne(text, from,   count, word, k) {
  count = split(from, word, "|")
  for (k = 1; k <= count; k++) if (index(text, word[k])) return 1
  return 0
}

# :100644 100644 <id> <id> M<tab>path    or, of a rename: R087<tab>before<tab>path
function readFile(   column, name) {
  files++
  split($1, column, " ")
  name = tolower(edge "/" $2 edge ((NF > 2) ? "/" $3 edge : ""))
  if (index($0, "\"")) touched = gated = 1
  ids[files] = column[3] "\n" column[4]
  chunk = chunk name "\n"
  if (length(chunk) > 4000) holdPaths()
  if (most < 0 || (most == 0 && asked) || column[2] == "160000" || !asks(name)) return
  isAsked[files] = asked = 1
  if (column[5] ~ /^D/) gone++
  else if (column[5] ~ /^R/) renamed++
  else if (column[5] ~ /^[AC]/) fresh++
}

# Whether a rule asks for its lines.
function asks(name,   ending) {
  ending = name
  sub(edge "$", "", ending)
  sub(/.*[.\/]/, "", ending)
  if (index(words["never"], " " ending " ") || hasOne(name, words["made"])) return 0
  return !index(words["prose"], " " ending " ") || hasOne(name, words["planned"])
}

# The paths that were read since the last time, all at once and then one by one.
function holdPaths(   r, k, count, one) {
  count = split(chunk, one, "\n")
  for (r = 1; r <= rows; r++) {
    if (!fits(chunk, r)) continue
    for (k = 1; k < count && !fits(one[k], r); k++) continue
    if (k == count && pieces[r] > 0) continue
    if (does[r] == "settings") settings = 1
    if (does[r] == "node" || does[r] == "both") touched = 1
    if (does[r] != "gate" && does[r] != "both") continue
    gated = 1
    for (; k < count; k++) if (fits(one[k], r)) looked[held + k] = 1
  }
  held = files
  chunk = ""
}

function fits(name, r,   k) {
  for (k = 1; k <= pieces[r]; k++) if (!index(name, piece[r, k])) return 0
  return 1
}

function leaveWord(   k, count) {
  if (!gated) {
    printf "%s %s %s %d\n", judged, (subject == "" || mayBeComment) ? "-" : touched ? "node" : "quiet", process, changed > note
    return settings ? 4 : 0
  }
  print files > wanted
  for (k = 1; k <= files && count < 40; k++) if (k in looked) { print ids[k] > wanted; count++ }
  return 5
}
