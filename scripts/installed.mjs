// Is node_modules what the lockfile asks for? Answered without npm, in a few milliseconds.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const machine = `${process.platform}-${process.arch}`

/** Hash of the lockfile and of the kind of machine, because native packages differ between them. */
function wanted(root) {
  const lock = readFileSync(join(root, 'package-lock.json'))
  return createHash('sha256').update(lock).update(machine).digest('hex')
}

const stampFile = (root) => join(root, 'node_modules', '.relais-stamp')

function readStamp(root) {
  return existsSync(stampFile(root)) ? readFileSync(stampFile(root), 'utf8').trim() : ''
}

/** @param {string} root project folder; call after a complete installation */
export function stampInstalled(root) {
  writeFileSync(stampFile(root), `${wanted(root)}\n`)
}

const suits = (list, value) =>
  !list ||
  (list.includes(value) && !list.includes(`!${value}`)) ||
  list.every((x) => x[0] === '!' && x !== `!${value}`)

/**
 * Only an optional package made for exactly this system must be there. npm leaves out those for other systems,
 * those bound to one C library, and what only they need (which states no system at all).
 */
function mayBeMissing(entry) {
  if (!entry.optional) return false
  const forThisSystem = entry.os && suits(entry.os, process.platform) && suits(entry.cpu, process.arch)
  return Boolean(entry.libc) || !forThisSystem
}

/** Compares the lockfile with the copy npm leaves in node_modules: right for whoever ran `npm install`. */
function matchesHiddenLock(root) {
  const hiddenFile = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(hiddenFile)) return false
  const { packages: have } = JSON.parse(readFileSync(hiddenFile, 'utf8'))
  const { packages: want } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return Object.entries(want).every(
    ([path, entry]) => path === '' || mayBeMissing(entry) || have[path]?.version === entry.version,
  )
}

/**
 * True when node_modules belongs to this lockfile.
 * @param {string} root project folder
 */
export function isInstalled(root) {
  if (readStamp(root) === wanted(root)) return true
  if (!matchesHiddenLock(root)) return false
  stampInstalled(root)
  return true
}
