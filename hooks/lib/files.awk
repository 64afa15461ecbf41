# What weigh.awk makes of the files: their kinds by their names, and how many lines came to each.

# :100644 100644 <id> <id> M<tab>path    or, of a rename: R087<tab>before<tab>path
function readFile(   part) {
  split($1, part, " ")
  files++
  mode[files] = part[2]; before[files] = part[3]; after[files] = part[4]; status[files] = substr(part[5], 1, 1)
  from[files] = $2; path[files] = (NF > 2) ? $3 : $2
  if ($0 ~ /"/) { foreign = "a path"; gated = 1 }
}

function classify(   i) {
  for (i = 1; i <= files; i++) if (mode[i] != "160000") weighFile(i)
  # A file that goes and one that comes may be one that was moved: its lines are edited then.
  if (gone > 0 && fresh > 0) amount["edited"] += amount["new"]
  amount["moved"] = moved + ((gone > 0) ? ((arrived < gone) ? arrived : gone) : 0)
  amount["built"] = amount["new"] + amount["edited"] + amount["schema"] + amount["deployment"]
  amount["body"] = body
  code += 0
}

function lookUpAll(   i) {
  for (i = 1; i <= files; i++) {
    lookUp(i, tolower(path[i]))
    if (from[i] != path[i]) lookUp(i, tolower(from[i]))
  }
}

function lookUp(i, name,   k) {
  for (k = 1; k <= kinds; k++) {
    if (!holds(name, fragments[k], pattern[k])) continue
    isDocument[i] = 1
    if (kind[k] == "node") foreign = "a document"
    else if (kind[k] == "checklist") { if (status[i] != "A" && deleted[i] > 0) call("a checklist") }
    else if (kind[k] == "architecture") amount["architecture"] += added[i]
    else if (kind[k] == "context") { if (name == tolower(context)) brought = 1; if (status[i] != "M") foreign = "a document" }
    else if (kind[k] == "settings") settings = 1
    else if (kind[k] == "gate") gated = 1
  }
}

function weighFile(i,   lower, name, extension, plus, isNew, isDoc, isCode, isTest) {
  lower = tolower(path[i])
  name = path[i]; sub(/.*\//, "", name)
  extension = tolower(name); sub(/.*\./, "", extension)
  folders = split(lower, folder, "/") - 1
  amount["touched"] += added[i] + deleted[i]
  if (isIn("vendored") || isIn("generated") || has("asset", extension)) return
  if (isName("lock", name) || isName("copied", name) || isName("made", name)) return
  plus = added[i]
  isNew = status[i] == "A" || status[i] == "C"
  if (status[i] == "D") gone++
  else if (isNew) fresh++
  isDoc = has("doc", extension)
  if (isName("manifest", name)) amount["manifest"] += plus
  if (isNew && (name ~ name_of["ci"] || path[i] ~ name_of["ci-folder"])) amount["deployment"] += plus
  if (isDoc) {
    if (isIn("agents")) countCode(i, plus, isNew)
    else if ((isNew || plus >= 80) && (isIn("plans") || tolower(name) ~ name_of["plan"])) amount["plan"] += plus
    return
  }
  isCode = has("code", extension)
  if (!(isCode && isIn("tests"))) {
    if (status[i] == "D" || status[i] == "R") moved++
    else if (isNew) arrived++
  }
  isTest = isIn("tests") || isName("test", name)
  if (!isIn("tests") && (name ~ name_of["schema"] || (isCode && (isIn("database") || lower ~ /(^|\/)migrations\// || tolower(name) ~ /^schema\./)))) {
    amount["schema"] += isNew ? 3 * plus : plus
    grow("schema", plus)
  }
  if (name ~ name_of["deployment"] || isIn("deployment")) { amount["deployment"] += plus; grow("deployment", plus) }
  if (isCode && isTest) return
  if (isCode && isName("config", name)) grow("config", plus)
  else if (isCode || (name !~ /\./ && isIn("scripts"))) countCode(i, plus, isNew)
  else if (isName("config", name) || !(has("data", extension) || isIn("data-folder"))) grow("config", plus)
}

function grow(as, plus) { amount["grown"] += grows[as] * plus }

# The longest names are longer than some of the expressions mean.
function isName(list, name) { return length(name) <= 60 && name ~ name_of[list] }

function has(list, word) { return index(words[list], " " word " ") }

function isIn(list,   k) {
  for (k = 1; k <= folders; k++) if (has(list, folder[k])) return 1
  return 0
}

function countCode(i, plus, isNew) {
  code = 1
  if (status[i] == "D") return
  amount[isNew ? "new" : "edited"] += plus
  grow("code", plus)
}
