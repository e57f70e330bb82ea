import { describe, expect, test } from 'vitest'
import { offeredTemplates, type Present, type Situation, type TemplateChange } from './offered'

const of = (more: Partial<Situation>): Situation => ({
  concerns: [],
  child: 'NO',
  risk: 'MEDIUM',
  restricted: false,
  ...more,
})
const ids = (more: Partial<Situation>, changes?: TemplateChange[], present?: Present[]) =>
  offeredTemplates(of(more), changes, present).map(({ id }) => id)
const actions = (more: Partial<Situation>, changes?: TemplateChange[], present?: Present[]) =>
  offeredTemplates(of(more), changes, present).flatMap((one) => one.actions.map(({ id }) => id))

describe('the templates that fit a case', () => {
  test('are those of its concerns', () => {
    expect(ids({ concerns: ['MHP_DIST'] })).toEqual(['DISTRESS'])
    expect(ids({ concerns: [] })).toEqual([])
  })

  test('of a child or of an adult; in doubt both', () => {
    expect(ids({ concerns: ['FAM_SEP'], child: 'YES' })).toEqual(['UNACCOMPANIED'])
    expect(ids({ concerns: ['FAM_SEP'], child: 'NO' })).toEqual(['FAMILY_CONTACT'])
    for (const child of ['MAYBE', 'UNKNOWN'] as const)
      expect(ids({ concerns: ['FAM_SEP'], child })).toEqual(['UNACCOMPANIED', 'FAMILY_CONTACT'])
  })

  test('what is for restricted cases is offered on those alone', () => {
    expect(ids({ concerns: ['LIB_RECR', 'LIB_DET'] })).toEqual([])
    expect(ids({ concerns: ['LIB_RECR', 'LIB_DET'], restricted: true })).toEqual(['CAAFAG', 'DETENTION'])
  })

  test('of violence the kind that was named; where none was, every kind; another concern of it counts as before', () => {
    const violence = { concerns: ['VIOL_GBV'], restricted: true }
    expect(ids(violence)).toEqual(['SEXUAL_VIOLENCE', 'GBV_OTHER'])
    expect(ids({ ...violence, gbvTypes: ['RAPE'] })).toEqual(['SEXUAL_VIOLENCE'])
    expect(ids({ ...violence, gbvTypes: ['DENIAL'] })).toEqual(['GBV_OTHER'])
    expect(ids({ concerns: ['EXPL_SEX'], restricted: true, gbvTypes: ['DENIAL'] })).toContain(
      'SEXUAL_VIOLENCE',
    )
  })

  test('the same action twice is offered once, with its shortest limit at this risk', () => {
    const both = actions({ concerns: ['LIB_EXP', 'VIOL_THREAT'] })
    // Legal advice within 24 hours, not within seven days as well.
    expect(both).toContain('EXPULSION_A1')
    expect(both).not.toContain('THREAT_A2')
    expect(actions({ concerns: ['VIOL_THREAT'] })).toContain('THREAT_A2')
  })

  test('what the plan has is not offered again: by its template, and while it is open by its service', () => {
    const has = (state: string): Present => ({ template: null, owner: 'US', service: 'MHPSS_PFA', state })
    expect(actions({ concerns: ['MHP_DIST'] }, [], [has('OPEN')])).not.toContain('DISTRESS_A1')
    expect(actions({ concerns: ['MHP_DIST'] }, [], [has('DONE')])).toContain('DISTRESS_A1')
    const done: Present = { template: 'DISTRESS_A1', owner: 'US', service: 'MHPSS_PFA', state: 'DONE' }
    expect(actions({ concerns: ['MHP_DIST'] }, [], [done])).not.toContain('DISTRESS_A1')
  })

  test('an action that was switched off is not offered, one with another limit has it', () => {
    const change = { action: 'DISTRESS_A2', off: false, hours: null, days: 5 }
    const [distress] = offeredTemplates(of({ concerns: ['MHP_DIST'] }), [change])
    expect(distress?.actions.find(({ id }) => id === 'DISTRESS_A2')?.due).toEqual({ days: 5 })
    expect(actions({ concerns: ['MHP_DIST'] }, [{ ...change, off: true }])).not.toContain('DISTRESS_A2')
  })
})
