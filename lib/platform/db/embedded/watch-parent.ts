import { spawn } from 'node:child_process'
import type { Account } from './account'
import { serverEnv } from './init-cluster'

/**
 * Ends the server when this process dies without having done so, even by `kill -9`: a waiting shell holds the other
 * end of a pipe that only our death (or `stop`) closes. It runs as the server's account, in a session of its own.
 * @returns ends the watch
 */
export function watchParent(pid: number, account: Account | undefined) {
  if (process.platform === 'win32') return () => {}
  const script = 'read -r _; kill -INT "$1" 2>/dev/null'
  const watcher = spawn('/bin/sh', ['-c', script, 'sh', String(pid)], {
    ...account,
    cwd: '/',
    env: serverEnv,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  watcher.unref()
  watcher.stdin.on('error', () => {})
  if ('unref' in watcher.stdin && typeof watcher.stdin.unref === 'function') watcher.stdin.unref()
  return () => watcher.kill('SIGKILL')
}
