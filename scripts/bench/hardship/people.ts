import { readFileSync } from 'node:fs'
import type { Instance } from './instance'
import { type Answered, send } from './send'

export type Account = { email: string; role: string; offices: string[]; password: string }

export function accountsOf({ folder }: Instance): Account[] {
  return JSON.parse(readFileSync(folder.file('demo-accounts.json'), 'utf8'))
}

/** Signs in; the cookies of the session and of the browser, which the account knows from now on. */
export async function comeIn(
  { port }: Instance,
  { email, password }: Pick<Account, 'email' | 'password'>,
  more: { cookie?: string; from?: string } = {},
): Promise<{ answer: Answered; session: string; device: string }> {
  const body = new URLSearchParams({ email, password }).toString()
  const answer = await send({ port, path: '/api/v1/session', body, ...more })
  const pick = (end: RegExp) => answer.cookies.filter((pair) => end.test(pair)).join('; ')
  return { answer, session: pick(/-p?sid=./), device: pick(/-device=./) }
}

/** An alert as the form sends it, under a key that makes it one alert however often it is sent. */
export const alertBody = (key: string): string =>
  JSON.stringify({
    _key: key,
    flowPoint: 'FMP_MOP',
    seenOn: '2014-06-30',
    given: 'Invented',
    sex: 'F',
    age: '24',
    nationality: 'MLI',
    vulnerabilities: ['PREGNANT_OR_NURSING'],
    urgency: 'URGENT',
    contactAgreed: 'YES',
  })
