import { spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'

export interface Command {
  pid: number
  output(): string
  /** Resolves when the output contains the text; fails when the command ends first, or after 90 seconds. */
  until(text: string): Promise<void>
  /** The exit code; -1 when a signal ended it. */
  exit: Promise<number>
}

export interface How {
  clone: string
  env?: Record<string, string>
  account?: { uid: number; gid: number } | undefined
  /** Through npm, as people do, instead of node directly. */
  throughNpm?: boolean
}

const kept = /^(PATH|LANG|TMPDIR|RELAIS_ARGON_KIB)$/

/** What a person's shell would give it: no variable of the suite, a home of its own. */
function environment({ clone, env = {} }: How): NodeJS.ProcessEnv {
  const ours = Object.fromEntries(Object.entries(process.env).filter(([name]) => kept.test(name)))
  return { ...ours, HOME: clone, NODE_ENV: 'production', ...env }
}

/** Starts a command of the clone, in a session of its own like a terminal's. */
export function run(args: string[], how: How): Command {
  const [program, given] = how.throughNpm ? ['npm', args] : [process.execPath, args]
  const options = { cwd: how.clone, env: environment(how), ...how.account, detached: true }
  const child = spawn(program, given, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part))
  let ended = false
  const exit = new Promise<number>((resolve) => {
    child.once('error', () => resolve(-1))
    child.once('exit', (code) => {
      ended = true
      resolve(code ?? -1)
    })
  })
  async function until(text: string) {
    for (let waited = 0; !output.includes(text); waited += 50) {
      if (ended || waited > 240_000) throw new Error(`it did not come to "${text}"; it said:\n${output}`)
      await wait(50)
    }
  }
  return { pid: child.pid ?? 0, output: () => output, until, exit }
}

/** Runs a command to its end. */
export async function finish(args: string[], how: How) {
  const command = run(args, how)
  return { code: await command.exit, output: command.output() }
}
