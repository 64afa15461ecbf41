# Ends a hook before node starts, where node would have nothing to say. quiet-commit-msg.sh and quiet-post-commit.sh say
# when that is. In the git directory's folder of ours lie, all of one line but the plan:
#   plan      what the settings and documents of this repository mean here, a line each; node writes it
#   plan.txt  the same for awk: paths and weights
#   count     <commit> <hundredths> <clean|gate>
#             HEAD as it was judged last, how much debt still fits below the limit, and whether that commit touched
#             anything that the gate looks at
#   passed    <parent> <hundredths left|update|heavy|open|-> <process>
#             what commit-msg let through: count as it will be then, or that node found no decision needed, and the
#             git process that commits
#   wanted    ids of the documents in what is staged, a line each
# All of it is read as data. What is not whole, or not as it was, starts node, which looks again and writes it anew.
# Plain POSIX sh, fit for `set -eu`.

[ "${HANDOFF-}" != 0 ] || exit 0

# awk takes what looks like one for an assignment.
handoff_git=${GIT_DIR:-.git}
case $handoff_git in /*) ;; *) handoff_git=./$handoff_git ;; esac
case $handoff_home in /*) ;; *) handoff_home=./$handoff_home ;; esac
handoff_state=$handoff_git/handoff-hooks
handoff_count=$handoff_state/count
handoff_passed=$handoff_state/passed
handoff_wanted=$handoff_state/wanted
handoff_lib=$handoff_home/hooks/lib
handoff_plan=$handoff_state/plan.txt
handoff_rules=$handoff_home/bundle/rules.txt
handoff_line='
'

# Whether what node left behind still holds.
handoff_recall() {
  [ -z "${HANDOFF_PROBE-}${HANDOFF_DEBUG-}${HANDOFF_MODE-}" ] || return 1
  [ "$handoff_state/plan" -nt "$handoff_home/bundle/cli.js" ] && [ -f "$handoff_count" ] || return 1
  handoff_read_plan <"$handoff_state/plan" || return 1
  read -r handoff_judged handoff_left handoff_clean <"$handoff_count" || return 1
  handoff_same_settings
}

# Behind the last of the known lines stand paths that would be the context file if they were there, then `end`.
handoff_read_plan() {
  IFS= read -r handoff_config && IFS= read -r handoff_context && IFS= read -r handoff_drafts &&
    IFS= read -r handoff_governs && IFS= read -r handoff_limit || return 1
  [ -z "$handoff_context" ] || [ -e "$handoff_context" ] || return 1
  while IFS= read -r handoff_file; do
    [ "$handoff_file" != end ] || return 0
    [ ! -e "$handoff_file" ] || return 1
  done
  return 1
}

# The work tree's settings are those that the plan was made of. A manifest is written all the time, seldom for us.
handoff_same_settings() {
  for handoff_file in handoff.config.json package.json; do
    if [ "$handoff_config" = "$handoff_file" ]; then
      [ "$handoff_count" -nt "$handoff_file" ] || return 1
    elif [ -e "$handoff_file" ] && [ ! "$handoff_count" -nt "$handoff_file" ]; then
      [ "$handoff_file" = package.json ] && ! grep -q '"handoff"' package.json || return 1
    elif [ "$handoff_file" = handoff.config.json ] && [ -e "$handoff_file" ]; then
      return 1
    fi
  done
}

# HEAD's commit from its loose reference; one that is packed, or kept in another way, is for node.
handoff_read_head() {
  read -r handoff_head <"$handoff_git/HEAD" || return 1
  case $handoff_head in 'ref: '*) ;; *) return 0 ;; esac
  handoff_common=$handoff_git
  if [ -f "$handoff_git/commondir" ]; then
    read -r handoff_common <"$handoff_git/commondir" || return 1
    case $handoff_common in /*) ;; *) handoff_common=$handoff_git/$handoff_common ;; esac
  fi
  [ -f "$handoff_common/${handoff_head#ref: }" ] || return 1
  read -r handoff_head <"$handoff_common/${handoff_head#ref: }"
}

# How git tells of a commit, whatever the user's settings are.
handoff_form='-M --no-abbrev --no-color --no-ext-diff --no-textconv'

# The last command of a pipe is ksh93 itself, which `exec` would end.
handoff_exec=exec
[ -z "${KSH_VERSION-}" ] || handoff_exec=

# For the end of a pipe. The files of rules and what the rules are held against, in the order of the arguments.
handoff_weigh() {
  LC_ALL=C $handoff_exec awk -f "$handoff_lib/weigh.awk" -f "$handoff_lib/message.awk" -f "$handoff_lib/files.awk" \
    judged="$handoff_judged" left="$handoff_left" context="$handoff_context" "$@" 2>/dev/null
}

[ ! -f "$handoff_lib/quiet-$handoff_hook.sh" ] || . "$handoff_lib/quiet-$handoff_hook.sh"
