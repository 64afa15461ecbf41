# Ends commit-msg where nothing is staged that the gate looks at. Where it can, it weighs the commit as well, so that
# post-commit need not look at it again.

handoff_is_quiet() {
  handoff_recall && handoff_read_head && [ "$handoff_head" = "$handoff_judged" ] || return 1
  # An amend is held against HEAD's parent. Where HEAD touched nothing of the gate's, that is the same.
  [ "$handoff_clean" = clean ] || handoff_is_plain || return 1
  handoff_answer=0
  handoff_judge "$1" || handoff_answer=$?
  case $handoff_answer in
    0) ;;
    # A manifest, in which settings of ours may stand.
    4) git diff-index --cached --quiet -G'"handoff"' $handoff_form "$handoff_head" -- package.json ;;
    5)
      handoff_want
      return 1
      ;;
    *) return 1 ;;
  esac
}

# Node need not ask for what it is told.
handoff_want() {
  [ -f "$handoff_wanted" ] || return 0
  while read -r handoff_id; do
    case $handoff_id in *[!0]*) handoff_names="$handoff_names$handoff_line$handoff_id" ;; esac
  done <"$handoff_wanted"
}

# `git commit` with its message given, no amend and no merge, as far as its own command line tells.
handoff_is_plain() {
  [ "${GIT_EDITOR-}" = : ] && [ ! -e "$handoff_git/MERGE_HEAD" ] && [ -r "/proc/$PPID/cmdline" ] || return 1
  handoff_words=
  while IFS= read -r handoff_word || [ -n "$handoff_word" ]; do
    handoff_words="$handoff_words$handoff_word"
  done <"/proc/$PPID/cmdline"
  # The shell leaves out the NULs between the words.
  case $handoff_words in
    *--am*) return 1 ;;
    git*commit* | */git*commit*) return 0 ;;
    *) return 1 ;;
  esac
}

# Notes, for the post-commit of the same git process, what was let through, and what it can weigh at most.
handoff_judge() {
  # awk takes what looks like one for an assignment.
  case $1 in /*) handoff_message=$1 ;; *) handoff_message=./$1 ;; esac
  set -- process="$PPID" note="$handoff_passed" wanted="$handoff_wanted" part=plan "$handoff_plan"
  if handoff_is_plain; then
    git -c core.quotePath=false diff-index --cached --raw --numstat $handoff_form "$handoff_head" -- |
      handoff_weigh part=message "$handoff_message" "$@" part=rules "$handoff_rules" part=staged -
  else
    git -c core.quotePath=false diff-index --cached --raw $handoff_form "$handoff_head" -- |
      handoff_weigh "$@" part=names -
  fi
}

! handoff_is_quiet "$@" || exit 0
# In a subshell: dash ends where `:` cannot be redirected.
[ ! -f "$handoff_passed" ] || (: >"$handoff_passed") 2>/dev/null || :
