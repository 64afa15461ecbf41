# Whether a commit updates the context file itself, so that nothing is owed. Reads the commit's part in that file, as
# `diff-tree -p -U0 --format='%H %P'` prints it, then the file. Given: judged, note as weigh.awk knows them,
#   limit            hundredths that may be owed
#   governs          words by which a decision governs files
# Ends with 0 where it does for certain, which is noted, else with 1.

FNR == NR && FNR == 1 { split($0, id, " "); commit = id[1]; parent = id[2]; merge = id[3]; next }
FNR == NR && !inside && /^index / { split($2, blob, /\.\./); next }
FNR == NR && /^@@ / { inside = 1; next }
FNR == NR && inside && /^\+/ { came += inked($0); look($0); names($0) }
FNR == NR && inside && /^-/ { went += inked($0) }
FNR == NR { next }
{ look($0) }

END {
  isSettled = parent == judged && merge == "" && blob[2] != "" && came != went && !governed && !named
  if (!isSettled) exit 1
  printf "%s %s clean\n", commit, limit > note
}

# Spaces of one byte, of two and of three.
function inked(line) {
  gsub(/[ \t\r\f\v]|\302\240|\341\232\200|\342\200[\200-\212\250\251\257]|\342\201\237|\343\200\200|\357\273\277/, "", line)
  return length(line) - 1
}

# What may be the id of a commit: node tells.
function names(line) {
  if (line ~ /[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]/) named = 1
}

function look(line) { if (tolower(line) ~ governs) governed = 1 }
