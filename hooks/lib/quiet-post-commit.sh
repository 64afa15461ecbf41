# Ends post-commit where the commit weighs too little, whatever its rules make of it, to call for an update, and where
# it updates the context file itself.

# In the middle of something nothing is written: the next ordinary commit catches up.
for handoff_file in rebase-merge rebase-apply MERGE_HEAD CHERRY_PICK_HEAD REVERT_HEAD sequencer BISECT_LOG; do
  [ ! -e "$handoff_git/$handoff_file" ] || exit 0
done

handoff_is_quiet() {
  handoff_recall || return 1
  handoff_read_passed
  if [ "$handoff_note" = update ]; then
    handoff_updates
  elif [ "$handoff_note" = heavy ]; then
    return 1
  elif [ -z "$handoff_context" ] || [ "$handoff_count" -nt "$handoff_context" ]; then
    handoff_was_weighed || handoff_is_light
  else
    return 1
  fi
}

# What commit-msg let through in the same git process.
handoff_read_passed() {
  handoff_note=- handoff_process='' handoff_gate=''
  [ ! -f "$handoff_passed" ] ||
    read -r handoff_base handoff_rest handoff_process <"$handoff_passed" || :
  [ "$handoff_process" != "$PPID" ] || [ "$handoff_base" != "$handoff_judged" ] || handoff_note=$handoff_rest
  [ "$handoff_note" != open ] || { handoff_note=- && handoff_gate=open; }
}

# commit-msg weighed it, and no hook behind it changed the message.
handoff_was_weighed() {
  [ "$handoff_note" != - ] && [ "$handoff_passed" -nt "$handoff_git/COMMIT_EDITMSG" ] &&
    handoff_read_head && [ "$handoff_head" != "$handoff_judged" ] || return 1
  { printf '%s %s clean\n' "$handoff_head" "$handoff_note" >"$handoff_count"; } 2>/dev/null
}

handoff_is_light() {
  git -c core.quotePath=false diff-tree --root -r -c --raw --numstat $handoff_form --encoding=UTF-8 \
    --format='%H %P%n%w(0,1,1)%B' HEAD |
    handoff_weigh note="$handoff_count" gate="$handoff_gate" part=log - part=plan "$handoff_plan" part=rules "$handoff_rules"
}

# More came to the context file than went, or less: no matter of white space.
handoff_updates() {
  git diff-tree --root -p -U0 --full-index $handoff_form --format='%H %P' HEAD -- ":(top,literal)$handoff_context" |
    LC_ALL=C awk -f "$handoff_lib/update.awk" judged="$handoff_judged" limit="$handoff_limit" \
      governs="$handoff_governs" note="$handoff_count" - \
      "./$handoff_context" 2>/dev/null
}

! handoff_is_quiet || exit 0
