# Finds node where it is not on PATH, for a script that sources this: its path in $handoff_node.
# GUI clients start git with a bare PATH. The newest of nvm's versions wins.
for handoff_dir in \
  "${VOLTA_HOME:-${HOME-}/.volta}/bin" \
  "${XDG_DATA_HOME:-${HOME-}/.local/share}/fnm/aliases/default/bin" \
  "${HOME-}/Library/Application Support/fnm/aliases/default/bin" "${HOME-}/.fnm/aliases/default/bin" \
  "${NVM_DIR:-${HOME-}/.nvm}"/versions/node/v[2-9][0-9].*/bin \
  "${XDG_DATA_HOME:-${HOME-}/.local/share}/mise/shims" "${HOME-}/.asdf/shims" "${HOME-}/.nodenv/shims" \
  /opt/homebrew/bin /usr/local/bin /usr/bin /opt/local/bin /snap/bin \
  "/c/Program Files/nodejs" "${ProgramFiles-}/nodejs"; do
  case $handoff_dir in */versions/node/*) ;; *) [ -z "$handoff_node" ] || break ;; esac
  for handoff_name in node node.exe; do
    [ ! -f "$handoff_dir/$handoff_name" ] || [ ! -x "$handoff_dir/$handoff_name" ] ||
      handoff_node=$handoff_dir/$handoff_name
  done
done
