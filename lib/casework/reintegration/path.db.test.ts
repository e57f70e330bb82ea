import { beforeAll, describe, expect, test } from 'vitest'
import { POST as hold } from '@/app/api/v1/cases/[code]/hold/route'
import { POST as resume } from '@/app/api/v1/cases/[code]/resume/route'
import { POST as decide } from '@/app/api/v1/cases/[code]/return/decide/route'
import { POST as deliver } from '@/app/api/v1/cases/[code]/return/deliver/route'
import { POST as drop } from '@/app/api/v1/cases/[code]/return/drop/route'
import { POST as edit } from '@/app/api/v1/cases/[code]/return/edit/route'
import { POST as plan } from '@/app/api/v1/cases/[code]/return/grant/route'
import { POST as open } from '@/app/api/v1/cases/[code]/return/open/route'
import { POST as step } from '@/app/api/v1/cases/[code]/return/step/route'
import { POST as visit } from '@/app/api/v1/cases/[code]/return/visit/route'
import { viewReturn } from '@/lib/desks/case-file/view-return'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { type Around, around, openCaseOf, openTasks, send } from '@/lib/testing/factories/open-case'
import { draftIn } from '@/lib/testing/requests'

let people: Around
let stranger: SignedIn
beforeAll(async () => {
  people = await around()
  stranger = await signedIn('SOCIAL_WORKER', 'GAO')
})

const path = { kind: 'TO_RETURN', originCountry: 'LBY', transit1: 'NER', returnCountry: 'MLI' }
const home = { kind: 'HOME', originCountry: 'LBY', returnCountry: 'MLI' }
const shop = {
  grantKind: 'SHOP',
  lineEQUIP: '90000',
  lineSTOCK: '240 000',
  lineRENT: '60000',
  lineWORKS: '40000',
  lineFEES: '15000',
  lineRESERVE: '30000',
  quotes: '3',
  supplier: 'Quincaillerie du Fleuve',
}

async function opened(values: Record<string, string> = path) {
  const found = await openCaseOf(people)
  expect((await send(open, people.lead, found.code, values)).status).toBe(303)
  return found
}
/** What somebody sees of the path; nothing for whom the case is not there. */
const seen = (who: SignedIn, code: string) =>
  as(who, async (ctx) => {
    const found = await viewReturn(ctx as never, code)
    return 'view' in found ? found.view : undefined
  })
const grantOf = async (code: string, at = 0) => {
  const grant = (await seen(people.lead, code))?.grants[at]
  if (!grant) throw new Error('no grant')
  return grant
}
const answers = async (id: string, status: string, minutesAgo = 0) =>
  root()`insert into app.consents (id, case_id, office_id, sensitivity, purpose, status, giver, wording_version, given_at, recorded_by, key_id,
      detail, withdrawn_at) select gen_random_uuid(), ${id}, 'MOP', 'S3', 'RETURN', ${status}, 'SELF', '2014-2',
      clock.casework_now() - make_interval(mins => ${minutesAgo}), ${people.lead.id}, k.id, '\\x00', null from vault.keys k
      where k.case_id = ${id} and k.compartment = 'TEAM'`
const taskReason = async (id: string, kind: string) =>
  (await root()`select reason from app.tasks where case_id = ${id} and kind = ${kind} and state = 'OPEN'`)[0]
    ?.reason
const asked = async () => {
  const found = await opened(home)
  expect((await send(plan, people.lead, found.code, { ...shop, wants: 'ASK', _version: '0' })).status).toBe(
    303,
  )
  return found
}
const approved = async () => {
  const found = await asked()
  const { version } = await grantOf(found.code)
  const answer = await send(decide, people.supervisor, found.code, {
    verdict: 'APPROVE',
    _version: String(version),
  })
  expect(answer.status).toBe(303)
  return { ...found, grant: (await grantOf(found.code)).id }
}
const handing = { witness: 'Sa sœur', receipt: 'THUMB', donor: 'IDF' }
const givenTo = async (code: string, grant: string, lines: Record<string, string>, on = '30/06/2014') =>
  send(deliver, people.lead, code, {
    ...handing,
    ...lines,
    grant,
    deliveredOn: on,
    _version: String((await grantOf(code)).version),
  })
