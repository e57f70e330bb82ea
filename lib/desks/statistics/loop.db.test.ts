import { beforeAll, describe, expect, test } from 'vitest'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { draftReferral, ordinaryCase } from '@/lib/testing/factories/walk'
import { readLoop } from './loop'
import { LOOP, type LoopMeasure } from './loop-measures'
import { readOwnLoop } from './own-loop'

let lead: SignedIn
let supervisor: SignedIn
let elsewhere: SignedIn
let officer: SignedIn
let agency: SignedIn
const ids = new Map<string, string>()

/** What happened after it was sent, in hours. */
type Happened = readonly [hours: number, verb: string, to: string, party: string, reason?: string]
const HISTORIES: Record<string, readonly Happened[]> = {
  confirmed: [
    [1, 'acknowledge', 'ACKNOWLEDGED', 'partner'],
    [10, 'accept', 'ACCEPTED', 'partner'],
    [90, 'complete', 'COMPLETED', 'partner'],
    [99, 'verify', 'VERIFIED', 'team'],
  ],
  asked: [
    [2, 'ask', 'INFO_REQUESTED', 'partner'],
    [202, 'answer', 'ACKNOWLEDGED', 'team'],
    [212, 'decline', 'DECLINED', 'partner', 'NO_CAPACITY'],
  ],
  silent: [],
  stopped: [[1, 'cancel', 'CANCELLED', 'author', 'NEED_MET']],
  stoppedLate: [[300, 'cancel', 'CANCELLED', 'author', 'NO_ANSWER']],
  restricted: [
    [180, 'accept', 'ACCEPTED', 'partner'],
    [190, 'complete', 'COMPLETED', 'partner'],
    [199, 'contest', 'CONTESTED', 'team'],
  ],
}
const SENT = '2014-05-05T08:00:00Z'

/** How it left, in hours before that. */
const LEFT: readonly Happened[] = [
  [-3, 'submit', 'PENDING_APPROVAL', 'team'],
  [-2, 'approve', 'APPROVED', 'supervisor'],
  [0, 'send', 'SENT', 'system'],
]

async function happens(id: string, history: readonly Happened[]) {
  await root()`update app.referral_events set verb = 'start', from_state = '' where referral_id = ${id}`
  for (const [hours, verb, to, party, reason] of [...LEFT, ...history])
    await root()`update app.referrals set state = ${to}, version = version + 1, last_verb = ${verb}, last_party = ${party},
      reason = ${reason ?? null}, last_at = ${SENT}::timestamptz + make_interval(hours => ${hours}),
      sent_at = case when ${verb} = 'send' then ${SENT}::timestamptz else sent_at end,
      payload_hash = case when ${verb} = 'submit' then sha256(id::text::bytea) else payload_hash end,
      approved_hash = case when ${verb} = 'approve' then payload_hash else approved_hash end,
      approved_by = case when ${verb} = 'approve' then ${supervisor.id}::uuid else approved_by end where id = ${id}`
}

const counted = (who: SignedIn, query: Record<string, string> = {}) =>
  as(who, async (ctx) => {
    const read = await readLoop(ctx as never, { month: '2014-05', ...query })
    if (!('view' in read) || !read.view) throw new Error('no figures')
    return read.view
  })

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  elsewhere = await signedIn('SUPERVISOR', 'GAO')
  officer = await signedIn('IM', 'MOP')
  agency = await signedIn('PARTNER_FP', 'UNICEF')
  for (const [name, history] of Object.entries(HISTORIES)) {
    const draft = draftReferral()
    ids.set(name, draft.id)
    await insertCases([
      { ...ordinaryCase(lead.id, [draft]), ...(name === 'restricted' && { sensitivity: 'S4' as const }) },
    ])
    await happens(draft.id, history)
  }
})

const some = (figures: Partial<Record<LoopMeasure, number>>) => expect.objectContaining(figures)

