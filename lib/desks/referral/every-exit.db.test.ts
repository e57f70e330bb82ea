import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { OwnSheet } from '@/app/(work)/referrals/[id]/form/own-sheet'
import { ReferralSheet } from '@/app/(work)/referrals/[id]/form/referral-sheet'
import { GET as bundle } from '@/app/api/v1/referrals/[id]/bundle/route'
import { GET as sealed } from '@/app/api/v1/referrals/[id]/sealed/route'
import { translator } from '@/lib/base/i18n/translate'
import { FACT_KEYS, type FactKey, stageOf } from '@/lib/casework/consents/facts'
import { messageOf, smsOf } from '@/lib/casework/notices/message'
import { readBundle } from '@/lib/casework/referrals/exchange/read-bundle'
import { factWords } from '@/lib/casework/referrals/sharing/fact-words'
import { viewReceived } from '@/lib/desks/inbox/view-received'
import { sessionCookie } from '@/lib/platform/access/cookies'
import type { SignedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { grant, markOf, SEARCHED } from '@/lib/testing/factories/granted'
import { makeReadable } from '@/lib/testing/factories/readable'
import { type Sides, sides } from '@/lib/testing/factories/sides'
import { TO_ACCEPTED, TO_ACKNOWLEDGED, TO_SENT } from '@/lib/testing/factories/walk'
import { reading } from '@/lib/testing/reading'
import type { Endpoint } from '@/lib/testing/requests'
import { prepareExchange, printForm } from './prepare-exchange'
import { prepareSlip } from './prepare-verb'

/** Random grants: RELAIS_EXITS says how many, RELAIS_SEED repeats a run. */
const RUNS = Number(process.env.RELAIS_EXITS ?? 6)
const SEED = Number(process.env.RELAIS_SEED ?? 20140630)

const STEPS = { SENT: TO_SENT, ACKNOWLEDGED: TO_ACKNOWLEDGED, ACCEPTED: TO_ACCEPTED } as const
const OPTIONAL = FACT_KEYS.filter((key) => key !== 'need' && key !== 'urgency')
/** Words of the case that no grant holds. */
const KEPT = {
  given: 'zzkeptgivenzz',
  family: 'zzkeptfamilyzz',
  phone: '70707070',
  contactDetail: 'zzkeptcontactzz',
}

let all: Sides
let identity: string
beforeAll(async () => {
  all = await sides()
  identity = await generateIdentity()
  const recipient = await identityToRecipient(identity)
  await root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update app.directory_entries set recipient = ${recipient} where partner_code = 'UNICEF'`
    await tx`update app.partners set phone = '20 00 00 00' where code = 'UNICEF'`
  })
})

/** A referral of a file that holds other words, sealed with exactly these facts. */
async function referred(state: keyof typeof STEPS, ticked: readonly FactKey[]): Promise<string> {
  const id = await all.referral(STEPS[state])
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

async function taken(endpoint: Endpoint, id: string, who: SignedIn = all.lead) {
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

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')
async function opened(bytes: Uint8Array): Promise<string> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  return decrypter.decrypt(bytes, 'text')
}

/** What each way out says of one referral, as text. */
async function exits(id: string): Promise<Record<string, string>> {
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

describe('every way out of a referral', () => {
  test(`says the facts of its grant and no other, whatever was ticked (${RUNS} grants, seed ${SEED})`, async () => {
    const one = fc.record({
      state: fc.constantFrom(...(Object.keys(STEPS) as (keyof typeof STEPS)[])),
      more: fc.subarray(OPTIONAL),
    })
    let [grants, looks] = [0, 0]
    await fc.assert(
      fc.asyncProperty(one, async ({ state, more }) => {
        const ticked: FactKey[] = ['need', 'urgency', ...more]
        const id = await referred(state, ticked)
        const said = await exits(id)
        grants += 1
        const code = String(
          (
            await root()`select c.code from app.cases c join app.referrals r on r.case_id = c.id where r.id = ${id}`
          )[0]?.code,
        )
        for (const [name, what] of Object.entries(said)) {
          looks += SEARCHED.length
          for (const key of SEARCHED) {
            const granted = ticked.includes(key) && (stageOf(key) === 1 || state === 'ACCEPTED')
            // Until it is opened the partner's page shows no fact at all.
            const sealedPage = name === 'page' && state === 'SENT'
            const there = SHOWS(name) && granted && !sealedPage
            expect(what.includes(markOf(key)), `${name}: ${key} (${state})`).toBe(there)
          }
          for (const word of Object.values(KEPT)) expect(what, `${name}: ${word}`).not.toContain(word)
          if (name !== 'slip of the person' && name !== 'exchange page')
            expect(what, `${name}: code`).not.toContain(code)
        }
        const read = readBundle(said.bundle ?? '')
        // Marks are no codes of a list: what stands against it is that alone.
        if (!read.ok)
          for (const { why } of read.problems)
            expect(['code', 'service', 'day', 'number', 'form', 'disagrees']).toContain(why)
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    )
    console.log(`exits: ${grants} grants, ${looks} looks, seed ${SEED}`)
  }, 600_000)

  test('ends with the answer it rests on, with its last day, and with a stop, in kind words', async () => {
    const ends: Record<string, (id: string) => Promise<unknown>> = {
      withdrawn: (
        id,
      ) => root()`update app.consents set status = 'WITHDRAWN', withdrawn_at = clock.casework_now()
        where id = (select consent_id from app.referrals where id = ${id})`,
      'run out': (id) => root()`update app.consents set expires_on = (clock.casework_now())::date - 1
        where id = (select consent_id from app.referrals where id = ${id})`,
      'to be asked again': (id) => root()`update app.consents set needs_review = 'CHILD_ALONE'
        where id = (select consent_id from app.referrals where id = ${id})`,
      stopped: (id) =>
        root()`update app.shares set ended_at = clock.casework_now() where referral_id = ${id}`,
    }
    for (const [what, end] of Object.entries(ends)) {
      const id = await referred('ACCEPTED', ['need', 'urgency', 'name', 'phone'])
      await end(id)
      const form = await reading(all.lead, (ctx) => printForm(ctx, id, { language: 'fr' }))
      expect(form, what).toMatchObject({ refused: 'exchange-ended' })
      for (const endpoint of [bundle, sealed]) {
        const answer = await taken(endpoint, id)
        expect(answer.status, what).toBe(403)
        expect(text(answer.bytes)).not.toContain('zz')
      }
    }
  })

  test('is for the team and whoever supervises, and not there for anybody else', async () => {
    const id = await referred('ACCEPTED', ['need', 'urgency', 'name'])
    const far = await (await import('@/lib/testing/actors')).signedIn('SUPERVISOR', 'GAO')
    expect((await taken(bundle, id, far)).status).toBe(404)
    expect((await taken(bundle, id, all.agency)).status).not.toBe(200)
    expect((await taken(bundle, id, all.supervisor)).status).toBe(200)
    const [event] =
      await root()`select actor_id, detail from audit.events where action = 'referral.send-bundle'
      and object_id = ${id} and outcome = 'done' order by id desc limit 1`
    expect(event?.actor_id).toBe(all.supervisor.id)
    expect(JSON.parse(String(event?.detail)).facts).toEqual(['need', 'urgency', 'name'])
  })

  test('seals for nobody where the agency gave no key', async () => {
    const id = await referred('ACCEPTED', ['need', 'urgency'])
    await root()`update app.directory_entries set recipient = '' where partner_code = 'UNICEF' and office_id = 'MOP'`
    const answer = await taken(sealed, id)
    expect(answer.status).toBe(403)
  })
})
