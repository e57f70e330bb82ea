import { beforeAll, describe, expect, test } from 'vitest'
import { POST as decide } from '@/app/api/v1/cases/[code]/return/decide/route'
import { POST as deliver } from '@/app/api/v1/cases/[code]/return/deliver/route'
import { POST as drop } from '@/app/api/v1/cases/[code]/return/drop/route'
import { POST as plan } from '@/app/api/v1/cases/[code]/return/grant/route'
import { POST as visit } from '@/app/api/v1/cases/[code]/return/visit/route'
import { signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { type Around, around, send } from '@/lib/testing/factories/open-case'
import {
  askedOnPath,
  caseOnPath,
  errorsOf,
  grantApproved,
  grantAsked,
  grantOf,
  handOver,
  homeAlready,
  pathSeen,
  shop,
  taskReason,
} from '@/lib/testing/factories/return-path'

let people: Around
beforeAll(async () => {
  people = await around()
})

describe('a grant in kind', () => {
  test('is kept as far as it is, and asked for only as the settings allow', async () => {
    const { code } = await caseOnPath(people, homeAlready)
    const half = { grantKind: 'SHOP', lineEQUIP: '300000', lineSTOCK: '100000', _version: '0' }
    expect((await send(plan, people.lead, code, half)).status).toBe(303)
    const kept = await grantOf(people, code)
    expect(kept).toMatchObject({ state: 'DRAFT', total: 400_000, lines: { EQUIP: 300_000, STOCK: 100_000 } })
    const asks = await send(plan, people.lead, code, { ...half, wants: 'ASK', _version: '1' })
    expect(await errorsOf(asks, people.lead, 'return.grant')).toEqual({
      lineEQUIP: 'over-share=60',
      quotesReason: 'too-few=3',
    })
    const huge = { ...shop, lineEQUIP: '400000', lineSTOCK: '400000', wants: 'ASK', _version: '1' }
    expect(await errorsOf(await send(plan, people.lead, code, huge), people.lead, 'return.grant')).toEqual({
      sure: 'unusual=800000',
    })
    expect((await send(plan, people.lead, code, { ...huge, sure: 'on' })).status).toBe(303)
    const [row] = await root()`select supplier from app.return_grants where id = ${kept.id}`
    expect(String(row?.supplier)).not.toContain('Quincaillerie')
    expect((await grantOf(people, code)).supplier).toBe('Quincaillerie du Fleuve')
  })

  test('is sealed with the case’s own key, also after an assessment brought one of its own', async () => {
    const { id, code } = await caseOnPath(people, homeAlready)
    await root().begin(async (tx) => {
      // Without the assessment itself: what is tried is the key beside the case's.
      await tx`set local session_replication_role = replica`
      await tx`insert into vault.keys (id, scope, case_id, office_id, sensitivity, part, assessment_id, wrapped, created_at)
        select gen_random_uuid(), 'ASSESSMENT', ${id}, 'MOP', 'S3', 'TEAM', gen_random_uuid(), wrapped, created_at + interval '1 hour'
        from vault.keys where case_id = ${id} and scope = 'CASE' and compartment = 'TEAM'`
    })
    expect((await send(plan, people.lead, code, { ...shop, _version: '0' })).status).toBe(303)
    expect((await grantOf(people, code)).supplier).toBe('Quincaillerie du Fleuve')
  })

  test('waits in the supervisor’s queue, stands still meanwhile, and is decided by a second person alone', async () => {
    const { id, code } = await grantAsked(people)
    expect(await askedOnPath(id)).toEqual(['GRANT'])
    const { version } = await grantOf(people, code)
    expect((await send(plan, people.lead, code, { ...shop, _version: String(version) })).status).toBe(409)
    const approve = { verdict: 'APPROVE', _version: String(version) }
    expect((await send(decide, people.lead, code, approve)).status).toBe(403)
    expect((await send(decide, await signedIn('SUPERVISOR', 'GAO'), code, approve)).status).toBe(404)
    const back = { verdict: 'RETURN', returnReason: 'QUOTES', _version: String(version) }
    expect((await send(decide, people.supervisor, code, back)).status).toBe(303)
    expect(await askedOnPath(id)).toEqual(['GRANT_RETURNED'])
    expect((await send(decide, people.supervisor, code, approve)).status).toBe(409)
    const again = { ...shop, wants: 'ASK', _version: String(version + 1) }
    expect((await send(plan, people.lead, code, again)).status).toBe(303)
    expect(await askedOnPath(id)).toEqual(['GRANT'])
  })

  test('is handed over in parts, never more than is left, and counts as help once', async () => {
    const { id, code, grant } = await grantApproved(people)
    expect(await askedOnPath(id)).toEqual(['GRANT_DELIVER'])
    expect(
      (await handOver(people, { code, grant }, { lineEQUIP: '90000', lineSTOCK: '100000' })).status,
    ).toBe(303)
    const over = await handOver(people, { code, grant }, { lineSTOCK: '140001' })
    expect(await errorsOf(over, people.lead, 'return.deliver')).toEqual({
      lineSTOCK: 'more-than-left=140000',
    })
    const before = await handOver(people, { code, grant }, { lineSTOCK: '1000' }, '29/06/2014')
    expect(await errorsOf(before, people.lead, 'return.deliver')).toEqual({ deliveredOn: 'before-approval' })
    const rest = { lineSTOCK: '140000', lineRENT: '60000', lineWORKS: '40000', lineFEES: '15000' }
    expect((await handOver(people, { code, grant }, rest)).status).toBe(303)
    const help =
      await root()`select service, quantity, unit from app.assistance where case_id = ${id} and service like 'REINT%'`
    expect(help.map((row) => ({ ...row }))).toEqual([{ service: 'REINT_IGA', quantity: 1, unit: 'GRANT' }])
    // A reserve is left: nothing asks for it. The first visit is promised.
    expect(await askedOnPath(id)).toEqual(['GRANT_VISIT'])
    expect((await grantOf(people, code)).deliveries.map(({ witness }) => witness)).toEqual([
      'Sa sœur',
      'Sa sœur',
    ])
  })

  test('is dropped with a reason, what was handed over keeps its visits, and another one may follow', async () => {
    const { id, code, grant } = await grantApproved(people)
    await handOver(people, { code, grant }, { lineEQUIP: '90000' })
    const { version } = await grantOf(people, code)
    const gone = { grant, dropReason: 'REST_NOT_NEEDED', _version: String(version) }
    expect((await send(drop, people.lead, code, gone)).status).toBe(303)
    expect(await askedOnPath(id)).toEqual(['GRANT_VISIT'])
    expect((await send(plan, people.lead, code, { ...shop, _version: '0' })).status).toBe(303)
    expect((await pathSeen(people.lead, code))?.grants.map(({ state }) => state)).toEqual([
      'DROPPED',
      'DRAFT',
    ])
  })
})

describe('the visits after a delivery', () => {
  const delivered = async (on: string) => {
    const found = await grantApproved(people)
    await root()`update app.return_grants set decided_at = ${`${on}T08:00:00Z`} where id = ${found.grant}`
    await root()`update app.cases set opened_at = opened_at - interval '1 year' where id = ${found.id}`
    const [d, m, y] = [on.slice(8), on.slice(5, 7), on.slice(0, 4)]
    expect((await handOver(people, found, { lineEQUIP: '90000' }, `${d}/${m}/${y}`)).status).toBe(303)
    return found
  }
  const visited = (code: string, grant: string, values: Record<string, string>) =>
    send(visit, people.lead, code, { grant, visitedOn: '30/06/2014', follow: 'NOTHING', ...values })

  test('come at one, three, six and twelve months, each in its window, and are late after it', async () => {
    const { id, code } = await delivered('2014-05-20')
    expect((await pathSeen(people.lead, code))?.plan.visits).toMatchObject([
      { visit: 'M1', on_day: '2014-06-20', from_on: '2014-06-13', until_on: '2014-06-27' },
      { visit: 'M3', on_day: '2014-08-20', from_on: '2014-08-13', until_on: '2014-08-27' },
      { visit: 'M6', on_day: '2014-11-20', from_on: '2014-11-06', until_on: '2014-12-04' },
      { visit: 'M12', on_day: '2015-05-20', from_on: '2015-05-06', until_on: '2015-06-03' },
    ])
    const [task] =
      await root()`select due_at < clock.casework_now() as late, due_at::date::text as due from app.tasks
      where case_id = ${id} and kind = 'GRANT_VISIT' and state = 'OPEN'`
    expect(task).toMatchObject({ late: true, due: '2014-06-27' })
  })

  test('are noted once a month, lead to what follows, and end where somebody has moved away', async () => {
    const { id, code, grant } = await delivered('2014-05-30')
    const nothing = await visited(code, grant, { visit: 'M1', outcome: 'STOPPED' })
    expect(await errorsOf(nothing, people.lead, 'return.visit')).toEqual({ follow: 'something' })
    expect(
      (await visited(code, grant, { visit: 'M1', outcome: 'STOPPED', follow: 'OTHER_PROJECT' })).status,
    ).toBe(303)
    expect(await askedOnPath(id)).toEqual(['GRANT_DELIVER', 'GRANT_VISIT', 'VISIT_FOLLOW'])
    expect(await taskReason(id, 'GRANT_VISIT')).toBe('M3')
    const twice = await visited(code, grant, { visit: 'M1', outcome: 'RUNS_GROWS' })
    expect(await errorsOf(twice, people.lead, 'return.visit')).toEqual({ visit: 'made-already' })
    expect((await visited(code, grant, { visit: 'EXTRA', outcome: 'MOVED_AWAY' })).status).toBe(303)
    expect(await askedOnPath(id)).toEqual(['GRANT_DELIVER', 'VISIT_FOLLOW'])
    expect((await pathSeen(people.supervisor, code))?.plan.visits.map((one) => one.visit)).toEqual(['M1'])
  })
})

test('the same hand-over told by two is told once: whoever comes second reads what was given', async () => {
  const handed = await grantApproved(people)
  const version = String((await grantOf(people, handed.code)).version)
  const half = {
    lineSTOCK: '100000',
    witness: 'Sa sœur',
    receipt: 'THUMB',
    donor: 'IDF',
    grant: handed.grant,
  }
  const tell = () =>
    send(deliver, people.lead, handed.code, { ...half, deliveredOn: '30/06/2014', _version: version })
  const answers = await Promise.all([tell(), tell()])
  expect(answers.filter((one) => one.headers.get('location')?.includes('done=')).length).toBe(1)
  expect((await grantOf(people, handed.code)).deliveries.length).toBe(1)
})
