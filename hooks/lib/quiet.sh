# Ends a hook before node starts, where node would have nothing to say; quiet-commit-msg.sh and quiet-post-commit.sh say
# when that is. In our directory of the git directory lie:
#   plan    what has to hold of files of the work tree, a line each: `context`, `settings`, `manifest`, `gone`; then `end`
#   paths   this project's trip wires
#   count   <commit> <commits> <lines> <clean|gate>: HEAD as it was counted last, how many commits, and lines of them,
#           are left until node judges them, and whether that commit touched anything that the gate looks at
#   passed  <parent> <quiet|node|open|-> <process> <lines>: what commit-msg found, and the git process that commits
#   wanted  ids of the documents in what is staged, a line each
# All of it is read as data. What is not whole, or not as it was, starts node, which looks again and writes it anew.
[ "${HANDOFF-}" != 0 ] || exit 0

# awk takes a name that looks like one for an assignment.
handoff_git=${GIT_DIR:-.git}
case $handoff_git in /*) ;; *) handoff_git=./$handoff_git ;; esac
case $handoff_home in /*) ;; *) handoff_home=./$handoff_home ;; esac
handoff_state=$handoff_git/handoff-hooks handoff_line='
'

# Whether what node left behind still holds.
handoff_recall() {
  [ -z "${HANDOFF_PROBE-}${HANDOFF_DEBUG-}${HANDOFF_MODE-}" ] || return 1
  # A shell that cannot compare files says so each time, with 2.
  handoff_answer=0
  [ / -nt / ] 2>/dev/null || handoff_answer=$?
  [ "$handoff_answer" = 1 ] || return 1
  [ "$handoff_state/plan" -nt "$handoff_home/bundle/cli.js" ] && [ -f "$handoff_state/count" ] || return 1
  handoff_read_plan <"$handoff_state/plan" || return 1
  read -r handoff_judged handoff_commits handoff_lines handoff_clean <"$handoff_state/count"
}

handoff_read_plan() {
  handoff_context=
  while read -r handoff_word handoff_file; do
    case $handoff_word in
      context) [ -e "$handoff_file" ] && handoff_context=$handoff_file || return 1 ;;
      # What would be the context file, or the settings, if it were there.
      gone) [ ! -e "$handoff_file" ] || return 1 ;;
      settings) handoff_is_before "$handoff_file" || return 1 ;;
      # A manifest is written all the time, seldom for us.
      manifest)
        # A pipe would be waited for.
        [ ! -e "$handoff_file" ] || handoff_is_before "$handoff_file" ||
          { [ -f "$handoff_file" ] && ! grep -q '"handoff"' "$handoff_file" 2>/dev/null; } || return 1
        ;;
      end) return 0 ;;
      *) return 1 ;;
    esac
  done
  return 1
}

# Whether a file is there as it was when HEAD was counted.
handoff_is_before() { [ -e "$1" ] && [ "$handoff_state/count" -nt "$1" ]; }

# HEAD's commit from its loose reference; one that is packed, or kept in another way, is for node.
handoff_read_head() {
  read -r handoff_head <"$handoff_git/HEAD" || return 1
  case $handoff_head in 'ref: '*) ;; *) return 0 ;; esac
  handoff_common=$handoff_git
  if [ -f "$handoff_git/commondir" ]; then
    read -r handoff_common <"$handoff_git/commondir" || return 1
    case $handoff_common in /*) ;; *) handoff_common=$handoff_git/$handoff_common ;; esac
  fi
  [ -f "$handoff_common/${handoff_head#ref: }" ] && read -r handoff_head <"$handoff_common/${handoff_head#ref: }"
}

# Holds what handoff_ask prints against the wires. git compares the files to count lines: not where there are many.
handoff_hold() {
  handoff_most=$1 handoff_answer=0
  shift
  # Seconds of the processor, for a git or an awk that goes astray: then node looks.
  { ulimit -S -t 2 || :; handoff_ask "$handoff_most"; } 2>/dev/null | (
    ulimit -S -t 2 || :
    LC_ALL=C
    export LC_ALL
    exec awk -f "$handoff_home/hooks/lib/wires.awk" judged="$handoff_judged" most="$handoff_most" part=wires \
      "$handoff_home/bundle/wires.txt" "$handoff_state/paths" "$@"
  ) 2>/dev/null || handoff_answer=$?
  [ "$handoff_answer" = 7 ] || return "$handoff_answer"
  handoff_hold 0 "$@"
}

# How git tells of a commit, whatever the user's settings are.
handoff_git_tells() {
  [ "$1" -le 0 ] || set -- "$@" --numstat
  shift
  exec git -c core.quotePath=false "$@" --raw -M -l100 --no-abbrev --no-color --no-ext-diff --no-textconv --
}

[ ! -f "$handoff_home/hooks/lib/quiet-$handoff_hook.sh" ] || . "$handoff_home/hooks/lib/quiet-$handoff_hook.sh"
