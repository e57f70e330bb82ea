import { expect, test } from 'vitest'
import { POST as decide } from '@/app/api/v1/cases/[code]/assessments/[which]/panel/route'
import { POST as write } from '@/app/api/v1/cases/[code]/assessments/[which]/route'
import { root } from '@/lib/testing/database'
import { around, openCaseOf } from '@/lib/testing/factories/open-case'
import { post } from '@/lib/testing/requests'

const ASSESSED = {
  bi_decision: 'RETURN',
  bi_child: 'Rentrer',
  bi_view: 'AGREES',
  bi_carer: 'FAR_REACHABLE',
  bi_safety: 'Calme',
  bi_ties: 'Deux sœurs',
  bi_grow: 'École',
  bi_options: 'Rentrer ou rester',
  bi_advice: 'Rentrer',
  bi_panel: 'NO',
  bi_review: '1/9/2014',
}

test('a decision on an older assessment leaves the panel the newer one', async () => {
  const people = await around()
  const { lead, supervisor } = people
  const { id, code } = await openCaseOf(people)
  const assess = () =>
    post(write, {
      as: lead,
      params: { code, which: 'BEST_INTERESTS' },
      values: { ...ASSESSED, step: 'finish', _version: '0' },
    })
  await assess()
  await assess()
  const [older, newer] =
    await root()`select id from app.assessments where case_id = ${id} order by finished_at`
  const decided = async (which: string) => {
    const values = { decision: 'AGREED', decidedOn: '30/6/2014', panelWords: 'Retour accompagné' }
    expect((await post(decide, { as: supervisor, params: { code, which }, values })).status).toBe(303)
    const open =
      await root()`select kind from app.tasks where case_id = ${id} and kind = 'DECIDE_PANEL' and state = 'OPEN'`
    return open.length
  }
  expect(await decided(String(older?.id))).toBe(1)
  expect(await decided(String(newer?.id))).toBe(0)
})
