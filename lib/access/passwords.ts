import { hash, verify } from '@node-rs/argon2'
import { env } from '../env'

/** argon2id, 46 MiB, one pass (OWASP's first choice); memory and cores bound how many run at once. */
const options = () => ({ memoryCost: env().argonKib, timeCost: 1, parallelism: 1 })

/** One for strangers, and one more for browsers that are known: whoever floods the door does not stand in theirs. */
const limit = { strangers: 1, all: 2 }
const longestLine = 512

/** Who waits: `known` goes first; the others take turns by their key, so that one account’s flood delays no other. */
export type Asker = { key: string; known: boolean }
const nobody: Asker = { key: '', known: true }

type Waiting = Asker & { resume: () => void }
const running = { strangers: 0, all: 0 }
const waiting: Waiting[] = []
let lastServed: string | undefined

/** Told by its code: classes differ between bundles. */
export class TooBusy extends Error {
  readonly code = '53300'
}

const fits = ({ known }: Asker) => running.all < limit.all && (known || running.strangers < limit.strangers)

/** The next in line: known browsers, then the first whose key was not the one served last. */
function next(): Waiting | undefined {
  const able = waiting.filter(fits)
  return able.find(({ known }) => known) ?? able.find(({ key }) => key !== lastServed) ?? able[0]
}

function begin(asker: Asker): void {
  running.all += 1
  if (asker.known) return
  running.strangers += 1
  lastServed = asker.key
}

async function inTurn<T>(asker: Asker, work: () => Promise<T>): Promise<T> {
  if (fits(asker)) begin(asker)
  else {
    if (waiting.length >= longestLine) throw new TooBusy('too many sign-ins at once')
    await new Promise<void>((resume) => waiting.push({ ...asker, resume }))
  }
  try {
    return await work()
  } finally {
    running.all -= 1
    if (!asker.known) running.strangers -= 1
    const following = next()
    if (following) {
      waiting.splice(waiting.indexOf(following), 1)
      begin(following)
      following.resume()
    }
  }
}

export const hashPassword = (password: string): Promise<string> =>
  inTurn(nobody, () => hash(password, options()))

let decoy: Promise<string> | undefined

/** Checks a password. Without a stored hash it checks a decoy: an unknown address costs the same time. */
export async function checkPassword(
  stored: string | undefined,
  password: string,
  asker: Asker = nobody,
): Promise<boolean> {
  decoy ??= hash('nobody signs in with this', options())
  const against = stored ?? (await decoy)
  const fitting = await inTurn(asker, () => verify(against, password.slice(0, 256)))
  return fitting && stored !== undefined
}
