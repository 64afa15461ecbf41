# Node ended without an answer: killed, out of memory, unable to read the bundle. Leaves the terminal as it was before,
# says so in one line, and notes it for `status`, as `<hook> <exit code> <git process>`.

# Whether nothing else has the terminal: setting it from the background would stop us.
handoff_is_in_front() {
  if [ -r "/proc/$$/stat" ]; then
    read -r handoff_stat <"/proc/$$/stat"
  else
    handoff_stat=") - - $(ps -o pgid= -p $$) - - $(ps -o tpgid= -p $$)"
  fi
  # `1234 (sh) S 1200 1234 1200 34816 1234`: state, parent, group, session, terminal, its foreground group.
  set -- ${handoff_stat##*') '}
  [ -n "${3-}" ] && [ "$3" = "${6-}" ]
}

# Keys may have been read one by one, unseen, and the cursor hidden.
if [ -n "$handoff_terminal" ] && handoff_is_in_front; then
  stty "$handoff_terminal" </dev/tty 2>/dev/null || :
  printf '\033[?25h' >/dev/tty 2>/dev/null || :
fi

# ksh adds 256 to the number of a signal, yash 384, all others 128.
handoff_signal=0
[ "$handoff_code" -le 128 ] || handoff_signal=$((handoff_code % 128))
case $handoff_code.$handoff_signal in
  1.0) handoff_how="node cannot run it: its bundle is damaged, or $handoff_node is older than 20.19" ;;
  134.* | *.6) handoff_how='node gave up, as it does out of memory' ;;
  *.0) handoff_how="node ended with $handoff_code" ;;
  *) handoff_how="node was killed by signal $handoff_signal" ;;
esac
[ "$handoff_watched" != 3 ] || handoff_how="it was not done after $handoff_seconds s"

# What killed commit-msg mostly kills post-commit of the same commit too, and that is no news.
handoff_last=
[ ! -f "$handoff_died" ] || read -r handoff_last <"$handoff_died" || :
case $handoff_may_stop,$handoff_last in
  no,*" $PPID") ;;
  *)
    if [ "$handoff_may_stop" = yes ]; then
      handoff_then='judged nothing'
      case $(git config alias.handoff 2>/dev/null) in
        *handoff-hooks/run*) handoff_start='git handoff' ;;
        *) handoff_start='sh "$(git rev-parse --git-common-dir)/handoff-hooks/run"' ;;
      esac
      handoff_next="$handoff_start status   says more"
    else
      handoff_then='did not finish'
      handoff_next='the next commit catches up'
    fi
    printf 'handoff: %s %s: %s; %s\n' "$handoff_hook" "$handoff_then" "$handoff_how" "$handoff_next" >&2
    { [ -d "${handoff_died%/*}" ] || mkdir "${handoff_died%/*}"; } 2>/dev/null || :
    (printf '%s %s %s\n' "$handoff_hook" "$handoff_code" "$PPID" >"$handoff_died") 2>/dev/null || :
    ;;
esac
