import { createHash, randomBytes } from 'node:crypto'
import { maintaining } from '@/lib/platform/db/maintaining'

/** Why no link can be made: the address belongs to a colleague who is no administrator, or who was deactivated. */
export class NotAnAdministrator extends Error {}

const isAddress = (email: string) => email.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)

/**
 * Makes a one-time link for an administrator: a new account when the address is unknown, a new password for one that
 * exists. Earlier links of the same person stop working.
 * @param email the address to sign in with; @param name how colleagues read it, the address's first part when empty
 * @returns the path of the link, valid once within 24 hours; its token is kept only as a hash
 * @throws RangeError for text that is no address; NotAnAdministrator
 */
export async function inviteAdministrator(email: string, name = ''): Promise<string> {
  const address = email.trim().toLowerCase()
  if (!isAddress(address)) throw new RangeError(`${email} is not an e-mail address`)
  const token = randomBytes(32).toString('base64url')
  await maintaining(async (tx) => {
    await tx`insert into access.users (email, name, role)
      values (${address}, ${name.trim() || (address.split('@')[0] ?? address)}, 'ADMIN') on conflict (email) do nothing`
    const [user] = await tx<{ id: string }[]>`
      select id from access.users where email = ${address} and role = 'ADMIN' and active for update`
    if (!user) throw new NotAnAdministrator(address)
    await tx`delete from access.invitations where user_id = ${user.id} and used_at is null`
    await tx`insert into access.invitations (user_id, token_hash, expires_at)
      values (${user.id}, ${createHash('sha256').update(token, 'utf8').digest()}, now() + interval '24 hours')`
  })
  return `/welcome/${token}`
}
