import { beforeEach, describe, expect, test } from 'vitest'
import { POST as closeAlert } from '@/app/api/v1/alerts/[id]/close/route'
import { POST as raise } from '@/app/api/v1/alerts/route'
import { POST as askClosure } from '@/app/api/v1/cases/[code]/ask-closure/route'
import { POST as closeCase } from '@/app/api/v1/cases/[code]/close/route'
import { POST as returnClosure } from '@/app/api/v1/cases/[code]/return-closure/route'
import { POST as returnRating } from '@/app/api/v1/cases/[code]/return-rating/route'
import { POST as giveBack } from '@/app/api/v1/referrals/[id]/return/route'
import { POST as seen } from '@/app/api/v1/tasks/[id]/seen/route'
import { command } from '@/lib/platform/gate/command'
import { as, presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { raised } from '@/lib/testing/factories/alert-values'
import { goalsMet, openCaseOf, send } from '@/lib/testing/factories/open-case'
import { insertTask } from '@/lib/testing/factories/tasks'
import { accepts, caseOf, offerOf, offers, refuses, withdraws } from '@/lib/testing/factories/transfers'
import { moved, TO_WAITING } from '@/lib/testing/factories/walk'
import { post } from '@/lib/testing/requests'
import type { TaskKind } from './kinds'
import { claimItem, letGo, setAside } from './mark-item'
import { waitingPage } from './waiting'

let lead: SignedIn
let one: SignedIn
let other: SignedIn
beforeEach(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  one = await signedIn('SUPERVISOR', 'MOP')
  other = await signedIn('SUPERVISOR', 'MOP')
})

const press = async (verb: typeof claimItem | typeof letGo, who: SignedIn, id: string, of: string) =>
  (await post(command(verb as typeof claimItem), { as: who, params: { id }, values: { of }, json: true }))
    .status
const claim = (who: SignedIn, id: string, of: string) => press(claimItem, who, id, of)
const aside = async (who: SignedIn, id: string, of: string) =>
  (
    await post(command(setAside), {
      as: who,
      params: { id },
      values: { of, asideReason: 'BUSY', asideFor: 'H4' },
      json: true,
    })
  ).status
const live = async (id: string) =>
  (await root()`select what from app.queue_marks where item_id = ${id} and ended_at is null`).map(
    ({ what }) => what,
  )
const taskOf = async (kind: TaskKind) => {
  const { id, code } = await openCaseOf({ lead, other: lead, supervisor: one }).catch(() => fileOf())
  await insertTask({ kind, subject: { type: 'case', id } })
  const [row] = await root()`select id from app.tasks where case_id = ${id} and kind = ${kind}`
  return { id: String(row?.id), code, caseId: id }
}
const fileOf = () => caseOf(lead)
const alertOf = async (more = {}) => raised(raise, await signedIn('DTM_ENUM', 'MOP'), more)

