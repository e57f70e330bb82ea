import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { POST as addMember } from '@/app/api/v1/cases/[code]/household/add/route'
import { POST as removeMember } from '@/app/api/v1/cases/[code]/household/remove/route'
import { POST as writeHousehold } from '@/app/api/v1/cases/[code]/household/route'
import { POST as writeIdentity } from '@/app/api/v1/cases/[code]/identity/route'
import { POST as writeSafety } from '@/app/api/v1/cases/[code]/safety/route'
import { POST as writeSituation } from '@/app/api/v1/cases/[code]/situation/route'
import { root } from '@/lib/testing/database'
import {
  HOUSEHOLD,
  type KeptCase,
  keptCase,
  SAFETY,
  type Team,
  team,
} from '@/lib/testing/factories/kept-case'

const identity = {
  given: 'Aminata',
  family: 'Diallo',
  sex: 'F',
  birthDate: '',
  age: '24',
  ageUnsaid: '',
  ageBasis: 'STATED',
  nationalities: ['MLI'],
  languages: ['ses', 'fra'],
  documentStatus: 'LOST',
}

let all: Team
let kept: KeptCase
beforeAll(async () => {
  all = await team()
})
beforeEach(async () => {
  kept = await keptCase(all)
})

describe('the past of a case', () => {
  test('says who changed which answer when, from what and to what, sealed answers too', async () => {
    await kept.save(writeSafety, SAFETY)
    await kept.save(writeSafety, { ...SAFETY, phone: '65000002', warning: '', risk: 'HIGH' }, all.colleague)
    const [newest] = await kept.past(all.supervisor)
    expect(newest).toMatchObject({ by: 'PSYCHOLOGIST MOP', what: 'CHANGED', member: false })
    expect(newest?.fields.map(({ page, field, from, to }) => [page, field, from ?? '', to ?? ''])).toEqual([
      ['safety', 'risk', 'MEDIUM', 'HIGH'],
      ['safety', 'phone', '65000001', '65000002'],
      ['safety', 'warning', 'son oncle écoute', ''],
    ])
  })

  test('keeps what was sealed as it was sealed: nothing of it stands in clear', async () => {
    await kept.save(writeSafety, SAFETY)
    await kept.save(writeSafety, { ...SAFETY, phone: '65000002' })
    const rows = JSON.stringify(await kept.lines())
    for (const word of ['65000001', '65000002', 'oncle']) expect(rows).not.toContain(word)
  })

  test('says why a risk was rated lower, and nothing that nobody changed', async () => {
    await kept.save(writeSituation, {
      displacementStatus: 'IDP',
      originCercle: 'ML0801',
      village: '',
      concerns: ['VIOL_GBV'],
      specificNeeds: [],
    })
    const low = { ...SAFETY, risk: 'LOW', hoursSince: '20', gbvType: 'RAPE' }
    await kept.save(writeSafety, { ...low, lowerReason: 'SAFE_NOW', openReason: 'PERSON_VIEW' })
    const [newest] = await kept.past(all.lead)
    expect(newest?.fields.map(({ field }) => field)).toEqual(
      expect.arrayContaining([
        'risk',
        'safeContact',
        'phone',
        'warning',
        'rating.lower_reason',
        'rating.open_reason',
        'rating.happened_at',
      ]),
    )
    expect(newest?.fields.map(({ field }) => field)).not.toContain('concerns')
  })

  test('names each member of the household who came or went, with what was said of them', async () => {
    await kept.save(addMember, {
      memberGiven: 'Issa',
      memberSex: 'M',
      memberAge: '7',
      ageUnsaid: '',
      memberRole: 'CHILD',
    })
    const [added] = await kept.past(all.lead)
    expect(added).toMatchObject({ what: 'ADDED', member: true })
    const [member] =
      await root()`select id from app.people where case_id = ${kept.id} and standing = 'HOUSEHOLD'`
    await kept.save(removeMember, { member: String(member?.id) })
    const [removed, before] = await kept.past(all.colleague)
    expect(removed).toMatchObject({ what: 'REMOVED', member: true, by: 'SOCIAL_WORKER MOP' })
    expect(removed?.fields.map(({ field, from }) => [field, from])).toEqual([
      ['memberGiven', 'Issa'],
      ['memberSex', 'M'],
      ['memberAge', '7'],
      ['memberRole', 'CHILD'],
    ])
    expect(before?.fields).toContainEqual({ page: 'member', field: 'memberGiven', from: '', to: 'Issa' })
  })

  test('is one line a save, and a save that changes nothing leaves none', async () => {
    const counts: number[] = []
    const each = async (save: () => Promise<void>) => {
      const before = (await kept.lines()).length
      await save()
      counts.push((await kept.lines()).length - before)
    }
    await each(() => kept.save(writeIdentity, identity))
    await each(() => kept.save(writeHousehold, HOUSEHOLD))
    await each(() => kept.save(writeSafety, { ...SAFETY, risk: 'HIGH' }))
    await each(() => kept.save(writeSafety, { ...SAFETY, risk: 'HIGH' }))
    expect(counts).toEqual([1, 1, 1, 0])
  })

  test('a page saved with the rating as it stands leaves who rated it and when', async () => {
    await kept.save(writeSafety, SAFETY)
    const rated = () => root()`select rated_by, rated_at from app.case_proposals where case_id = ${kept.id}`
    const first = await rated()
    await kept.save(writeSafety, { ...SAFETY, phone: '65000009' }, all.colleague)
    expect(await rated()).toEqual(first)
    await kept.save(writeSafety, { ...SAFETY, phone: '65000009', risk: 'HIGH' }, all.colleague)
    expect((await rated())[0]?.rated_by).toBe(all.colleague.id)
  })
})
