import { beforeAll, describe, expect, test } from 'vitest'
import { POST as write } from '@/app/api/v1/cases/[code]/assessments/[which]/route'
import { prepareAgreeing } from '@/lib/desks/case-file/view-plan'
import type { SignedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { type Around, around } from '@/lib/testing/factories/open-case'
import { about, agreeOn, landed } from '@/lib/testing/factories/plans'
import { makeReadable } from '@/lib/testing/factories/readable'
import { reading } from '@/lib/testing/reading'
import { draftIn, post } from '@/lib/testing/requests'

let all: Around
beforeAll(async () => {
  all = await around()
})

async function survivor() {
  const id = crypto.randomUUID()
  const members = [
    { userId: all.lead.id, capacity: 'LEAD' as const },
    { userId: all.other.id, capacity: 'MEMBER' as const },
    { userId: all.supervisor.id, capacity: 'NAMED_SUPERVISOR' as const },
  ]
  await insertCases([{ id, officeId: 'MOP', sensitivity: 'S4', leadId: all.lead.id, members, referrals: [] }])
  await makeReadable(id)
  await about(id, ['VIOL_GBV'])
  const [row] = await root()`select code from app.cases where id = ${id}`
  return { id, code: String(row?.code) }
}
const assessed = async (code: string, type: string, step = 'finish') => {
  const values = { gb_safe: 'YES', gb_care: 'NO', gb_type: type, gb_again: 'NO', _version: '0', step }
  const answer = await post(write, { as: all.lead, params: { code, which: 'GBV_INCIDENT' }, values })
  expect([answer.status, draftIn(answer)]).toEqual([303, undefined])
}
const offers = async (who: SignedIn, code: string) => {
  const found = await reading(who, (ctx) => prepareAgreeing(ctx, code, {}))
  if (!('view' in found) || !found.view) throw new Error('nothing to agree on')
  return { ids: found.view.offered.map(({ id }) => id), detail: 'detail' in found ? found.detail : undefined }
}
const BOTH = ['SEXUAL_VIOLENCE', 'GBV_OTHER']

describe('the templates for a survivor', () => {
  test('know the type of violence for whoever opens the assessment, and for nobody else', async () => {
    const { code } = await survivor()
    expect((await offers(all.lead, code)).ids).toEqual(BOTH)
    await assessed(code, 'PHYS_ASSAULT')
    expect(await offers(all.lead, code)).toEqual({
      ids: ['GBV_OTHER'],
      detail: { instrument: 'GBV_INCIDENT' },
    })
    // A lawyer of the case may not know which: they are offered what they were before.
    expect(await offers(all.other, code)).toEqual({ ids: BOTH, detail: undefined })
  })

  test('are taken by the verb as the page offered them, to each reader', async () => {
    const { code } = await survivor()
    await assessed(code, 'PHYS_ASSAULT')
    expect(await landed(agreeOn(all.lead, code, { actions: ['SEXUAL_VIOLENCE_A1'] }))).toContain('draft=')
    expect(await landed(agreeOn(all.lead, code, { actions: ['GBV_OTHER_A1'] }))).toContain('done=agreed')
    expect(await landed(agreeOn(all.other, code, { actions: ['SEXUAL_VIOLENCE_A1'] }))).toContain(
      'done=agreed',
    )
  })

  test('leave nothing out while one act is not told to its end', async () => {
    const { code } = await survivor()
    await assessed(code, 'RAPE')
    expect((await offers(all.lead, code)).ids).toEqual(['SEXUAL_VIOLENCE'])
    await assessed(code, 'PHYS_ASSAULT', 'keep')
    expect((await offers(all.lead, code)).ids).toEqual(BOTH)
  })
})