describe('what came of the referrals of a month', () => {
  test('is counted from events: answers, silence, what was stopped, what people said', async () => {
    const { whole } = await counted(supervisor)
    expect(whole).toEqual(
      some({
        ...{ sent: 5, word: 2, accepted: 1, declined: 1, silent: 2, waiting: 0, stopped: 1 },
        ...{ inTime: 2, completed: 1, confirmed: 1, contested: 0, notAccessed: 0 },
      }),
    )
    // Under five answers no time is told.
    expect([whole?.median, whole?.p90]).toEqual([null, null])
  })

  test('every number opens as many referrals, the whole and each part of it', async () => {
    for (const by of ['partner', 'service', 'office', 'month'] as const) {
      const { whole, rows } = await counted(supervisor, { by })
      for (const of of LOOP) {
        expect((await counted(supervisor, { by, of })).codes, of).toHaveLength(whole?.[of] ?? -1)
        for (const row of rows)
          expect((await counted(supervisor, { by, of, code: row.code })).codes, `${by} ${of}`).toHaveLength(
            row[of],
          )
      }
    }
    const opened = await counted(supervisor, { of: 'declined', reason: 'NO_CAPACITY' })
    expect(opened.codes?.map(({ id }) => id)).toEqual([ids.get('asked')])
  })

  test('is whole for the officer, who opens nothing, and empty for whoever reaches none of it', async () => {
    const all = await counted(officer, { of: 'sent' })
    expect(all.whole).toEqual(some({ sent: 6, accepted: 2, contested: 0, inTime: 2, confirmed: 1 }))
    expect([all.codes, all.opened]).toEqual([undefined, undefined])
    expect((await counted(elsewhere)).whole).toBeUndefined()
    await as(lead, async ({ tx }) => {
      const rows = await tx.execute(`select * from report.loop_between('2014-05-01', '2014-05-01')`)
      expect([...rows]).toEqual([])
    })
  })

  test('tells the officer of a restricted case that it left and was answered, and nothing else', async () => {
    const { rows } = await counted(officer, { by: 'service' })
    expect(rows.find(({ code }) => code === 'RESTRICTED')).toEqual(
      some({ sent: 1, accepted: 1, completed: 0 }),
    )
    expect((await counted(officer, { by: 'partner' })).rows.map(({ code }) => code)).toContain('RESTRICTED')
    await as(officer, async ({ tx }) => {
      const told = await tx.execute(`select partner_code, decline_reason, hours, completed, contested
        from report.loop_between('2014-05-01', '2014-05-01') where service = 'RESTRICTED'`)
      expect([...told]).toEqual([
        { partner_code: 'RESTRICTED', decline_reason: null, hours: null, completed: false, contested: false },
      ])
    })
  })

  test('narrowed to one agency is that agency’s, and a month beside others is the same', async () => {
    expect((await counted(supervisor, { partner: 'NRC' })).whole).toBeUndefined()
    const course = (await counted(supervisor, { by: 'month', partner: 'UNICEF' })).rows
    expect(course.find(({ code }) => code === '2014-05')).toEqual(some({ sent: 5, silent: 2 }))
  })

  test('the lines kept are what the events say, and the question’s time is added to the limit', async () => {
    const differing = await root()`select * from (
      select f.referral_id, f.paused, f.answer_by, f.stands, f.answered_at from report.referral_facts f
      except select g.referral_id, g.paused, g.answer_by, g.stands, g.answered_at
        from report.facts_of(array(select r.id from app.referrals r)) g) d`
    expect([...differing]).toEqual([])
    const [asked] = await root()`select extract(epoch from answer_by - sent_at) / 3600 as limited,
      extract(epoch from paused) / 3600 as paused from report.referral_facts where referral_id = ${ids.get('asked') ?? ''}`
    expect([Number(asked?.limited), Number(asked?.paused)]).toEqual([368, 200])
  })

  test('an agency chooses among the months since its agreement began, and the one it reads', async () => {
    const [was] = await root()`select agreement_from::text as day from app.partners where code = 'UNICEF'`
    const from = (day: string | null) =>
      root()`update app.partners set agreement_from = ${day} where code = 'UNICEF'`
    const months = () =>
      as(agency, async (ctx) => {
        const found = await readOwnLoop(ctx as never, { month: '2014-02' })
        return 'view' in found ? (found.view?.months ?? []).toSorted() : []
      })
    await from('2014-04-15')
    expect((await months()).slice(0, 2)).toEqual(['2014-02', '2014-04'])
    await from(was?.day ?? null)
  })

  test('an agency counts what it is told, and not what is kept from it', async () => {
    const own = () =>
      as(agency, async (ctx) => {
        const read = await readOwnLoop(ctx as never, { month: '2014-05' })
        return 'view' in read ? read.view?.whole : undefined
      })
    expect(await own()).toEqual(some({ sent: 6, accepted: 2, contested: 1, confirmed: 1 }))
    const id = ids.get('restricted') ?? ''
    const now = async (set: Record<string, string | null>) =>
      root()`update app.referrals set ${root()(set)}, version = version + 1, last_verb = 'tell-partner', last_party = 'team',
        last_channel = 'APP' where id = ${id}`
    await root()`alter table app.referrals disable trigger user`
    await now({ untold: 'INQUIRY' })
    expect(await own()).toEqual(some({ contested: 0, completed: 2 }))
    await now({ untold: null })
    await root()`alter table app.referrals enable trigger user`
    // Under the floor nobody's word is told, not even past the page; one service too few hides each, the sum stays.
    const told = () =>
      as(agency, ({ tx }) =>
        tx.execute(`select distinct confirmed is null as each, all_confirmed, all_contested
          from app.received_between('2014-05-01', '2014-05-01')`),
      ).then((rows) => [...rows])
    const apart = ids.get('asked') ?? ''
    await root()`update report.referral_facts set service = 'CP_CARE' where referral_id = ${apart}`
    expect(await told()).toEqual([{ each: true, all_confirmed: 1, all_contested: 1 }])
    const [floor] = await root()`select value from app.settings where key = 'figures.floor'`
    const setFloor = (value: number) =>
      root().begin(async (tx) => {
        await tx`select set_config('relais.maintenance', 'on', true)`
        await tx`update app.settings set value = ${value} where key = 'figures.floor'`
      })
    await setFloor(7)
    expect(await told()).toEqual([{ each: true, all_confirmed: null, all_contested: null }])
    expect(await own()).toEqual(expect.objectContaining({ sent: 6, confirmed: null, contested: null }))
    await setFloor(Number(floor?.value))
    await root()`update report.referral_facts set service = 'CP_BIA' where referral_id = ${apart}`
    expect(await told()).toEqual([{ each: false, all_confirmed: 1, all_contested: 1 }])
  })
})

describe('how an agency answers', () => {
  const rate = (who: SignedIn) =>
    as(who, async ({ tx }) => {
      const [row] = await tx.execute<{ rate: { asked: number | null; accepted: number; silent: number } }>(
        `select app.answer_rate('UNICEF', 'CP_BIA') as rate`,
      )
      return row?.rate
    })

  test('is not told under the floor, and counts silence and no restricted case from there', async () => {
    expect(await rate(lead)).toMatchObject({ asked: null, accepted: 0 })
    const draft = draftReferral()
    await insertCases([ordinaryCase(lead.id, [draft])])
    await happens(draft.id, [[20, 'accept', 'ACCEPTED', 'partner']])
    // Confirmed, asked, silent, stopped late, and this one.
    expect(await rate(lead)).toMatchObject({ asked: 5, accepted: 2, silent: 2 })
  })
})
