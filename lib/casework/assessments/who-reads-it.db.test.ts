import { beforeAll, describe, expect, test } from 'vitest'
import { POST as write } from '@/app/api/v1/cases/[code]/assessments/[which]/route'
import { viewAssessment } from '@/lib/desks/case-file/view-assessments'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { ledCase } from '@/lib/testing/factories/led-case'
import { makeReadable } from '@/lib/testing/factories/readable'
import { reading } from '@/lib/testing/reading'
import { post } from '@/lib/testing/requests'
import { INSTRUMENTS } from './book'

/** Who reads which question, told again from ruling 26 and the issue: nothing of `parts.ts` is used here. */
const SEALED: Readonly<Record<string, string>> = {
  PSY_DISTRESS: 'PSYCHOLOGIST',
  PSY_SUICIDE: 'PSYCHOLOGIST',
  LAW_DETENTION: 'LAWYER',
  LAW_PROCEDURE: 'LAWYER',
}
/** Notes of a lawyer inside an instrument that the team reads. */
const LAWYERS = ['lc_note', 'lh_note', 'ca_note', 'ti_note']

type Place = 'lead' | 'author' | 'psychologist' | 'lawyer' | 'supervisor' | 'stranger'
function reads(place: Place, instrument: string, question: string): boolean {
  if (place === 'stranger') return false
  if (place === 'author') return true
  if (instrument === 'GBV_INCIDENT') return place === (question === 'gb_words' ? 'psychologist' : 'lead')
  const discipline = SEALED[instrument] ?? (LAWYERS.includes(question) ? 'LAWYER' : 'TEAM')
  if (discipline === 'TEAM') return true
  return place === discipline.toLowerCase()
}

const people = {} as Record<Place, SignedIn> & { others: Record<string, SignedIn> }
const ids = new Map<string, string>()
let code: string
/** A text of each question that takes words; where an instrument has none, a code tells. */
const token = (question: string) => `Ziguinzo-${question}`

beforeAll(async () => {
  people.lead = await signedIn('SOCIAL_WORKER', 'MOP')
  people.psychologist = await signedIn('PSYCHOLOGIST', 'MOP')
  people.lawyer = await signedIn('LAWYER', 'MOP')
  people.supervisor = await signedIn('SUPERVISOR', 'MOP')
  people.stranger = await signedIn('PSYCHOLOGIST', 'GAO')
  people.others = {
    SOCIAL_WORKER: await signedIn('SOCIAL_WORKER', 'MOP'),
    PSYCHOLOGIST: await signedIn('PSYCHOLOGIST', 'MOP'),
    LAWYER: await signedIn('LAWYER', 'MOP'),
  }
  const id = crypto.randomUUID()
  const team = [people.psychologist, people.lawyer, ...Object.values(people.others)]
  const members = [
    { userId: people.lead.id, capacity: 'LEAD' as const },
    ...team.map(({ id: userId }) => ({ userId, capacity: 'MEMBER' as const })),
  ]
  await insertCases([
    { id, officeId: 'MOP', sensitivity: 'S3', leadId: people.lead.id, members, referrals: [] },
  ])
  await makeReadable(id)
  code = String((await root()`select code from app.cases where id = ${id}`)[0]?.code)
  for (const { id: instrument, discipline, questions } of INSTRUMENTS) {
    const open = { su_wish: 'YES', sw_safe: 'NO', wg_walk: '3', bi_carer: 'FAR_REACHABLE' }
    const texts = questions.filter(({ kind }) => kind === 'text').map((one) => [one.id, token(one.id)])
    const own = Object.entries(open).filter(([name]) => questions.some((one) => one.id === name))
    const author = people.others[discipline[0] ?? '']
    if (!author) throw new Error('nobody')
    const answer = await post(write, {
      as: author,
      params: { code, which: instrument },
      values: { ...Object.fromEntries([...own, ...texts]), _version: '0', step: 'keep' },
    })
    expect(answer.status, instrument).toBe(303)
    const [row] =
      await root()`select id from app.assessments where case_id = ${id} and instrument = ${instrument}`
    ids.set(instrument, String(row?.id))
  }
}, 600_000)

const seenBy = async (who: SignedIn, instrument: string): Promise<string[]> => {
  const found = await reading(who, (ctx) => viewAssessment(ctx, code, ids.get(instrument) ?? ''))
  return 'view' in found && found.view ? Object.keys(found.view.row.versions[0]?.answers ?? {}) : []
}

const PLACES: Place[] = ['lead', 'author', 'psychologist', 'lawyer', 'supervisor', 'stranger']
describe.each(PLACES)('%s', (place) => {
  test.each(INSTRUMENTS)(
    'reads of $id what is theirs, on the page and in raw SQL',
    async ({ id, discipline, questions }) => {
      const who = place === 'author' ? people.others[discipline[0] ?? ''] : people[place]
      if (!who) throw new Error('nobody')
      const texts = questions.filter(({ kind }) => kind === 'text').map((one) => one.id)
      const seen = await seenBy(who, id)
      const theirs = texts.filter((question) => reads(place, id, question))
      expect(seen.filter((question) => texts.includes(question)).sort()).toEqual(theirs.sort())
      const keys = await presenting(
        raw('web'),
        who.token,
        (tx) => tx`select k.part from vault.keys k where k.assessment_id = ${ids.get(id) ?? ''}`,
      )
      const rows = await presenting(
        raw('web'),
        who.token,
        (tx) => tx`select part from app.assessment_answers where assessment_id = ${ids.get(id) ?? ''}
        union all select part from app.incident_answers where assessment_id = ${ids.get(id) ?? ''}`,
      )
      expect(keys.length, 'a key for each row that is there, and no other').toBe(rows.length)
      expect(keys.length > 0).toBe(questions.some((one) => reads(place, id, one.id)))
    },
  )
})

test('a dump of everything shows none of the words', async () => {
  const tables = await root()`select c.oid::regclass::text as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('app', 'access', 'vault', 'audit', 'jobs', 'report') and c.relkind = 'r'`
  const needles = [
    'Ziguinzo',
    Buffer.from('Ziguinzo').toString('hex'),
    Buffer.from('Ziguinzo').toString('base64').slice(0, 10),
  ]
  for (const { name } of tables) {
    const [found] = await root().unsafe(
      `select count(*)::int as n from ${name} t where ${needles.map((one) => `t::text like '%${one}%'`).join(' or ')}`,
    )
    expect(found?.n, String(name)).toBe(0)
  }
})

test('what was told of an act of violence is its assessor’s to change, and no colleague is offered to', async () => {
  const [lead, author] = [await signedIn('PSYCHOLOGIST', 'MOP'), await signedIn('PSYCHOLOGIST', 'MOP')]
  const { code } = await ledCase(lead, people.supervisor, { members: [author] })
  const sends = (who: SignedIn, which: string, version: string) =>
    post(write, {
      as: who,
      params: { code, which },
      values: { step: 'keep', shownFlags: '', _version: version },
    })
  expect((await sends(author, 'GBV_INCIDENT', '0')).status).toBe(303)
  const [row] =
    await root()`select a.id from app.assessments a join app.cases c on c.id = a.case_id where c.code = ${code}`
  const id = String(row?.id)
  const mayCorrect = async (who: SignedIn) => {
    const found = await reading(who, (ctx) => viewAssessment(ctx, code, id))
    return 'view' in found && found.view?.may
  }
  expect([await mayCorrect(author), await mayCorrect(lead)]).toEqual([true, false])
  expect((await sends(lead, id, '1')).status).toBe(403)
  expect((await sends(author, id, '1')).status).toBe(303)
})
