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

let decoy: Promise<string> | undefined

/** Checks a password. Without a stored hash it checks a decoy: an unknown address costs the same time. */
export async function checkPassword(stored: string | undefined, password: string): Promise<boolean> {
  decoy ??= hash('nobody signs in with this', options())
  const against = stored ?? (await decoy)
  const fits = await inTurn(() => verify(against, password.slice(0, 256)))
  return fits && stored !== undefined
}
