import { expect } from 'vitest'
import { POST as askForCode } from '@/app/api/v1/links/code/route'
import { POST as openIt } from '@/app/api/v1/links/open/route'
import { POST as make } from '@/app/api/v1/referrals/[id]/make-link/route'
import { translator } from '@/lib/base/i18n/translate'
import { prepareLink } from '@/lib/desks/referral/prepare-link'
import { as, type SignedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { type Sides, sides } from '@/lib/testing/factories/sides'
import { TO_SENT } from '@/lib/testing/factories/walk'
import { type Endpoint, post } from '@/lib/testing/requests'

export let all: Sides
/** Before the tests of a file: an agency beside the others, with a telephone and nobody who signs in. */
export async function withoutAccount(): Promise<void> {
  all = await sides()
  await root()`insert into app.partners select (jsonb_populate_record(p, '{"code": "CSCOM_X", "phone": "+223 00 00 00 00"}')).*
    from app.partners p where code = 'UNICEF'`
}

export const sent = (steps = TO_SENT) => all.referral(steps, { partner: 'CSCOM_X' })
export const stateOf = async (id: string) =>
  (await root()`select state from app.referrals where id = ${id}`)[0]?.state

/** A browser: keeps cookies, sends them along. */
export class Browser {
  readonly jar = new Map<string, string>()
  readonly read = (name: string) => this.jar.get(name)

  async post(endpoint: Endpoint, values: Record<string, string>, params: Record<string, string> = {}) {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await post(endpoint, { values, params, headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') this.jar.delete(name)
      else this.jar.set(name, value)
    }
    return answer
  }
}

export const pageOf = (id: string, who: SignedIn = all.lead) =>
  as(who, (ctx) => prepareLink({ ...ctx, t: translator('fr') }, id))

export async function linkOf(id: string) {
  const page = await pageOf(id)
  if (!('view' in page) || !page.view.link) throw new Error('no link')
  return page.view.link
}

/** A link made by the lead: the last part of the address as the page shows it. */
export async function linked(id: string): Promise<string> {
  const answer = await post(make, { as: all.lead, params: { id } })
  expect(answer.headers.get('location')).toBe(`/referrals/${id}/link`)
  return (await linkOf(id)).address?.split('/r/')[1] ?? ''
}

/** Asked for in this browser, read out by the lead, typed. */
export async function typed(browser: Browser, id: string, token: string) {
  expect((await browser.post(askForCode, { token })).headers.get('location')).toBe(`/r/${token}`)
  const { code = '' } = await linkOf(id)
  return browser.post(openIt, { token, code })
}

export async function opened(steps = TO_SENT) {
  const id = await sent(steps)
  const token = await linked(id)
  const browser = new Browser()
  const answer = await typed(browser, id, token)
  return { id, token, browser, answer }
}
