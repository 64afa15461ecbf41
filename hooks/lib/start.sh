# Starts node on the bundle for the hook that sources this, in a subshell of the hook that git runs.
#   handoff_home      the folder that install made in the common git directory
#   handoff_hook      the hook's name; its arguments are "$@"
#   handoff_names     names of git objects that node will ask for, HEAD first, and handoff_tell, which prints what git
#                     has under them, as src/git/told.ts reads it; both are left out where node asks by itself
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

# GUI clients start git with a bare PATH. The newest of nvm's versions wins.
handoff_find_node() {
  for handoff_dir in \
    "${VOLTA_HOME:-${HOME-}/.volta}/bin" \
    "${XDG_DATA_HOME:-${HOME-}/.local/share}/fnm/aliases/default/bin" \
    "${HOME-}/Library/Application Support/fnm/aliases/default/bin" "${HOME-}/.fnm/aliases/default/bin" \
    "${NVM_DIR:-${HOME-}/.nvm}"/versions/node/v[2-9][0-9].*/bin \
    "${XDG_DATA_HOME:-${HOME-}/.local/share}/mise/shims" "${HOME-}/.asdf/shims" "${HOME-}/.nodenv/shims" \
    /opt/homebrew/bin /usr/local/bin /usr/bin /opt/local/bin /snap/bin \
    "/c/Program Files/nodejs" "${ProgramFiles-}/nodejs"; do
    case $handoff_dir in */versions/node/*) ;; *) [ -z "$handoff_node" ] || return 0 ;; esac
    for handoff_name in node node.exe; do
      [ ! -f "$handoff_dir/$handoff_name" ] || [ ! -x "$handoff_dir/$handoff_name" ] ||
        handoff_node=$handoff_dir/$handoff_name
    done
  done
}

handoff_cli=$handoff_home/bundle/cli.js
[ -f "$handoff_cli" ] || handoff_give_up "its bundle is gone; npx handoff-hooks install puts it back"

handoff_node=
if command -v node >/dev/null 2>&1; then handoff_node=node; else handoff_find_node; fi
[ -n "$handoff_node" ] || handoff_give_up "no node on PATH nor in the usual places"

if [ -n "${HANDOFF_PROBE-}" ]; then
  printf '%s\n' "$handoff_hook" >>"$HANDOFF_PROBE" || :
  exit 0
fi

# A bundle that has lost a part would end in node's stack, an empty one in a gate that says yes.
handoff_files=cli.js
[ ! -f "$handoff_home/bundle/files" ] || read -r handoff_files <"$handoff_home/bundle/files" || :
for handoff_file in $handoff_files; do
  [ -s "$handoff_home/bundle/$handoff_file" ] ||
    handoff_give_up "its bundle is damaged; npx handoff-hooks install puts it right"
done

# Node reads extra certificates at every start, three times slower; no hook speaks TLS.
unset NODE_EXTRA_CA_CERTS
HANDOFF_PROCESS=$PPID
export HANDOFF_PROCESS
unset HANDOFF_TOLD HANDOFF_TOLD_FILE HANDOFF_RANGE
handoff_terminal=
[ "$handoff_hook" != post-commit ] || ! [ -t 2 ] || handoff_terminal=$(stty -g </dev/tty 2>/dev/null) || :
handoff_code=0
if [ -n "${handoff_names-}" ]; then
  HANDOFF_TOLD=$handoff_names
  HANDOFF_TOLD_FILE=${handoff_told_file-}
  HANDOFF_RANGE=${handoff_range-}
  export HANDOFF_TOLD HANDOFF_TOLD_FILE HANDOFF_RANGE
  handoff_tell 2>/dev/null | "$handoff_node" "$handoff_cli" hook "$handoff_hook" "$@" || handoff_code=$?
else
  "$handoff_node" "$handoff_cli" hook "$handoff_hook" "$@" || handoff_code=$?
fi
handoff_died=${GIT_DIR:-.git}/handoff-hooks/died
case $handoff_code in
  10 | 11) [ ! -f "$handoff_died" ] || ! grep -q "^$handoff_hook " "$handoff_died" 2>/dev/null || rm -f "$handoff_died" || : ;;
  *) . "$handoff_home/hooks/lib/died.sh" ;;
esac
[ "$handoff_may_stop$handoff_code" != yes10 ] || exit 10
exit 0
