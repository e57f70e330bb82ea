import { describe, expect, test } from 'vitest'
import { INSTRUMENTS, instrumentOf } from './book'
import { abuseTold, assessedFacts, type Finished, flagsOf, keptResults, resultsNamed } from './effects'
import { proposedInstruments } from './proposed'

const at = (day: number) => new Date(Date.UTC(2014, 5, day))
const finished = (instrument: string, results: string[], day = 1): Finished => ({
  instrument,
  discipline: 'PSYCHOLOGIST',
  results,
  at: at(day),
})

describe('what a result leads to', () => {
  test('abuse by an aid worker is told to whoever writes and kept with no result', () => {
    const results = instrumentOf('GBV_INCIDENT')?.results ?? []
    expect(abuseTold(results)?.id).toBe('GB_SEA')
    expect(keptResults(results)).toEqual(['GB_UNSAFE', 'GB_CARE'])
  })

  test('no kept result of any instrument tells the focal point of abuse', () => {
    for (const { results } of INSTRUMENTS)
      for (const id of keptResults(results))
        expect(results.find((one) => one.id === id)?.then.tell ?? []).not.toContain('PSEA_FP')
  })

  test('flags are proposed once each', () => {
    expect(flagsOf(resultsNamed('PSY_SUICIDE', ['SU_ACUTE', 'SU_ACTIVE']))).toEqual(['SUICIDE'])
  })

  test('the newest of an instrument speaks to the table of risk, and says whose it was', () => {
    const both = [finished('PSY_SUICIDE', ['SU_NONE'], 9), finished('PSY_SUICIDE', ['SU_ACUTE'], 2)]
    expect(assessedFacts(both)).toEqual({ open: {}, sealed: { suicide_level: 'NONE' }, by: ['PSYCHOLOGIST'] })
    expect(assessedFacts([])).toEqual({ open: {}, sealed: {}, by: [] })
  })
})

describe('what is proposed next', () => {
  const proposed = (known: Partial<Parameters<typeof proposedInstruments>[0]>) =>
    proposedInstruments({ ruled: [], finished: [], begun: [], ...known })

  test('on a new case the first conversation, and what the rules of risk name', () => {
    expect(proposed({ ruled: ['CP_SEPARATION'] })).toEqual([
      { id: 'SW_GENERAL', because: 'first' },
      { id: 'CP_SEPARATION', because: 'rule' },
    ])
  })

  test('what a result opens, until it was filled in after that', () => {
    const debt = finished('SW_GENERAL', ['SW_DEBT'], 5)
    expect(proposed({ finished: [debt] })).toEqual([{ id: 'TIP_SCREENING', because: 'result' }])
    expect(proposed({ finished: [debt, finished('TIP_SCREENING', [], 4)] })).toHaveLength(1)
    expect(proposed({ finished: [debt, finished('TIP_SCREENING', [], 6)] })).toEqual([])
  })

  test('what is begun is gone on with', () => {
    expect(proposed({ ruled: ['CP_SEPARATION'], begun: ['CP_SEPARATION', 'SW_GENERAL'] })).toEqual([])
  })
})
