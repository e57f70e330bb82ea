import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { expect } from 'vitest'
import { OwnSheet } from '@/app/(work)/referrals/[id]/form/own-sheet'
import { ReferralSheet } from '@/app/(work)/referrals/[id]/form/referral-sheet'
import { GET as bundle } from '@/app/api/v1/referrals/[id]/bundle/route'
import { GET as sealed } from '@/app/api/v1/referrals/[id]/sealed/route'
import { translator } from '@/lib/base/i18n/translate'
import type { FactKey } from '@/lib/casework/consents/facts'
import { messageOf, smsOf } from '@/lib/casework/notices/message'
import { factWords } from '@/lib/casework/referrals/sharing/fact-words'
import { viewReceived } from '@/lib/desks/inbox/view-received'
import { prepareExchange, printForm } from '@/lib/desks/referral/prepare-exchange'
import { prepareSlip } from '@/lib/desks/referral/prepare-verb'
import { sessionCookie } from '@/lib/platform/access/cookies'
import type { SignedIn } from '../actors'
import { root } from '../database'
import { reading } from '../reading'
import type { Endpoint } from '../requests'
import { grant, markOf, SEARCHED } from './granted'
import { makeReadable } from './readable'
import { type Sides, sides } from './sides'
import { TO_ACCEPTED, TO_ACKNOWLEDGED, TO_SENT } from './walk'

/** Every way out of a referral, and what each says. */

export const STEPS = { SENT: TO_SENT, ACKNOWLEDGED: TO_ACKNOWLEDGED, ACCEPTED: TO_ACCEPTED } as const
/** Words of the case that no grant holds. */
const KEPT = {
  given: 'zzkeptgivenzz',
  family: 'zzkeptfamilyzz',
  phone: '70707070',
  contactDetail: 'zzkeptcontactzz',
}

let all: Sides
let identity: string
/** Everybody around a referral, and an agency that has a key and a number. */
export async function openExits(): Promise<Sides> {
  all = await sides()
  identity = await generateIdentity()
  const recipient = await identityToRecipient(identity)
  await root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update app.directory_entries set recipient = ${recipient} where partner_code = 'UNICEF'`
    await tx`update app.partners set phone = '20 00 00 00' where code = 'UNICEF'`
  })
  return all
}

/** A referral of a file that holds other words, sealed with exactly these facts. */
type Steps = Parameters<Sides['referral']>[0]
export async function referred(
  state: keyof typeof STEPS | Steps,
  ticked: readonly FactKey[],
): Promise<string> {
  const id = await all.referral(typeof state === 'string' ? STEPS[state] : state)
  const [row] = await root()`select case_id from app.referrals where id = ${id}`
  await makeReadable(String(row?.case_id), KEPT)
  await grant(id, ticked)
  await root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update app.referrals set entry_id = (select d.id from app.directory_entries d where d.partner_code = 'UNICEF'
      and d.service = 'CP_BIA' and d.office_id = 'MOP') where id = ${id}`
  })
  return id
}

export async function taken(endpoint: Endpoint, id: string, who: SignedIn = all.lead) {
  const headers = {
    'sec-fetch-site': 'same-origin',
    accept: 'text/html',
    cookie: `${sessionCookie(who.kind)}=${who.token}`,
  }
  const answer = await endpoint(new Request('http://127.0.0.1:3000/api', { headers }), {
    params: Promise.resolve({ id }),
  })
  const bytes = new Uint8Array(await answer.arrayBuffer())
  return { status: answer.status, name: answer.headers.get('content-disposition') ?? '', bytes }
}

export const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')
async function opened(bytes: Uint8Array): Promise<string> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  return decrypter.decrypt(bytes, 'text')
}

/** What each way out says of one referral, as text. */
export async function exits(id: string): Promise<Record<string, string>> {
  const { renderToStaticMarkup } = await import('react-dom/server')
  const page = await reading(all.agency, (ctx) => viewReceived(ctx, id, {}))
  const words = { t: translator('fr'), locale: 'fr' } as const
  const seen = 'view' in page && page.view?.kind === 'open' ? page.view : undefined
  const printed: Record<string, string> = {}
  for (const language of ['fr', 'en'])
    for (const who of [all.lead, all.supervisor]) {
      const form = await reading(who, (ctx) => printForm(ctx, id, { language, carry: 'SAFE' }))
      if (!('view' in form) || !form.view) throw new Error('no form')
      printed[`form ${language} ${who.role}`] = renderToStaticMarkup(
        ReferralSheet({ view: form.view, copy: 'RECEIVER' }),
      )
      printed[`own sheet ${language} ${who.role}`] = renderToStaticMarkup(OwnSheet({ view: form.view }))
    }
  const open = await taken(bundle, id)
  const closed = await taken(sealed, id)
  return {
    page:
      JSON.stringify(page) + factWords({ ...seen?.facts, ...seen?.details }, words).map(({ value }) => value),
    ...printed,
    bundle: text(open.bytes),
    'sealed, opened': await opened(closed.bytes),
    'sealed, as it travels': Buffer.from(closed.bytes).toString('latin1'),
    'names of files': open.name + closed.name,
    'exchange page': JSON.stringify(await reading(all.lead, (ctx) => prepareExchange(ctx, id))),
    'slip of the person': JSON.stringify(await reading(all.lead, (ctx) => prepareSlip(ctx, id, {}))),
    'mail and SMS': JSON.stringify([
      messageOf(['fr', 'en'], 'https://relais.example'),
      smsOf(['fr', 'en'], 'https://relais.example'),
    ]),
    'what waits to leave, and the log': JSON.stringify([
      await root()`select to_jsonb(n) as n from app.notices n`,
      await root()`select o.body::text as body, o.result from jobs.outbox o`,
      await root()`select e.detail from audit.events e where e.object_id = ${id}`,
    ]),
  }
}

/** Ways that show facts at all, and of which stages; every other says none. */
const SHOWS = (name: string) =>
  name === 'page' || name === 'bundle' || name === 'sealed, opened' || name.startsWith('form ')

/** That each way says the marks of what is read there, no other, and nothing of the case; answers how many looks that were. */
export async function says(
  id: string,
  said: Record<string, string>,
  reads: (key: FactKey, name: string) => boolean,
): Promise<number> {
  const [row] =
    await root()`select c.code, r.state from app.cases c join app.referrals r on r.case_id = c.id where r.id = ${id}`
  for (const [name, what] of Object.entries(said)) {
    for (const key of SEARCHED)
      expect(what.includes(markOf(key)), `${name}: ${key} (${row?.state})`).toBe(
        SHOWS(name) && reads(key, name),
      )
    for (const word of Object.values(KEPT)) expect(what, `${name}: ${word}`).not.toContain(word)
    if (name !== 'slip of the person' && name !== 'exchange page')
      expect(what, `${name}: code`).not.toContain(String(row?.code))
  }
  return Object.keys(said).length * SEARCHED.length
}

/** That nothing leaves any more, in kind words: no form, no file, and no fact on the agency's page. */
export async function saysNothing(id: string, what: string): Promise<void> {
  const page = JSON.stringify(await reading(all.agency, (ctx) => viewReceived(ctx, id, {})))
  for (const key of SEARCHED) expect(page, what).not.toContain(markOf(key))
  const form = await reading(all.lead, (ctx) => printForm(ctx, id, { language: 'fr' }))
  expect(form, what).toMatchObject({ refused: 'exchange-ended' })
  for (const endpoint of [bundle, sealed]) {
    const answer = await taken(endpoint, id)
    expect(answer.status, what).toBe(403)
    expect(text(answer.bytes)).not.toContain('zz')
  }
}
