# Finds node for a script that sources this: what starts it in $handoff_node, '' where there is none.
# Node reads extra certificates at every start, three times slower; nothing here speaks TLS.
unset NODE_EXTRA_CA_CERTS
handoff_node=
! command -v node >/dev/null 2>&1 || handoff_node=node
# GUI clients start git with a bare PATH. The newest of nvm's versions wins.
[ -n "$handoff_node" ] || for handoff_dir in \
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
