# Ends commit-msg where nothing is staged that the gate looks at. Where the message is given already, post-commit need not
# look at the commit again.
handoff_ask() { handoff_git_tells "$1" diff-index --cached "$handoff_head"; }

handoff_is_quiet() {
  handoff_recall && handoff_read_head && [ "$handoff_head" = "$handoff_judged" ] || return 1
  case $1 in /*) handoff_message=$1 ;; *) handoff_message=./$1 ;; esac
  set -- process="$PPID" note="$handoff_state/passed" wanted="$handoff_state/wanted"
  handoff_found=0
  if handoff_is_plain; then
    handoff_hold 100 "$@" part=message "$handoff_message" part=staged - || handoff_found=$?
  else
    # An amend is held against HEAD's parent. Where HEAD touched nothing of the gate's, that is the same.
    [ "$handoff_clean" = clean ] || { handoff_is_late=yes; return 1; }
    handoff_hold -1 "$@" part=staged - || handoff_found=$?
  fi
  case $handoff_found in
    0) ;;
    # A manifest, in which settings of ours may be.
    4) git diff-index --cached --quiet -G'"handoff"' --no-ext-diff --no-textconv "$handoff_head" -- package.json ;;
    5) handoff_want && return 1 ;;
    *) return 1 ;;
  esac
}

# Node need not ask for what the shell asks while it starts: the documents that are staged, and HEAD's that hold decisions.
handoff_want() {
  {
    read -r handoff_staged
    while read -r handoff_id; do
      case $handoff_id in *[!0]*) handoff_names="$handoff_names$handoff_line$handoff_id" ;; esac
    done
  } <"$handoff_state/wanted"
  [ -f "$handoff_state/records" ] || return 0
  # No more than commands/acts/plan.ts writes: a damaged list is not read to its end.
  handoff_left=30
  while [ "$handoff_left" -gt 0 ] && IFS= read -r handoff_file; do
    handoff_left=$((handoff_left - 1))
    handoff_names="$handoff_names${handoff_line}HEAD:$handoff_file"
  done <"$handoff_state/records"
}

# As handoff_want, where the gate looks whatever is staged, and node is on its way.
handoff_want_late() {
  set -- process="$PPID" note=/dev/null wanted="$handoff_state/wanted"
  handoff_hold 0 "$@" part=staged - || [ "$?" != 5 ] || handoff_want
}

# `git commit` with its message given, no amend and no merge, as far as its own command line tells.
handoff_is_plain() {
  [ "${GIT_EDITOR-}" = : ] && [ ! -e "$handoff_git/MERGE_HEAD" ] && [ -r "/proc/$PPID/cmdline" ] || return 1
  # The shell leaves out the NULs between the words.
  handoff_words=
  while IFS= read -r handoff_word || [ -n "$handoff_word" ]; do
    handoff_words="$handoff_words$handoff_word"
  done <"/proc/$PPID/cmdline"
  case $handoff_words in *--am*) return 1 ;; git*commit* | */git*commit*) ;; *) return 1 ;; esac
}

# That a commit is being made, and by whom: what would move HEAD under it waits. Nothing is found yet.
handoff_note_process() { { printf -- '- - %s\n' "$PPID" >"$handoff_state/passed"; } 2>/dev/null || :; }

handoff_note_process
! handoff_is_quiet "$@" || exit 0
handoff_note_process
