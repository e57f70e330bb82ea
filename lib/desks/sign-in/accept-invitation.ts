import { hashPassword } from '@/lib/platform/access/passwords'
import type { Body } from '@/lib/platform/gate/body'
import { invitedBy, setPassword } from './invitation'
import { startFlow } from './next-auth'
import { problemOf } from './password-rule'
import { verifyCredentials } from './verify-credentials'

const one = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '')
const seeOther = (location: string) => new Response(null, { status: 303, headers: { location } })

/** A one-time link and a chosen password → a signed-in administrator. The link stays good until a password is accepted. */
export async function acceptInvitation(_request: Request, { values }: Body): Promise<Response> {
  const token = one(values.token)
  const password = one(values.password)
  const back = `/welcome/${encodeURIComponent(token)}`
  if (!(await invitedBy(token))) return seeOther(back)
  const problem = problemOf(password, one(values.again))
  if (problem) return seeOther(`${back}?problem=${problem}`)
  const email = await setPassword(token, await hashPassword(password))
  if (!email) return seeOther(back)
  const found = await verifyCredentials(email, password)
  if (found) await startFlow(found)
  return seeOther('/')
}
