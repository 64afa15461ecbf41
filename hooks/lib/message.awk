# What weigh.awk makes of a message: the subject as the rules see it, and what it claims.

function readMessage(   i, head) {
  for (i = 1; i <= lines; i++) text = text ((i > 1) ? break_line : "") message[i]
  while (sub(break_line "$", "", text)) continue
  # Letters that become ASCII in lower case, and line breaks that are none to git.
  if (text ~ /\r/ || index(text, "\342\204\252") || index(text, "\304\260")) call("letters")
  gsub(/\t/, " ", text)
  text = tolower(text)
  subject = text
  sub(break_line ".*", "", subject)
  body = length(text) - length(subject)
  description = subject
  claim = "any"
  if (match(subject, /^[a-z]+(\([^()]*\))?!?: /) && RLENGTH < 100) {
    head = substr(subject, 1, RLENGTH)
    description = substr(subject, RLENGTH + 1)
    if (head ~ /!/) call("a breaking change")
    isTyped = 1
    type = head
    sub(/[^a-z].*/, "", type)
    sub(/[)]?!?: $/, "", head)
    sub(/\(/, " ", head)
    subject = head " " description
  }
}

# A stem ends with `|` where it must be the whole word.
function addStem(word, as) {
  if (sub(/[|]$/, "", word)) whole[word] = as
  else { starts++; start[starts] = word; starts_as[starts] = as }
}

# Drops what stands before the sentence.
function bare(said) {
  while (sub(/^\[[^]]*\] */, "", said)) continue
  return said
}

# A version, and words of releasing alone; or `release` first.
function mayRelease(   said, count, word, i) {
  said = substr(bare(description), 1, 70)
  if (said !~ /[0-9]\.[0-9]|release/) return 0
  gsub(/v?[0-9]+\.[0-9]+(\.[0-9]+)?([-+][a-z0-9_.]+)?/, " ", said)
  count = split(said, word, /[^a-z\200-\377]+/)
  for (i = 1; i < count; i++) if (word[i] != "" && word[i] !~ /[^ -~]/ && !has("releasing", word[i])) return 0
  return 1
}

# Without a type the first word that claims anything decides.
function readClaim(   said, count, word, i, k) {
  if (mayRelease()) claim = "wild"
  if (claim != "any" || isTyped) return
  for (i = 1; i <= verbs; i++) {
    count = split(verb[i], word, " ")
    for (k = 1; k <= count; k++) addStem(word[k], verb_claims[i])
  }
  if (description ~ /^[^a-z0-9]*([a-z0-9_-]|[^ -~])+( ?\([^()]*\))?!?(:|[^ -~])/) return
  said = bare(description)
  count = split(said, word, /[^a-z\200-\377]+/)
  for (i = 1; i <= count && i <= claiming; i++) {
    if (word[i] ~ /[^ -~]/) return
    if (word[i] in whole) { claim = "said-" whole[word[i]]; return }
    for (k = 1; k <= starts; k++) if (index(word[i], start[k]) == 1) { claim = "said-" starts_as[k]; return }
  }
  if (said !~ /[^ -~]/) claim = "said-nothing"
}

function isUtf8(   rest) {
  rest = text
  gsub(/[\302-\337][\200-\277]|[\340-\357][\200-\277][\200-\277]|[\360-\364][\200-\277][\200-\277][\200-\277]/, "", rest)
  return rest !~ /[^\001-\177]/
}