const errorsOf = async (answer: Response, who: SignedIn, name: string) => {
  const id = draftIn(answer)
  expect(id, String(answer.status)).toBeDefined()
  const [row] = await root()`select count(*)::int as kept from app.drafts where id = ${id ?? null}`
  expect(row?.kept, name).toBe(1)
  return as(who, async ({ tx, actor }) => {
    const { findDraft } = await import('@/lib/platform/gate/drafts')
    return (await findDraft(tx, actor.userId, name, id))?.errors
  })
}

describe('the path of a case', () => {
  test('is opened once, by its team, and asks the person before anything else', async () => {
    const { id, code } = await opened()
    expect(await openTasks(id)).toEqual(['RETURN_STEP'])
    expect(await taskReason(id, 'RETURN_STEP')).toBe('CONSENT')
    expect((await send(open, people.lead, code, path)).status).toBe(403)
    expect((await send(open, stranger, (await openCaseOf(people)).code, path)).status).toBe(404)
    expect((await send(open, people.supervisor, (await openCaseOf(people)).code, path)).status).toBe(403)
    expect(await seen(stranger, code)).toBeUndefined()
  })

  test('says because of which concern it was opened', async () => {
    const found = await openCaseOf(people)
    await root()`update app.people set concerns = '{DOC_CIVIL,STR_STUCK}' where case_id = ${found.id}`
    await send(open, people.lead, found.code, path)
    expect((await seen(people.other, found.code))?.path).toMatchObject({
      because: 'STR_STUCK',
      transit: ['NER'],
    })
  })

  test('begins no formality without the person’s yes, and follows the yes step by step to the seventh day', async () => {
    const { id, code } = await opened()
    const note = (values: Record<string, string>) => send(step, people.lead, code, { onDay: '', ...values })
    const early = await note({ step: 'FITNESS', did: 'DONE', onDay: '30/06/2014' })
    expect(await errorsOf(early, people.lead, 'return.step')).toEqual({ did: 'no-yes' })
    await answers(id, 'GIVEN')
    expect(await taskReason(id, 'RETURN_STEP')).toBe('FITNESS')
    const leaving = await note({ step: 'DEPARTURE', did: 'DONE', onDay: '30/06/2014' })
    expect(await errorsOf(leaving, people.lead, 'return.step')).toEqual({ did: 'steps-open' })
    for (const one of ['FITNESS', 'TRAVEL_DOC', 'TICKET'])
      expect((await note({ step: one, did: 'DONE', onDay: '29/06/2014' })).status).toBe(303)
    expect((await note({ step: 'EXIT_PAPER', did: 'NOT_NEEDED', stepReason: 'HAS_IT' })).status).toBe(303)
    // Written days ago for the test's sake: the day itself is a past one of the form.
    await root()`update app.return_paths set opened_at = opened_at - interval '20 days' where case_id = ${id}`
    expect((await note({ step: 'DEPARTURE', did: 'DONE', onDay: '15/06/2014' })).status).toBe(303)
    expect(await taskReason(id, 'RETURN_STEP')).toBe('ARRIVAL')
    expect((await note({ step: 'ARRIVAL', did: 'DONE', onDay: '16/06/2014' })).status).toBe(303)
    const soon = await note({ step: 'CONTACT_7', did: 'DONE', onDay: '22/06/2014' })
    expect(await errorsOf(soon, people.lead, 'return.step')).toEqual({ onDay: 'too-soon' })
    expect((await note({ step: 'CONTACT_7', did: 'DONE', onDay: '23/06/2014' })).status).toBe(303)
    expect(await openTasks(id)).toEqual([])
  })

  test('a no ends the journey and not the help; after departure it is heard and ends nothing', async () => {
    const { id, code } = await opened()
    await answers(id, 'GIVEN', 10)
    await answers(id, 'REFUSED')
    expect(await openTasks(id)).toEqual([])
    expect((await seen(people.lead, code))?.plan.answer).toBe('NO')
    expect((await send(plan, people.lead, code, { ...shop, wants: 'ASK', _version: '0' })).status).toBe(303)
    expect(await openTasks(id)).toEqual(['GRANT'])
    const left = await opened()
    await answers(left.id, 'GIVEN', 10)
    for (const one of ['FITNESS', 'TRAVEL_DOC', 'EXIT_PAPER', 'TICKET'])
      await send(step, people.lead, left.code, {
        step: one,
        did: 'NOT_NEEDED',
        onDay: '',
        stepReason: 'OWN_MEANS',
      })
    await send(step, people.lead, left.code, { step: 'DEPARTURE', did: 'DONE', onDay: '30/06/2014' })
    await answers(left.id, 'REFUSED')
    expect(await taskReason(left.id, 'RETURN_STEP')).toBe('ARRIVAL')
  })

  test('asks nothing while the case waits, and asks again once it goes on', async () => {
    const { id, code } = await opened()
    const version = async () =>
      String((await root()`select version from app.cases where id = ${id}`)[0]?.version)
    await send(hold, people.lead, code, {
      holdReason: 'TRAVELLING',
      reviewOn: '30/07/2014',
      _version: await version(),
    })
    expect(await openTasks(id)).toEqual(['REVIEW_HOLD'])
    expect((await send(resume, people.lead, code, { _version: await version() })).status).toBe(303)
    expect(await openTasks(id)).toEqual(['RETURN_STEP'])
  })

  test('is changed on the version that was read, and not made another one once the journey began', async () => {
    const { id, code } = await opened()
    const later = { ...path, departsOn: '20/07/2014', _version: '1' }
    expect((await send(edit, people.other, code, later)).status).toBe(303)
    expect((await send(edit, people.lead, code, later)).status).toBe(303)
    expect((await seen(people.lead, code))?.path?.version).toBe(2)
    await answers(id, 'GIVEN')
    await send(step, people.lead, code, { step: 'FITNESS', did: 'DONE', onDay: '30/06/2014' })
    const turned = await send(edit, people.lead, code, { ...home, _version: '2' })
    expect(await errorsOf(turned, people.lead, 'return.edit')).toEqual({ kind: 'begun' })
  })
})

