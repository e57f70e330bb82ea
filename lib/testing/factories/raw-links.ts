import { randomBytes, randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { hashOf } from '@/lib/platform/access/sessions'
import { presenting, type SignedIn } from '@/lib/testing/actors'
import { raw as connect, root } from '@/lib/testing/database'
import { type Sides, sides } from './sides'
import { TO_SENT } from './walk'

/** Links asked of the database itself, past every line of the program. */
export let all: Sides
/** Before the tests of a file: two sides of one agency, with a case. */
export async function bothSides(): Promise<void> {
  all = await sides()
}

export const fresh = () => randomBytes(32).toString('base64url')
export const RIGHT = hashOf('the right code')
export const WRONG = hashOf('a wrong one')
const kept = new Map<string, ReturnType<typeof connect>>()
/** One pool for each login: twelve at once are twelve connections, fifty in a row are one. */
export const raw = (login: 'web' | 'partner' | 'auth') => {
  const pool = kept.get(login) ?? connect(login, 12)
  kept.set(login, pool)
  return pool
}
export const auth = () => raw('auth')
export const said = async <T>(rows: PromiseLike<readonly { said?: T }[]>) => (await rows)[0]?.said

export async function make(referral: string, token = fresh(), as: SignedIn = all.lead) {
  const id = await said<string | null>(
    presenting(
      raw('web'),
      as.token,
      (tx) => tx`select app.make_link(${referral}, ${randomUUID()}, ${hashOf(token)}) as said`,
    ),
  )
  return { id, token }
}
export const ask = (token: string, browser: string) =>
  said<boolean>(
    auth()`select access.ask_link_code(${token}, ${browser}, ${randomBytes(32)}, ${RIGHT}, false) as said`,
  )
export const redeem = (token: string, browser: string, hash: Buffer, session = fresh()) =>
  said<string>(auth()`select access.redeem_link(${token}, ${browser}, ${hash}, ${hashOf(session)}) as said`)
export const rowOf = async (token: string) =>
  (await root()`select * from access.links where token_hash = ${hashOf(token)}`)[0]
export const seen = (session: string, referral?: string) =>
  presenting(raw('partner'), session, async (tx) =>
    referral
      ? tx`select id from app.referrals where id = ${referral}`
      : tx`select id from app.referrals order by id`,
  )

/** A link to a referral, asked for and opened in one browser. */
export async function opened(steps = TO_SENT) {
  const referral = await all.referral(steps)
  const { token, id } = await make(referral)
  const browser = fresh()
  const session = fresh()
  await ask(token, browser)
  expect(await redeem(token, browser, RIGHT, session)).toBe('OPEN')
  return { referral, token, link: String(id), browser, session }
}

export const by = (session: string): SignedIn => ({ ...all.agency, token: session })
