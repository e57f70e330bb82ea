import { beforeAll, describe, expect, test } from 'vitest'
import { POST as hold } from '@/app/api/v1/cases/[code]/hold/route'
import { POST as resume } from '@/app/api/v1/cases/[code]/resume/route'
import { POST as edit } from '@/app/api/v1/cases/[code]/return/edit/route'
import { POST as plan } from '@/app/api/v1/cases/[code]/return/grant/route'
import { POST as open } from '@/app/api/v1/cases/[code]/return/open/route'
import { POST as step } from '@/app/api/v1/cases/[code]/return/step/route'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { type Around, around, openCaseOf, send } from '@/lib/testing/factories/open-case'
import {
  answerTo,
  askedOnPath,
  caseOnPath,
  errorsOf,
  homeAlready,
  pathSeen,
  shop,
  taskReason,
  toGo,
} from '@/lib/testing/factories/return-path'

let people: Around
let stranger: SignedIn
beforeAll(async () => {
  people = await around()
  stranger = await signedIn('SOCIAL_WORKER', 'GAO')
})

describe('the path of a case', () => {
  test('is opened once, by its team, and asks the person before anything else', async () => {
    const { id, code } = await caseOnPath(people)
    expect(await askedOnPath(id)).toEqual(['RETURN_STEP'])
    expect(await taskReason(id, 'RETURN_STEP')).toBe('CONSENT')
    expect((await send(open, people.lead, code, toGo)).status).toBe(403)
    expect((await send(open, stranger, (await openCaseOf(people)).code, toGo)).status).toBe(404)
    expect((await send(open, people.supervisor, (await openCaseOf(people)).code, toGo)).status).toBe(403)
    expect(await pathSeen(stranger, code)).toBeUndefined()
  })

  test('says because of which concern it was opened', async () => {
    const found = await openCaseOf(people)
    await root()`update app.people set concerns = '{DOC_CIVIL,STR_STUCK}' where case_id = ${found.id}`
    await send(open, people.lead, found.code, toGo)
    expect((await pathSeen(people.other, found.code))?.path).toMatchObject({
      because: 'STR_STUCK',
      transit: ['NER'],
    })
  })

  test('begins no formality without the person’s yes, and follows the yes step by step to the seventh day', async () => {
    const { id, code } = await caseOnPath(people)
    const note = (values: Record<string, string>) => send(step, people.lead, code, { onDay: '', ...values })
    const early = await note({ step: 'FITNESS', did: 'DONE', onDay: '30/06/2014' })
    expect(await errorsOf(early, people.lead, 'return.step')).toEqual({ did: 'no-yes' })
    await answerTo(people, id, 'GIVEN')
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
    expect(await askedOnPath(id)).toEqual([])
  })

  test('a no ends the journey and not the help; after departure it is heard and ends nothing', async () => {
    const { id, code } = await caseOnPath(people)
    await answerTo(people, id, 'GIVEN', 10)
    await answerTo(people, id, 'REFUSED')
    expect(await askedOnPath(id)).toEqual([])
    expect((await pathSeen(people.lead, code))?.plan.answer).toBe('NO')
    expect((await send(plan, people.lead, code, { ...shop, wants: 'ASK', _version: '0' })).status).toBe(303)
    expect(await askedOnPath(id)).toEqual(['GRANT'])
    const left = await caseOnPath(people)
    await answerTo(people, left.id, 'GIVEN', 10)
    for (const one of ['FITNESS', 'TRAVEL_DOC', 'EXIT_PAPER', 'TICKET'])
      await send(step, people.lead, left.code, {
        step: one,
        did: 'NOT_NEEDED',
        onDay: '',
        stepReason: 'OWN_MEANS',
      })
    await send(step, people.lead, left.code, { step: 'DEPARTURE', did: 'DONE', onDay: '30/06/2014' })
    await answerTo(people, left.id, 'REFUSED')
    expect(await taskReason(left.id, 'RETURN_STEP')).toBe('ARRIVAL')
  })

  test('asks nothing while the case waits, and asks again once it goes on', async () => {
    const { id, code } = await caseOnPath(people)
    const version = async () =>
      String((await root()`select version from app.cases where id = ${id}`)[0]?.version)
    await send(hold, people.lead, code, {
      holdReason: 'TRAVELLING',
      reviewOn: '30/07/2014',
      _version: await version(),
    })
    expect(await askedOnPath(id)).toEqual([])
    expect((await send(resume, people.lead, code, { _version: await version() })).status).toBe(303)
    expect(await askedOnPath(id)).toEqual(['RETURN_STEP'])
  })

  test('is changed on the version that was read, and not made another one once the journey began', async () => {
    const { id, code } = await caseOnPath(people)
    const later = { ...toGo, departsOn: '20/07/2014', _version: '1' }
    expect((await send(edit, people.other, code, later)).status).toBe(303)
    expect((await send(edit, people.lead, code, later)).status).toBe(303)
    expect((await pathSeen(people.lead, code))?.path?.version).toBe(2)
    await answerTo(people, id, 'GIVEN')
    await send(step, people.lead, code, { step: 'FITNESS', did: 'DONE', onDay: '30/06/2014' })
    const turned = await send(edit, people.lead, code, { ...homeAlready, _version: '2' })
    expect(await errorsOf(turned, people.lead, 'return.edit')).toEqual({ kind: 'begun' })
  })
})
