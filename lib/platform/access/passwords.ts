import { hash, verify } from '@node-rs/argon2'
import { env } from '@/lib/platform/env/env'

/** argon2id, 46 MiB, one pass (OWASP's first choice); memory bounds how many run at once. */
const options = () => ({ memoryCost: env().argonKib, timeCost: 1, parallelism: 1 })

const limit = 2
const queueLimit = 20
let running = 0
const waiting: (() => void)[] = []

export class TooBusy extends Error {}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= limit) {
    if (waiting.length >= queueLimit) throw new TooBusy('too many sign-ins at once')
    await new Promise<void>((resume) => waiting.push(resume))
  }
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, options()))

/** Characters a password may have. */
export const longestPassword = 1024

let decoy: Promise<string> | undefined

/** Checks a password. Without a stored hash it checks a decoy: an unknown address costs the same time. */
export async function checkPassword(stored: string | undefined, password: string): Promise<boolean> {
  // Longer than any that could have been set: wrong as a whole, never cut to fit, and not worth the work.
  const possible = password.length <= longestPassword
  decoy ??= hash('nobody signs in with this', options())
  const against = stored ?? (await decoy)
  const fits = await inTurn(() => verify(against, possible ? password : ''))
  return fits && possible && stored !== undefined
}
