# Starts node on the bundle for the hook that sources this, in a subshell of the hook that git runs.
#   handoff_home      the directory that install made in the common git directory
#   handoff_hook      the hook's name; its arguments are "$@"
#   handoff_names     names of git objects that node will ask for, HEAD first, and handoff_tell, which prints what git
#                     has to say, as src/git/told.ts reads it; both are left out where node asks by itself
#   handoff_may_stop  yes where node's exit 10 stops git
# Node ends with 10 to stop git and with 11 when it let git go on. With anything else it has not judged, 0 included: that
# is said and noted, never taken for a yes. Leaves with 10 to stop git, with 0 in every other case: our failures cost
# nobody a commit.
# Plain POSIX sh, fit for `set -eu` around it; the caller may be dash, busybox, bash or a hook manager.

[ "${HANDOFF-}" != 0 ] || exit 0

# One line for a commit, not one for each of its hooks: those that may stop it speak.
handoff_give_up() {
  [ "$handoff_may_stop${HANDOFF_DEBUG-}" = no ] || printf 'handoff: %s not run: %s\n' "$handoff_hook" "$1" >&2
  exit 0
}

handoff_cli=$handoff_home/bundle/cli.js
[ -f "$handoff_cli" ] || handoff_give_up "its bundle is gone; npx handoff-hooks install puts it back"

. "$handoff_home/hooks/lib/node.sh"
[ -n "$handoff_node" ] || handoff_give_up "no node on PATH nor in the usual places"

if [ -n "${HANDOFF_PROBE-}" ]; then
  printf '%s\n' "$handoff_hook" >>"$HANDOFF_PROBE" || :
  exit 0
fi

# A bundle that has lost a part would end in node's stack, an empty one in a gate that says yes.
handoff_files=cli.js
[ ! -f "$handoff_home/bundle/files" ] || read -r handoff_files <"$handoff_home/bundle/files" || :
for handoff_file in $handoff_files; do
  [ -s "$handoff_home/bundle/$handoff_file" ] && [ -r "$handoff_home/bundle/$handoff_file" ] ||
    handoff_give_up "its bundle is damaged; npx handoff-hooks install puts it right"
done

handoff_terminal=
[ "$handoff_hook" != post-commit ] || ! [ -t 2 ] || handoff_terminal=$(stty -g </dev/tty 2>/dev/null) || :
# Whatever hangs, git gets its hook back: ends all that was started here. A person who is asked stops the clock.
handoff_seconds=5
handoff_watch() {
  trap 'kill "$handoff_sleep" 2>/dev/null; exit 0' TERM
  sleep "$handoff_seconds" &
  handoff_sleep=$!
  wait "$handoff_sleep" || exit 0
  trap '' TERM
  handoff_read_self
  handoff_me=$handoff_pid
  handoff_list=$(ps -A -o pid= -o ppid= 2>/dev/null || ps -o pid,ppid 2>/dev/null || handoff_read_processes)
  handoff_find_children "$handoff_self"
  for handoff_child in $handoff_found; do kill -KILL "$handoff_child"; done
  exit 3
}

# Where there is no ps.
handoff_read_processes() {
  for handoff_stat in /proc/[0-9]*/stat; do
    read -r handoff_line <"$handoff_stat" || continue
    # `1234 (node) S 1200 …`
    handoff_rest=${handoff_line##*') '? }
    echo "${handoff_line%% *} ${handoff_rest%% *}"
  done
}

# Of the process $1, and theirs, in $handoff_found; without the watch and what is older. No awk: that may be what hangs.
handoff_find_children() {
  handoff_found=
  handoff_parents=" $1 "
  handoff_more=yes
  while [ -n "$handoff_more" ]; do
    handoff_more=
    while read -r handoff_pid handoff_parent; do
      case $handoff_parents in *" $handoff_pid "*) continue ;; *" $handoff_parent "*) ;; *) continue ;; esac
      # What was started before the watch is not for it to end.
      [ "$handoff_pid" -gt "$handoff_me" ] || continue
      handoff_parents="$handoff_parents$handoff_pid "
      handoff_found="$handoff_found $handoff_pid"
      handoff_more=yes
    done <<END
$handoff_list
END
  done
}

# The process that reads it, in $handoff_pid: a subshell has no other way to know.
handoff_read_self() {
  if [ -r /proc/self/stat ]; then
    read -r handoff_pid handoff_rest </proc/self/stat
  else
    handoff_pid=$(sh -c 'echo "$PPID"')
  fi
}

handoff_read_self
handoff_self=$handoff_pid
handoff_watch >/dev/null 2>&1 &
HANDOFF_WATCH=$!
export HANDOFF_WATCH
# Ends with 3 where the time was up.
handoff_end_watch() {
  kill "$HANDOFF_WATCH" || :
  wait "$HANDOFF_WATCH"
} 2>/dev/null
trap 'handoff_end_watch; exit 130' INT
trap 'handoff_end_watch; exit 143' TERM HUP

# The names and an empty line; a line of the hook's own; what git has under the names.
handoff_tell_names() {
  printf '%s\n\n%s\n' "$handoff_names" "$1"
  printf '%s\n' "$handoff_names" | git cat-file --batch
}

# What the shell itself says of a process that was ended is not for the user.
handoff_code=0
HANDOFF_PROCESS=$PPID HANDOFF_TOLD=${handoff_names:+yes}
HANDOFF_TOLD_FILE=${handoff_told_file-} HANDOFF_RANGE=${handoff_range-}
export HANDOFF_PROCESS HANDOFF_TOLD HANDOFF_TOLD_FILE HANDOFF_RANGE
set -- "$handoff_node" "$handoff_cli" hook "$handoff_hook" "$@"
{
  if [ -n "$HANDOFF_TOLD" ]; then handoff_tell | "$@" 2>&9 9>&-; else "$@" 2>&9 9>&-; fi || handoff_code=$?
} 9>&2 2>/dev/null
handoff_watched=0
handoff_end_watch || handoff_watched=$?
trap - INT TERM HUP
handoff_died=${GIT_DIR:-.git}/handoff-hooks/died
case $handoff_code in
  10 | 11) [ ! -f "$handoff_died" ] || ! grep -q "^$handoff_hook " "$handoff_died" 2>/dev/null || rm -f "$handoff_died" || : ;;
  *) . "$handoff_home/hooks/lib/died.sh" ;;
esac
[ "$handoff_may_stop$handoff_code" != yes10 ] || exit 10
exit 0
