import { expect, test } from 'vitest'
import { prepareAgreeing } from '@/lib/desks/case-file/view-plan'
import { root } from '@/lib/testing/database'
import { around, openCaseOf, openTasks } from '@/lib/testing/factories/open-case'
import { about, agreeOn } from '@/lib/testing/factories/plans'
import { reading } from '@/lib/testing/reading'

test('an organisation that wants to see plans of medium risk is asked, and the form says why', async () => {
  await root()`update app.settings set value = 1 where key = 'plan.asks.MEDIUM'`
  await root()`update app.settings set value = 0 where key = 'plan.asks.HIGH'`
  const all = await around()
  const needs = async (risk: string) => {
    const { id, code } = await openCaseOf(all, [], risk)
    await about(id, ['MHP_DIST'])
    const found = await reading(all.lead, (ctx) => prepareAgreeing(ctx, code, {}))
    await agreeOn(all.lead, code, { actions: ['DISTRESS_A1'] })
    const asked = (await openTasks(id)).includes('APPROVE_PLAN')
    return ['view' in found ? found.view?.needs : 'refused', asked]
  }
  expect(await needs('MEDIUM')).toEqual(['MEDIUM', true])
  expect(await needs('HIGH')).toEqual([undefined, false])
  expect(await needs('LOW')).toEqual([undefined, false])
})