describe('somebody else at it holds back', () => {
  test('an alert: no triage by another, until it is let go', async () => {
    const id = await alertOf()
    const no = async (who: SignedIn) =>
      (
        await post(closeAlert, {
          as: who,
          params: { id },
          values: { reason: 'NOT_PROTECTION', _version: '1' },
          json: true,
        })
      ).status
    expect(await claim(one, id, 'alert')).toBe(200)
    expect([await claim(other, id, 'alert'), await no(other)]).toEqual([403, 403])
    expect(await press(letGo, one, id, 'alert')).toBe(200)
    expect(await no(other)).toBe(200)
    expect(await live(id)).toEqual([])
  })

  test('an alert of an emergency is shown as taken and is decided all the same', async () => {
    const id = await alertOf({ urgency: 'EMERGENCY' })
    expect(await claim(one, id, 'alert')).toBe(200)
    const values = { reason: 'NOT_PROTECTION', _version: '1' }
    expect((await post(closeAlert, { as: other, params: { id }, values, json: true })).status).toBe(200)
  })

  test('a referral waits for who is at it, one of an emergency for nobody', async () => {
    const tried = async (priority: string) => {
      const id = await moved({ lead: lead.id, supervisor: one.id }, TO_WAITING)
      await root().begin(async (tx) => {
        await tx`set local session_replication_role = replica`
        await tx`update app.referrals set priority = ${priority} where id = ${id}`
      })
      expect(await claim(one, id, 'approve')).toBe(200)
      const [row] = await root()`select version from app.referrals where id = ${id}`
      const values = { reason: 'DUPLICATE', _version: String(row?.version) }
      return (await post(giveBack, { as: other, params: { id }, values, json: true })).status
    }
    expect([await tried('NORMAL'), await tried('EMERGENCY')]).toEqual([403, 200])
  })

  test('a closing: neither closed nor returned by another', async () => {
    const { id, code } = await openCaseOf({ lead, other: await signedIn('LAWYER', 'MOP'), supervisor: one })
    expect((await send(askClosure, lead, code, goalsMet)).status).toBe(303)
    expect(await claim(one, id, 'close')).toBe(200)
    const tried = async (endpoint: typeof closeCase, who: SignedIn, values = {}) =>
      (await post(endpoint, { as: who, params: { code }, values, json: true })).status
    const back = { comment: 'Encore une visite.' }
    expect([await tried(closeCase, other), await tried(returnClosure, other, back)]).toEqual([403, 403])
    expect(await tried(returnClosure, one, back)).toBe(200)
  })

  test('an offer of another office: answered by nobody else there, taken back by whoever offered it', async () => {
    const [far, farther] = [await signedIn('SUPERVISOR', 'GAO'), await signedIn('SUPERVISOR', 'GAO')]
    const farLead = await signedIn('SOCIAL_WORKER', 'GAO')
    const [kept, back] = [await fileOf(), await fileOf()]
    for (const file of [kept, back]) {
      await offers(lead, file)
      expect(await claim(far, String((await offerOf(file))?.id), 'transfer')).toBe(200)
    }
    const line = (await as(farther, (ctx) => waitingPage(ctx, { kind: 'transfer', size: 50 }))).rows.find(
      ({ code }) => code === kept.code,
    )
    expect(line?.claim).toMatchObject({ mine: false })
    expect([await refuses(farther, kept), await accepts(farther, kept, farLead)]).toEqual([
      'claimed',
      'claimed',
    ])
    expect(await withdraws(lead, back)).toContain('done=')
    expect(await accepts(far, kept, farLead)).toContain('transfer-accepted')
    expect(await live(String((await offerOf(kept))?.id))).toEqual([])
  })

  test('an offer can be set aside, and comes back before its limit', async () => {
    const far = await signedIn('SUPERVISOR', 'GAO')
    const file = await fileOf()
    await offers(lead, file)
    const id = String((await offerOf(file))?.id)
    expect(await aside(far, id, 'transfer')).toBe(200)
    const at = async (kind: 'transfer' | 'later') =>
      (await as(far, (ctx) => waitingPage(ctx, { kind, size: 50 }))).rows.some((row) => row.id === id)
    expect([await at('transfer'), await at('later')]).toEqual([false, true])
  })

  test('a task: not seen by another, nor ended by a decision of its own page; harm waits for nobody', async () => {
    const look = await taskOf('SEE_LOWER_RISK')
    expect(await claim(one, look.id, 'task')).toBe(200)
    const see = async (who: SignedIn, id: string) =>
      (await post(seen, { as: who, params: { id }, values: {}, json: true })).status
    const rated = await post(returnRating, {
      as: other,
      params: { code: look.code },
      values: { rateAgainFor: 'NOT_CHECKED' },
      json: true,
    })
    expect([await see(other, look.id), rated.status]).toEqual([403, 403])
    expect(await see(one, look.id)).toBe(200)
    const danger = await taskOf('SEE_DANGER')
    expect(await claim(one, danger.id, 'task')).toBe(200)
    expect(await see(other, danger.id)).toBe(200)
  })

  test('in the database as well, by a code that the program says as "somebody else is at this"', async () => {
    const look = await taskOf('SEE_LOWER_RISK')
    await claim(one, look.id, 'task')
    await expect(
      presenting(
        raw('web'),
        other.token,
        (tx) => tx`select app.end_task('SEE_LOWER_RISK', 'case', ${look.caseId}::uuid, 'DONE', 'SEEN')`,
      ),
    ).rejects.toMatchObject({ code: 'RL403' })
  })
})

describe('a mark ends when what it rested on changes', () => {
  const changed = async (set: (id: string) => Promise<unknown>) => {
    const id = await moved({ lead: lead.id, supervisor: one.id }, TO_WAITING)
    await root()`update app.referrals set due_at = clock.casework_now() + interval '40 hours' where id = ${id}`
    expect([await claim(other, id, 'approve'), await aside(one, id, 'approve')]).toEqual([200, 403])
    await press(letGo, other, id, 'approve')
    expect([await aside(one, id, 'approve'), await claim(other, id, 'approve')]).toEqual([200, 200])
    expect((await live(id)).toSorted()).toEqual(['CLAIM', 'LATER'])
    await set(id)
    return live(id)
  }
  test('an earlier limit ends it, a later one does not', async () => {
    expect(
      await changed(
        (id) => root()`update app.referrals set due_at = due_at - interval '1 hour' where id = ${id}`,
      ),
    ).toEqual([])
    expect(
      await changed(
        (id) => root()`update app.referrals set due_at = due_at + interval '1 hour' where id = ${id}`,
      ),
    ).toHaveLength(2)
  })

  test('another urgency or another holder ends it', async () => {
    const alert = await alertOf()
    const task = await taskOf('SEE_LOWER_RISK')
    await claim(one, alert, 'alert')
    await claim(one, task.id, 'task')
    await root()`update app.alerts set urgency = 'EMERGENCY' where id = ${alert}`
    await root()`update app.tasks set holder_id = ${other.id} where id = ${task.id}`
    expect([await live(alert), await live(task.id)]).toEqual([[], []])
  })
})
