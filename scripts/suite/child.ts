import { spawn } from 'node:child_process'
import type { Lifetime } from '../instance/lifetime'
import { root } from '../setup.mjs'

export interface Ended {
  code: number
  output: string
}

/** Ends a program together with everything it started. */
function endGroup(pid: number | undefined, signal: NodeJS.Signals) {
  if (!pid) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal)
  } catch {
    // Nobody of the group is left.
  }
}

/** Runs one program in a process group of its own, so that neither Ctrl-C nor a crash leaves anything of it behind. */
export function runGroup(args: string[], env: NodeJS.ProcessEnv, lifetime: Lifetime): Promise<Ended> {
  return new Promise((resolve, reject) => {
    if (lifetime.ending()) return resolve({ code: 130, output: 'interrupted' })
    const child = spawn(process.execPath, args, {
      cwd: root,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part))
    const closed = new Promise<void>((done) => child.once('exit', () => done()))
    lifetime.add(async () => {
      if (child.exitCode === null && child.signalCode === null) {
        endGroup(child.pid, 'SIGTERM')
        await Promise.race([closed, new Promise((later) => setTimeout(later, 5000))])
      }
      endGroup(child.pid, 'SIGKILL')
    })
    child.on('error', reject)
    child.on('exit', (code) => {
      endGroup(child.pid, 'SIGTERM')
      child.once('close', () => resolve({ code: code ?? 1, output }))
    })
  })
}
