import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { serverFile } from '../build-server'
import { PlainError } from '../plain.mjs'
import { root } from '../setup.mjs'
import { instanceEnv, type Served } from './environment'
import type { Lifetime } from './lifetime'
import { Interrupted } from './run-entry'

export interface Server {
  pid: number
  /** Called when it ends by itself; receives the last lines of its log. */
  onDeath(listener: (lastWords: string) => void): void
}

/** Asks over 127.0.0.1, with the host name people use: the server answers to no other. */
function healthBoot(port: number, origin: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const headers = { host: new URL(origin).host }
    const asked = request(
      { host: '127.0.0.1', port, path: '/api/health', headers, timeout: 2000 },
      (response) => {
        let body = ''
        response.on('data', (part) => (body += part))
        response.on('end', () => resolve(bootOf(body)))
      },
    )
    asked.on('timeout', () => asked.destroy())
    asked.on('error', () => resolve(undefined))
    asked.end()
  })
}

function bootOf(body: string) {
  try {
    return String(JSON.parse(body).boot)
  } catch {
    return undefined
  }
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

/** Asks it to stop, then insists after 10 seconds. */
async function endChild(child: ChildProcess) {
  if (hasEnded(child)) return
  const closed = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const insist = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await closed
  clearTimeout(insist)
}

function lastWords(log: string, from: number) {
  return readFileSync(log).subarray(from).toString('utf8').trim().split('\n').slice(-12).join('\n')
}

function launch(served: Served, boot: string, log: string) {
  const out = openSync(log, 'a', 0o600)
  const env = { ...instanceEnv(served), RELAIS_BOOT_ID: boot }
  const child = spawn(process.execPath, [serverFile(root)], {
    cwd: root,
    env,
    stdio: ['ignore', out, out],
  })
  closeSync(out)
  return child
}

/** Starts the server and waits, at most a minute, until it answers with the id of this very start. */
export async function startServer(served: Served, lifetime: Lifetime): Promise<Server> {
  const boot = randomUUID()
  const log = served.folder.log('server')
  const from = statSync(log, { throwIfNoEntry: false })?.size ?? 0
  const child = launch(served, boot, log)
  lifetime.add(() => endChild(child))
  for (let waited = 0; (await healthBoot(served.port, served.origin)) !== boot; waited += 40) {
    if (lifetime.ending()) throw new Interrupted()
    if (hasEnded(child) || waited > 60_000) {
      throw new PlainError(`The server did not start.\n\n${lastWords(log, from)}`)
    }
    await wait(40)
  }
  return {
    pid: child.pid ?? 0,
    onDeath: (listener) => child.once('exit', () => lifetime.ending() || listener(lastWords(log, from))),
  }
}
