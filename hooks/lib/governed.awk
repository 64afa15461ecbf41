# What governs the files that an agent is about to edit: the table of src/core/guards/table.ts first, then the agent's JSON.
# Prints the hook's answer, once for each session and file, or nothing.
#   part          what is read: table or input
# In the environment: handoff_agent; handoff_told, a directory, '' where nothing can be remembered; handoff_top and
# handoff_real, the work tree as it is named and as it is; handoff_below, the rest of the working directory.
BEGIN { FS = "\t"; most = 6000 }

part == "table" {
  if ($1 == "answer" && $2 == ENVIRON["handoff_agent"]) { head = $3; tail = $4; has_answer = 1 }
  else if ($1 == "words") { before = $2; behind = $3 }
  else if ($1 == "row") { rows++; per[rows] = $2; fold[rows] = $3; fits[rows] = $4; key[rows] = $5; text[rows] = $6 }
  else if ($1 == "end") whole = 1
  next
}

{ input = input $0 "\n" }

# The text of a member of JSON, as it stands between its quotation marks; what is behind it in `rest`. A name in the text
# of another member has its quotation marks escaped.
function member(json, names) {
  rest = ""
  if (!match(json, "[{,][ \t\r\n]*\"(" names ")\"[ \t\r\n]*:[ \t\r\n]*\"")) return ""
  json = substr(json, RSTART + RLENGTH)
  match(json, /^([^"\\]|\\.)*/)
  rest = substr(json, RLENGTH + 1)
  return substr(json, 1, RLENGTH)
}

# Below the top level, with slashes; '' where it is not there.
function relative(path, top, real, at) {
  gsub(/\\\//, "/", path)
  gsub(/\\\\/, "/", path)
  top = ENVIRON["handoff_top"] "/"
  real = ENVIRON["handoff_real"] "/"
  if (index(path, top) == 1) path = substr(path, length(top) + 1)
  else if (index(path, real) == 1) path = substr(path, length(real) + 1)
  else if (path ~ /^(\/|~|[A-Za-z]:)/) return ""
  else path = substr(ENVIRON["handoff_below"] "/", 2) path
  gsub(/\/\/+/, "/", path)
  while (path ~ /(^|\/)\.\//) { if (path ~ /^\.\//) path = substr(path, 3); else sub(/\/\.\//, "/", path) }
  while (match(path, /(^|\/)[^\/]+\/\.\.\//)) {
    at = substr(path, RSTART, 1) == "/" ? RSTART : 0
    path = substr(path, 1, at) substr(path, RSTART + RLENGTH)
  }
  return path
}

function look(path, row, name, found) {
  path = relative(path)
  if (path == "" || (path in looked)) return
  looked[path] = 1
  found = ""
  for (row = 1; row <= rows; row++) {
    if ((fold[row] == "lower" ? tolower(path) : path) !~ fits[row]) continue
    if ((path, key[row]) in here) continue
    here[path, key[row]] = 1
    name = per[row] == "file" ? key[row] "\t" path : key[row]
    if (name in told) continue
    told[name] = told[key[row]] = 1
    if (length(answer) + length(found) + length(text[row]) > most) continue
    found = found text[row]
    names = names name "\n" key[row] "\n"
  }
  if (found != "") answer = answer before path behind found
}

# Patches name their files in lines of their own.
function look_in_patch(json, path) {
  while (match(json, /\*\*\* (Add|Update|Delete) File: [^\\"\r\n]+/)) {
    path = substr(json, RSTART, RLENGTH)
    json = substr(json, RSTART + RLENGTH)
    sub(/^[^:]*: /, "", path)
    look(path)
  }
}

END {
  if (!whole || !has_answer) exit
  session = member(input, "session_id|sessionId|conversation_id")
  sub_agent = member(input, "agent_id")
  gsub(/[^A-Za-z0-9_-]/, "_", session)
  gsub(/[^A-Za-z0-9_-]/, "_", sub_agent)
  file = ENVIRON["handoff_told"] == "" || session == "" ? "" : ENVIRON["handoff_told"] "/" substr(session, 1, 80) "." substr(sub_agent, 1, 80)
  if (file != "") while ((getline line < file) > 0) told[line] = 1
  # Arguments that are JSON in a text of JSON.
  inner = member(input, "toolArgs|tool_args")
  if (inner != "") { gsub(/\\"/, "\"", inner); gsub(/\\\\/, "\\", inner) }
  json = input
  paths = "file_path|filePath|path|notebook_path|absolute_path"
  for (times = 0; times < 40; times++) {
    path = member(json, paths)
    if (path != "") look(path)
    if (rest == "") { if (inner == "") break; json = inner; inner = "" } else json = rest
  }
  look_in_patch(input)
  if (answer == "") exit
  print head answer tail
  if (file != "") { close(file); printf "%s", names >>file }
}
