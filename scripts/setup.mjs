// Installs the packages when they are missing or out of date. Node's own modules only: nothing else is there yet.
import { spawn } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isInstalled, stampInstalled } from './installed.mjs'
import { acquireLock, holderOf } from './lock.mjs'
import { PlainError, report, say } from './plain.mjs'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** The oldest Node.js that everything here runs on, as package.json says it: `>=20.19`. */
function oldestNode() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return engines.node.replace('>=', '').split('.').map(Number)
}

/** Throws in plain words when this Node.js is older than package.json asks for. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const oldest = oldestNode()
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return
  throw new PlainError(
    `Relais needs Node.js ${oldest.join('.')} or newer; this is ${version}.\n` +
      'Install a newer one from nodejs.org or with your package manager, then run the same command again.',
  )
}

function isWritable(folder) {
  if (!existsSync(folder)) return dirname(folder) !== folder && isWritable(dirname(folder))
  try {
    accessSync(folder, constants.W_OK)
    return statSync(folder).isDirectory()
  } catch {
    return false
  }
}

function checkWritable() {
  if (isWritable(root) && isWritable(join(root, 'node_modules'))) return
  throw new PlainError(
    'This folder, or node_modules in it, cannot be written by the current user.\n' +
      'Run the command as the user who owns the folder, or make a clone of your own.',
  )
}

/**
 * What `npm ci` runs with: development packages whatever NODE_ENV says, and a cache that can be written
 * (a service account often has no home folder).
 */
export function installEnv(env = process.env) {
  const { NODE_ENV, npm_config_omit, npm_config_production, npm_config_include, ...rest } = env
  const cache = env.npm_config_cache || join(env.HOME || homedir(), '.npm')
  return isWritable(cache) ? rest : { ...rest, npm_config_cache: join(root, '.npm-cache') }
}

function npmCommand() {
  const cli = process.env.npm_execpath
  const beside = join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js')
  const found = [cli, beside].find((file) => file && /npm-cli\.c?js$/.test(file) && existsSync(file))
  if (found) return [process.execPath, [found]]
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', []]
}

/** The reasons that happen to real people, in the order in which npm's output gives them away. */
const reasons = [
  [/ENOSPC/, 'The disk is full: about 1 GB is needed. Free some space and run the same command again.'],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|network/i,
    'The package registry cannot be reached. Check the connection (or the proxy settings of npm) and run the same command again; what is already downloaded is kept.',
  ],
  [/EACCES|EPERM|EROFS/, 'npm may not write here. Run the command as the user who owns this folder.'],
  [
    /EUSAGE|Missing:.*from lock file/,
    'package.json and package-lock.json disagree. Take both from the same commit.',
  ],
]

function explain(output) {
  const known = reasons.find(([pattern]) => pattern.test(output))
  const tail = output.trim().split('\n').slice(-12).join('\n')
  return `The packages could not be installed.\n${known ? known[1] : 'npm said:'}\n\n${tail}`
}

function runNpmCi() {
  const [command, before] = npmCommand()
  const args = [
    ...before,
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env: installEnv(), stdio: ['ignore', 'pipe', 'pipe'] })
    const started = performance.now()
    const beat = setInterval(
      () => say(`still installing (${Math.round((performance.now() - started) / 1000)} s)`),
      10_000,
    )
    const stop = () => child.kill('SIGTERM')
    process.once('SIGTERM', stop)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part))
    const settle = (act) => {
      clearInterval(beat)
      process.removeListener('SIGTERM', stop)
      act()
    }
    child.on('error', (error) =>
      settle(() => reject(new PlainError(`npm could not be started: ${error.message}`))),
    )
    child.on('close', (code) =>
      settle(() => (code === 0 ? resolve() : reject(new PlainError(explain(output))))),
    )
  })
}

/** Two commands started together on a fresh clone: the second waits for the first one's installation. */
async function lockInstallation() {
  mkdirSync(join(root, '.relais'), { recursive: true, mode: 0o711 })
  const file = join(root, '.relais', 'setup.lock')
  for (let told = false; ; told = true) {
    const lock = acquireLock(file, { command: 'setup' })
    if (lock) return lock
    if (!told) say(`waiting for another installation in this folder (process ${holderOf(file)?.pid})`)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

/** Makes node_modules match the lockfile; does nothing, in a few milliseconds, when it already does. */
export async function setup() {
  checkNode()
  if (isInstalled(root)) return
  checkWritable()
  const lock = await lockInstallation()
  try {
    if (isInstalled(root)) return
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
    say(`installing packages (${Object.keys(packages).length - 1} in the lockfile, about half a minute)`)
    await runNpmCi()
    stampInstalled(root)
    say('packages installed')
  } finally {
    lock.release()
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  setup().catch((error) => {
    report(error)
    process.exitCode = 1
  })
}
