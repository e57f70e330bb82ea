import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { freePort } from '@/lib/platform/db/embedded/free-port'
import { type Command, type How, run } from './command'
import { allGone, processesOf } from './processes'

/** The clone that the cases act on, one after the other. */
export interface Stage {
  /** Temporary folder of the suite. */
  folder: string
  clone: string
}

export interface Case {
  /** A sentence of what holds. */
  name: string
  run(stage: Stage): Promise<void>
}

const served = 'Ctrl-C stops everything.'

/** Starts and waits until it serves. */
export async function startServing(how: How) {
  const port = await freePort()
  const args = how.throughNpm ? ['start'] : ['scripts/start.mjs']
  const command = run(args, { ...how, env: { PORT: String(port), ...how.env } })
  try {
    await command.until(served)
  } catch (error) {
    process.kill(-command.pid, 'SIGINT')
    throw error
  }
  return { command, port }
}

/** The status a page answers with. */
export function statusOf(port: number, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path, headers: { host: `127.0.0.1:${port}` } },
      (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      },
    )
    asked.on('error', reject)
    asked.end()
  })
}

export async function assertServes(port: number) {
  assert.equal(await statusOf(port, '/api/health'), 200)
  const status = await statusOf(port, '/sign-in')
  assert.ok(status >= 200 && status < 400, `the sign-in page answers ${status}`)
}

export async function assertNothingLeft(clone: string) {
  assert.ok(await allGone(clone), `still running: ${processesOf(clone).join(', ')}`)
}

/** Ctrl-C, as a terminal sends it: to the whole group. */
export async function stopServing(command: Command, clone: string) {
  process.kill(-command.pid, 'SIGINT')
  assert.equal(await command.exit, 0)
  await assertNothingLeft(clone)
}

/** Process ids by the notes that the running instance keeps. */
export function idsOf(dataFolder: string) {
  const lock = JSON.parse(readFileSync(join(dataFolder, 'lock.json'), 'utf8'))
  const [postmaster, , , databasePort] = readFileSync(join(dataFolder, 'pg', 'postmaster.pid'), 'utf8')
    .split('\n')
    .map(Number)
  return {
    start: Number(lock.pid),
    server: Number(lock.children[0].pid),
    postmaster: postmaster ?? 0,
    databasePort: databasePort ?? 0,
  }
}
