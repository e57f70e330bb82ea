import { hash, verify } from '@node-rs/argon2'
import { env } from '@/lib/platform/env/env'
import { type Asker, Line, trusted } from './line'

/** argon2id, 46 MiB, one pass (OWASP's first choice); memory and cores bound how many run at once. */
const options = () => ({ memoryCost: env().argonKib, timeCost: 1, parallelism: 1 })

/** Two at once: one for strangers, and one for browsers that are known. */
const line = new Line(2)

export const hashPassword = (password: string): Promise<string> =>
  line.inTurn(trusted, () => hash(password, options()))

/** Characters a password may have. */
export const longestPassword = 1024

let decoy: Promise<string> | undefined

/** Checks a password. Without a stored hash it checks a decoy: an unknown address costs the same time. */
export async function checkPassword(
  stored: string | undefined,
  password: string,
  asker: Asker = trusted,
): Promise<boolean> {
  // Longer than any that could have been set: wrong as a whole, never cut to fit, and not worth the work.
  const possible = password.length <= longestPassword
  decoy ??= hash('nobody signs in with this', options())
  const against = stored ?? (await decoy)
  const fitting = await line.inTurn(asker, () => verify(against, possible ? password : ''))
  return fitting && possible && stored !== undefined
}
