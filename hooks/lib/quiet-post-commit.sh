# Ends post-commit where the commit touches no wire: it is counted, and node judges it with those that follow.

# In the middle of something nothing is written but that this commit had its hook: the next ordinary one catches up.
handoff_leave_seen() { { printf -- '- %s\n' "$1" >>"$handoff_state/seen"; } 2>/dev/null || :; }
for handoff_file in rebase-merge rebase-apply MERGE_HEAD CHERRY_PICK_HEAD REVERT_HEAD sequencer BISECT_LOG; do
  [ ! -e "$handoff_git/$handoff_file" ] || { ! handoff_read_head || handoff_leave_seen "$handoff_head"; exit 0; }
done

handoff_ask() {
  handoff_git_tells "$1" diff-tree --root -r -c --encoding=UTF-8 --format='%H %P%n%w(0,1,1)%B' HEAD
}

handoff_is_quiet() {
  handoff_recall || return 1
  [ -z "$handoff_context" ] || [ "$handoff_state/count" -nt "$handoff_context" ] || return 1
  handoff_note='' handoff_base='' handoff_process='' handoff_added=''
  [ ! -f "$handoff_state/passed" ] ||
    read -r handoff_base handoff_note handoff_process handoff_added <"$handoff_state/passed" || :
  [ "$handoff_process $handoff_base" = "$PPID $handoff_judged" ] || handoff_note=-
  [ "$handoff_note" != node ] || return 1
  # commit-msg counted it, and no hook behind it changed the message.
  if [ "$handoff_note" = quiet ] && [ "$handoff_state/passed" -nt "$handoff_git/COMMIT_EDITMSG" ] &&
    handoff_read_head && [ "$handoff_head" != "$handoff_judged" ]; then
    handoff_tally "$handoff_head" "$handoff_added" clean
  else
    handoff_found=$(handoff_hold 100 open="$handoff_note" part=log -) && handoff_tally $handoff_found
  fi
}

handoff_tally() {
  for handoff_number in "$handoff_commits" "$handoff_lines" "$2"; do
    case $handoff_number in '' | *[!0-9]* | 0?* | ?????????*) return 1 ;; esac
  done
  [ "$handoff_commits" -gt 1 ] && [ "$handoff_lines" -gt "$2" ] || return 1
  set -- "$1" "$((handoff_commits - 1))" "$((handoff_lines - $2))" "$3"
  handoff_leave_seen "$1"
  { printf '%s %s %s %s\n' "$@" >"$handoff_state/count"; } 2>/dev/null
}

! handoff_is_quiet || exit 0
