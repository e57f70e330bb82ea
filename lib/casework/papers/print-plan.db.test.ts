import { beforeEach, describe, expect, test } from 'vitest'
import { PlanPaper } from '@/app/(work)/papers/[id]/plan-paper'
import { POST as followUp } from '@/app/api/v1/cases/[code]/follow-ups/route'
import { POST as printMyData } from '@/app/api/v1/cases/[code]/papers/my-data/route'
import { POST as printPlan } from '@/app/api/v1/cases/[code]/papers/plan/route'
import { POST as addGoal } from '@/app/api/v1/cases/[code]/plan/goals/route'
import { templateAction, templateGoal } from '@/lib/casework/plans/templates'
import type { SignedIn } from '@/lib/testing/actors'
import { aFileWithPapers, openedPaper, printedFor } from '@/lib/testing/factories/papers'
import { about, agreeOn } from '@/lib/testing/factories/plans'
import { type Endpoint, post } from '@/lib/testing/requests'

let lead: SignedIn
let code: string
let id: string
beforeEach(async () => {
  ;({ lead, code, id } = await aFileWithPapers())
})
const printed = (endpoint: Endpoint, values: Record<string, string>) =>
  printedFor(lead, code, { endpoint, values })

describe('the sheet names every part of a file', () => {
  const heldBy = async () => {
    const content = (
      await openedPaper(lead, (await printed(printMyData, { carry: 'SAFE', language: 'fr' })).id)
    )?.content
    return content?.kind === 'MY_DATA' ? content.held : []
  }
  test('a plan and a meeting only once there are any', async () => {
    expect(await heldBy()).not.toContain('PLAN')
    expect(await heldBy()).not.toContain('MEETINGS')
    await post(addGoal, { as: lead, params: { code }, values: { title: 'Dormir', said: '' } })
    await post(followUp, {
      as: lead,
      params: { code },
      values: { type: 'OFFICE', channel: 'OFFICE', outcome: 'SAFE', followedOn: '30/6/2014', words: '' },
    })
    expect(await heldBy()).toEqual(expect.arrayContaining(['PLAN', 'MEETINGS']))
    expect(await heldBy()).not.toContain('FILES')
  })
})

describe('the agreed plan', () => {
  test('has each goal that stands, and the page prints its title without what the person said of it', async () => {
    const goal = { title: 'Dormir sans peur', said: 'Je veux dormir comme avant la fuite' }
    await post(addGoal, { as: lead, params: { code }, values: goal })
    const paper = await printed(printPlan, { carry: 'SAFE', language: 'fr' })
    const found = await openedPaper(lead, paper.id)
    expect(found?.log).toMatchObject({ kind: 'PLAN', parts: ['GOALS'], carry: 'SAFE' })
    if (!found) throw new Error('no paper')
    const { renderToStaticMarkup } = await import('react-dom/server')
    const html = renderToStaticMarkup(PlanPaper({ view: found, aloud: false }))
    expect(html).toContain('Dormir sans peur')
    for (const trace of ['avant la fuite', code, 'Awa', 'Traoré']) expect(html).not.toContain(trace)
  })
})

describe('the agreed plan of a template', () => {
  test('prints the goal and each action in the language of the paper, Arabic too', async () => {
    await about(id, ['MHP_DIST'])
    await agreeOn(lead, code, { actions: ['DISTRESS_A1', 'DISTRESS_A4'] })
    const { renderToStaticMarkup } = await import('react-dom/server')
    for (const language of ['fr', 'en', 'ar'] as const) {
      const found = await openedPaper(lead, (await printed(printPlan, { carry: 'SAFE', language })).id)
      if (!found) throw new Error('no paper')
      const html = renderToStaticMarkup(PlanPaper({ view: found, aloud: false }))
      const words = [
        templateGoal('DISTRESS_G1'),
        templateAction('DISTRESS_A1'),
        templateAction('DISTRESS_A4'),
      ].map((one) => one?.text[language] ?? 'no such template')
      for (const text of words) expect(html).toContain(text.replaceAll('\u2019', '’'))
    }
  })
})