describe('a grant in kind', () => {
  test('is kept as far as it is, and asked for only as the settings allow', async () => {
    const { code } = await opened(home)
    const half = { grantKind: 'SHOP', lineEQUIP: '300000', lineSTOCK: '100000', _version: '0' }
    expect((await send(plan, people.lead, code, half)).status).toBe(303)
    const kept = await grantOf(code)
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
    expect((await grantOf(code)).supplier).toBe('Quincaillerie du Fleuve')
  })

  test('waits in the supervisor’s queue, stands still meanwhile, and is decided by a second person alone', async () => {
    const { id, code } = await asked()
    expect(await openTasks(id)).toEqual(['GRANT'])
    const { version } = await grantOf(code)
    expect((await send(plan, people.lead, code, { ...shop, _version: String(version) })).status).toBe(409)
    const approve = { verdict: 'APPROVE', _version: String(version) }
    expect((await send(decide, people.lead, code, approve)).status).toBe(403)
    expect((await send(decide, await signedIn('SUPERVISOR', 'GAO'), code, approve)).status).toBe(404)
    const back = { verdict: 'RETURN', returnReason: 'QUOTES', _version: String(version) }
    expect((await send(decide, people.supervisor, code, back)).status).toBe(303)
    expect(await openTasks(id)).toEqual(['GRANT_RETURNED'])
    expect((await send(decide, people.supervisor, code, approve)).status).toBe(409)
    const again = { ...shop, wants: 'ASK', _version: String(version + 1) }
    expect((await send(plan, people.lead, code, again)).status).toBe(303)
    expect(await openTasks(id)).toEqual(['GRANT'])
  })

  test('is handed over in parts, never more than is left, and counts as help once', async () => {
    const { id, code, grant } = await approved()
    expect(await openTasks(id)).toEqual(['GRANT_DELIVER'])
    expect((await givenTo(code, grant, { lineEQUIP: '90000', lineSTOCK: '100000' })).status).toBe(303)
    const over = await givenTo(code, grant, { lineSTOCK: '140001' })
    expect(await errorsOf(over, people.lead, 'return.deliver')).toEqual({
      lineSTOCK: 'more-than-left=140000',
    })
    const before = await givenTo(code, grant, { lineSTOCK: '1000' }, '29/06/2014')
    expect(await errorsOf(before, people.lead, 'return.deliver')).toEqual({ deliveredOn: 'before-approval' })
    const rest = { lineSTOCK: '140000', lineRENT: '60000', lineWORKS: '40000', lineFEES: '15000' }
    expect((await givenTo(code, grant, rest)).status).toBe(303)
    const help =
      await root()`select service, quantity, unit from app.assistance where case_id = ${id} and service like 'REINT%'`
    expect(help.map((row) => ({ ...row }))).toEqual([{ service: 'REINT_IGA', quantity: 1, unit: 'GRANT' }])
    // A reserve is left: nothing asks for it. The first visit is promised.
    expect(await openTasks(id)).toEqual(['GRANT_VISIT'])
    expect((await grantOf(code)).deliveries.map(({ witness }) => witness)).toEqual(['Sa sœur', 'Sa sœur'])
  })

  test('is dropped with a reason, what was handed over keeps its visits, and another one may follow', async () => {
    const { id, code, grant } = await approved()
    await givenTo(code, grant, { lineEQUIP: '90000' })
    const { version } = await grantOf(code)
    const gone = { grant, dropReason: 'REST_NOT_NEEDED', _version: String(version) }
    expect((await send(drop, people.lead, code, gone)).status).toBe(303)
    expect(await openTasks(id)).toEqual(['GRANT_VISIT'])
    expect((await send(plan, people.lead, code, { ...shop, _version: '0' })).status).toBe(303)
    expect((await seen(people.lead, code))?.grants.map(({ state }) => state)).toEqual(['DROPPED', 'DRAFT'])
  })
})

