import { beforeEach, describe, expect, test } from 'vitest'
import { POST as cancelHelp } from '@/app/api/v1/cases/[code]/assistance/[id]/cancel/route'
import { POST as addNote } from '@/app/api/v1/cases/[code]/notes/route'
import { POST as printAppointment } from '@/app/api/v1/cases/[code]/papers/appointment/route'
import { POST as printMyData } from '@/app/api/v1/cases/[code]/papers/my-data/route'
import { POST as printSummary } from '@/app/api/v1/cases/[code]/papers/summary/route'
import { UUID } from '@/lib/base/forms/uuid'
import { listPapers } from '@/lib/casework/papers/queries'
import { openPaper } from '@/lib/desks/case-file/open-paper'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { aFileWithPapers, openedPaper, printedFor } from '@/lib/testing/factories/papers'
import { reading } from '@/lib/testing/reading'
import { type Endpoint, post } from '@/lib/testing/requests'

let lead: SignedIn
let psychologist: SignedIn
let supervisor: SignedIn
let stranger: SignedIn
let code: string
let id: string
beforeEach(async () => {
  ;({ lead, psychologist, supervisor, stranger, code, id } = await aFileWithPapers())
})
const printed = (endpoint: Endpoint, values: Record<string, string>, who: SignedIn = lead) =>
  printedFor(who, code, { endpoint, values })
const slip = {
  carry: 'SAFE',
  language: 'ar',
  on: '3/7/2014',
  time: '9h',
  place: 'École Yanna',
  call: '20 21 22 23',
  who: '',
}

describe('an appointment slip', () => {
  test('keeps when and where sealed, who asked, and that carrying it was asked about', async () => {
    const paper = await printed(printAppointment, slip)
    expect(paper.location).toMatch(new RegExp(`^/papers/${UUID}$`))
    const found = await openedPaper(psychologist, paper.id)
    expect(found?.paper).toMatchObject({
      kind: 'APPOINTMENT',
      carry: 'SAFE',
      language: 'ar',
      parts: ['TIME_AND_PLACE'],
      detail: { on: '2014-07-03', time: '09:00', place: 'École Yanna', call: '20 21 22 23', who: '' },
    })
    const [row] = await root()`select printed_by, detail from app.papers where id = ${paper.id}`
    expect(row?.printed_by).toBe(lead.id)
    expect(Buffer.from(row?.detail).toString('latin1')).not.toContain('Yanna')
  })

  test('for a day that has passed comes back with what was typed', async () => {
    expect((await printed(printAppointment, { ...slip, on: '1/6/2014' })).location).toContain(
      '/papers/appointment?draft=',
    )
  })

  test('says with whom only where it was written, and the log says so', async () => {
    const paper = await printed(printAppointment, { ...slip, who: 'Mme Cissé' })
    const found = await openedPaper(lead, paper.id)
    expect(found?.log).toMatchObject({
      kind: 'APPOINTMENT',
      parts: ['TIME_AND_PLACE', 'WITH_WHOM'],
      carry: 'SAFE',
    })
  })
})

test('the slip of a lawyer, which may name a court, opens to the lawyers of the case and to nobody else', async () => {
  const [lawyer, colleague] = [await signedIn('LAWYER', 'MOP'), await signedIn('LAWYER', 'MOP')]
  await root()`insert into app.case_members (case_id, user_id, capacity) values (${id}, ${lawyer.id}, 'MEMBER'), (${id}, ${colleague.id}, 'MEMBER')`
  const paper = await printed(printAppointment, { ...slip, place: 'Tribunal' }, lawyer)
  for (const who of [lawyer, colleague])
    expect((await openedPaper(who, paper.id))?.paper.detail?.place).toBe('Tribunal')
  for (const who of [lead, psychologist, supervisor]) {
    const found = await reading(who, (ctx) => openPaper(ctx, paper.id))
    expect(found).toMatchObject({ refused: 'paper-sealed', subject: { type: 'paper' } })
    const list = await reading(who, (ctx) => listPapers(ctx, id))
    expect(list.map(({ kind, opens }) => [kind, opens])).toEqual([['APPOINTMENT', false]])
  }
})

