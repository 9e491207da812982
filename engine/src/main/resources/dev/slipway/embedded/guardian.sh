# Stops an embedded server when none of its users is alive.
#
# Started by Slipway as: sh FOLDER/guardian.sh LINGER keep|delete
#   LINGER   seconds that the server stays after its last user
#   keep     stops it gently and keeps the folder; delete: stops it at once and deletes the folder
#
# The users are the files FOLDER/users/PID-STARTED-*, see ServerFolder.java. All is inside of main, so
# that the shell has read the whole script before its file is deleted.

# Sets state and started of the process $1; started is 0 where there is no /proc.
look() {
  state=gone
  started=0
  kill -0 "$1" 2>/dev/null && state=alive
  if [ -r "/proc/$1/stat" ] && read -r line 2>/dev/null <"/proc/$1/stat"; then
    # shellcheck disable=SC2086
    set -- ${line##*) }
    state=alive
    case $1 in Z | X) state=gone ;; esac
    shift 19
    started=$1
  fi
}

# Whether a user is alive; forgets the dead ones.
used() {
  result=1
  for file in users/*-*; do
    [ -e "$file" ] || continue
    mark=${file#users/}
    pid=${mark%%-*}
    rest=${mark#*-}
    since=${rest%%-*}
    look "$pid"
    if [ "$state" = alive ] && { [ "$since" = 0 ] || [ "$since" = "$started" ]; }; then
      result=0
    else
      rm -f "$file"
    fi
  done
  return $result
}

# Sets server to the process id of the running server, or to nothing.
find_server() {
  server=
  [ -r data/postmaster.pid ] && read -r server <data/postmaster.pid
  case $server in '' | *[!0-9]*) server= ; return ;; esac
  look "$server"
  [ "$state" = alive ] || { server= ; return; }
  # After a restart of the machine the id may belong to anybody.
  if [ -e "/proc/$server/cwd" ] && ! [ "/proc/$server/cwd" -ef data ]; then
    server=
  fi
}

stop_server() {
  find_server
  [ -n "$server" ] || return
  kill "$1" "$server" 2>/dev/null
  tries=0
  while [ $tries -lt 600 ]; do
    look "$server"
    [ "$state" = alive ] || return
    sleep 0.1 2>/dev/null || sleep 1
    tries=$((tries + 1))
  done
  kill -KILL "$server" 2>/dev/null
}

main() {
  # Ctrl-C in the terminal is for the users; they go, and then this one does.
  trap '' INT HUP QUIT
  linger=$1
  manner=$2
  cd "${0%/*}" || exit 1
  folder=$PWD
  look $$
  me=$$-$started
  # Left by a guardian that was killed while it stopped the server.
  rmdir stopping 2>/dev/null
  echo "$me" >guardian.new && mv guardian.new guardian || exit 1
  idle=0
  while :; do
    # The folder may be deleted, or deleted and made again by a server with a guardian of its own.
    [ "$folder/users" -ef users ] && read -r owner 2>/dev/null <guardian && [ "$owner" = "$me" ] || exit 0
    : >heartbeat
    if used; then
      idle=0
    elif [ $idle -lt "$linger" ]; then
      idle=$((idle + 1))
    elif mkdir stopping 2>/dev/null; then
      # Whoever joins registers first and looks for "stopping" second: one of the two sees the other.
      if used; then
        rmdir stopping
      else
        break
      fi
    fi
    sleep 1
  done
  if [ "$manner" = delete ]; then
    stop_server -QUIT
    mv "$folder" "$folder.gone" 2>/dev/null && cd / && rm -rf "$folder.gone"
    # The lock of a shared server stays: somebody may be waiting for it.
    case $folder in */temporary-*) rm -f "$folder.lock" ;; esac
  else
    stop_server -INT
    rm -f guardian heartbeat
    rmdir stopping
  fi
}

main "$@"
exit 0
