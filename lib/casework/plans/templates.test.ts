import { describe, expect, test } from 'vitest'
import { faultOf, TEMPLATES, type Template, templateAction, templateGoal, templateOf } from './templates'

const one = TEMPLATES[0] as Template
const first = one.actions[0] as Template['actions'][number]

describe('the templates', () => {
  test('are twenty-one, each in three languages, and sound', () => {
    expect(TEMPLATES).toHaveLength(21)
    expect(faultOf(TEMPLATES)).toBeUndefined()
  })

  test('are found by the ids of their goals and actions', () => {
    expect(templateGoal('DISTRESS_G1')?.id).toBe('DISTRESS_G1')
    expect(templateAction('DISTRESS_A2')?.due).toEqual({ days: 14 })
    expect(templateOf('DISTRESS_A2')?.id).toBe('DISTRESS')
    expect([templateGoal('DISTRESS_G9'), templateAction('NOBODY_A1'), templateOf('NOBODY_A1')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  const action = (more: Partial<typeof first>): Template => ({ ...one, actions: [{ ...first, ...more }] })
  test.each([
    ['stands twice', { ...one, actions: [first, first] }],
    ['no concern', { ...one, concerns: ['MADE_UP'] }],
    ['nothing to agree on', { ...one, goals: [] }],
    ['stands under', action({ id: 'OTHER_A1' })],
    ['nobody is called', action({ owner: 'THEM' as 'US' })],
    ['no service', action({ service: 'MADE_UP' })],
    [
      'a partner is asked for a service',
      { ...one, actions: [{ id: first.id, owner: 'PARTNER' as const, due: first.due, text: first.text }] },
    ],
    ['no limit', action({ due: {} })],
    ['a limit that is over', action({ due: { hours: 0 } })],
    ['no limit of a risk', action({ due: { risk_limit: 'never' as 'plan_d' } })],
    ['not said in every language', action({ text: { ...first.text, ar: '' } })],
    ['not said in every language', { ...one, title: { ...one.title, en: '' } }],
  ])('with a fault say so: %s', (words, template) => {
    expect(faultOf([template])).toContain(words)
  })
})