describe('the sheet of the person’s data', () => {
  test('names which agencies received which facts, and since when no more', async () => {
    const paper = await printed(printMyData, { carry: 'NOT_SAFE', language: 'fr' })
    const found = await openedPaper(lead, paper.id)
    const content = found?.content
    expect(content).toMatchObject({ kind: 'MY_DATA', received: [{ partner: 'UNICEF', ended: null }] })
    await root()`update app.shares set ended_at = clock.casework_now() where referral_id in (select id from app.referrals where case_id = ${id})`
    const after = (await openedPaper(lead, paper.id))?.content
    expect(after?.kind === 'MY_DATA' && after.received[0]?.ended).toBeTruthy()
  })

  test('says what is held by its kind, working notes always, and never a word of them', async () => {
    await post(addNote, {
      as: lead,
      params: { code },
      values: { compartment: 'TEAM', body: 'Elle a fui.', metOn: '' },
    })
    const paper = await printed(printMyData, { carry: 'SAFE', language: 'en' })
    const content = (await openedPaper(supervisor, paper.id))?.content
    expect(content).toMatchObject({
      held: expect.arrayContaining(['NAME', 'CONTACT', 'HELP', 'REFERRALS', 'NOTES']),
    })
    expect(JSON.stringify(content)).not.toContain('fui')
  })
})

describe('the summary of a file', () => {
  const words = 'Elle a trouvé un abri.'
  beforeEach(async () => {
    await post(addNote, {
      as: lead,
      params: { code },
      values: { compartment: 'TEAM', body: words, metOn: '' },
    })
    await post(addNote, {
      as: psychologist,
      params: { code },
      values: { compartment: 'OWN', body: 'Idées noires', metOn: '' },
    })
  })

  test('has no narrative unless it was ticked, and what stood on it is kept', async () => {
    const bare = await printed(printSummary, {})
    expect(JSON.stringify((await openedPaper(lead, bare.id))?.content)).not.toContain(words)
    const full = await printed(printSummary, { withNotes: 'on' })
    expect(JSON.stringify((await openedPaper(lead, full.id))?.content)).toContain(words)
    const rows = await root()`select parts from app.papers where case_id = ${id} order by cardinality(parts)`
    expect(rows.map(({ parts }) => parts)).toEqual([
      ['PERSON', 'CONSENTS', 'HELP', 'REFERRALS'],
      ['PERSON', 'CONSENTS', 'HELP', 'REFERRALS', 'NOTES'],
    ])
  })

  test('prints of the help what stands: nothing that was corrected or never was', async () => {
    const helpOf = async () => {
      const content = (await openedPaper(lead, (await printed(printSummary, {})).id))?.content
      return content?.kind === 'SUMMARY' ? content.help.map(({ id: line }) => line) : []
    }
    const before = await helpOf()
    expect(before.length).toBeGreaterThan(0)
    await post(cancelHelp, {
      as: lead,
      params: { code, id: before[0] ?? '' },
      values: { cancelReason: 'NEVER_GIVEN' },
    })
    expect(await helpOf()).toEqual(before.slice(1))
  })

  test('never prints a sealed note, whoever opens it', async () => {
    const full = await printed(printSummary, { withNotes: 'on' }, psychologist)
    for (const who of [psychologist, lead, supervisor])
      expect(JSON.stringify((await openedPaper(who, full.id))?.content)).not.toContain('noires')
  })
})

test('papers are the team’s and the supervisor’s; for others there are none, by form and in raw SQL', async () => {
  const paper = await printed(printMyData, { carry: 'SAFE', language: 'fr' }, supervisor)
  expect(paper.status).toBe(303)
  expect((await printed(printSummary, {}, stranger)).status).toBe(404)
  expect(await openedPaper(stranger, paper.id)).toBeUndefined()
  const [noted] = await presenting(
    raw('web'),
    stranger.token,
    (tx) =>
      tx`select app.note_paper(gen_random_uuid(), ${id}, 'MY_DATA', 'fr', 'SAFE', '{DATA}', null, null) as noted`,
  )
  expect(noted?.noted).toBe(false)
  const seen = await presenting(raw('web'), stranger.token, (tx) => tx`select id from app.papers`)
  expect(seen).toHaveLength(0)
  // Not even the team writes a paper that was not asked about.
  const unasked = presenting(
    raw('web'),
    lead.token,
    (tx) => tx`select app.note_paper(gen_random_uuid(), ${id}, 'MY_DATA', 'fr', null, '{DATA}', null, null)`,
  )
  await expect(unasked).rejects.toThrow(/papers_check/)
})