describe('the visits after a delivery', () => {
  const delivered = async (on: string) => {
    const found = await approved()
    await root()`update app.return_grants set decided_at = ${`${on}T08:00:00Z`} where id = ${found.grant}`
    await root()`update app.cases set opened_at = opened_at - interval '1 year' where id = ${found.id}`
    const [d, m, y] = [on.slice(8), on.slice(5, 7), on.slice(0, 4)]
    expect((await givenTo(found.code, found.grant, { lineEQUIP: '90000' }, `${d}/${m}/${y}`)).status).toBe(
      303,
    )
    return found
  }
  const visited = (code: string, grant: string, values: Record<string, string>) =>
    send(visit, people.lead, code, { grant, visitedOn: '30/06/2014', follow: 'NOTHING', ...values })

  test('come at one, three, six and twelve months, each in its window, and are late after it', async () => {
    const { id, code } = await delivered('2014-05-20')
    expect((await seen(people.lead, code))?.plan.visits).toMatchObject([
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
    expect(await openTasks(id)).toEqual(['GRANT_DELIVER', 'GRANT_VISIT', 'VISIT_FOLLOW'])
    expect(await taskReason(id, 'GRANT_VISIT')).toBe('M3')
    const twice = await visited(code, grant, { visit: 'M1', outcome: 'RUNS_GROWS' })
    expect(await errorsOf(twice, people.lead, 'return.visit')).toEqual({ visit: 'made-already' })
    expect((await visited(code, grant, { visit: 'EXTRA', outcome: 'MOVED_AWAY' })).status).toBe(303)
    expect(await openTasks(id)).toEqual(['GRANT_DELIVER', 'VISIT_FOLLOW'])
    expect((await seen(people.supervisor, code))?.plan.visits.map((one) => one.visit)).toEqual(['M1'])
  })
})
