/**
 * A command that closes all descriptors above `last` before it becomes `argv`. What our own process
 * inherited (a CI runner's pipe, an editor's file) would be open in the sandbox too: Node passes it on, and
 * neither bubblewrap nor setpriv closes any. Which numbers there are is known only in the process.
 */
export function closingOthers(last: number, argv: readonly string[]): [string, ...string[]] {
  const close = `for fd in /proc/$$/fd/*; do fd=\${fd##*/}; [ "$fd" -gt ${last} ] && eval "exec $fd>&-"; done; exec "$@"`;
  // With a socket as standard input bash takes itself for a remote shell and would read ~/.bashrc.
  return ['/bin/bash', '--norc', '-c', close, 'bash', ...argv];
}
