import { type ChildProcess, spawn } from 'node:child_process'
import { root } from '../setup.mjs'
import type { Lifetime } from './lifetime'

const closed = (child: ChildProcess) =>
  new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? 1)))

/** Runs one program of ours in this terminal, to its end; answers its exit code. */
export async function runVisibly(args: string[], env: NodeJS.ProcessEnv, lifetime: Lifetime) {
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' })
  const code = closed(child)
  lifetime.add(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    await code
  })
  return code
}
