import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { PlainError } from '../plain.mjs'
import { root } from '../setup.mjs'
import type { Lifetime } from './lifetime'

export interface Run {
  /** For messages: "The migration failed". */
  name: string
  args: string[]
  env: NodeJS.ProcessEnv
  /** File that receives what it prints; without one nothing is kept. */
  log?: string
  lifetime: Lifetime
}

/** Thrown when a step ends because we are being stopped; says nothing to anybody. */
export class Interrupted extends Error {}

const lastLines = (text: string) => text.trim().split('\n').slice(-25).join('\n')

/** Runs one program of ours to its end, silently; when it fails, its last lines are the message. */
export function runToEnd({ name, args, env, log, lifetime }: Run): Promise<string> {
  return new Promise((resolve, reject) => {
    if (lifetime.ending()) return reject(new Interrupted())
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const file = log ? createWriteStream(log, { flags: 'a', mode: 0o600 }) : undefined
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (part) => {
        output += part
        file?.write(part)
      })
    }
    lifetime.add(() => void child.kill('SIGTERM'))
    child.on('error', reject)
    child.on('close', (code) => {
      file?.end()
      if (code === 0) return resolve(output)
      if (lifetime.ending()) return reject(new Interrupted())
      reject(new PlainError(`${name} failed.\n\n${lastLines(output)}`))
    })
  })
}

/** Arguments of node for a TypeScript entry point of this project. */
export const typescript = (entry: string, ...args: string[]) => ['--import', 'tsx', entry, ...args]
