import { describe, expect, test } from 'vitest'
import { openCalendar } from './calendar'
import { caseClocks, referralClocks } from './clocks'
import { MALI_OFFICE } from './office'
import { untilOfficeCloses } from './office-day'
import { CASE_RULES, REFERRAL_RULES } from './rules'

const office = openCalendar(MALI_OFFICE)
const at = (text: string) => new Date(`2014-${text}Z`)

/** A HIGH case, last seen on the morning of 24 June: its next contact is due after seven days, on 1 July. */
function followUp(now: Date) {
  const events = [
    { verb: 'open', at: at('06-23T08:00'), from: null, to: 'OPEN' },
    { verb: 'follow-up', at: at('06-24T00:00'), from: 'OPEN', to: 'OPEN' },
  ]
  const clocks = caseClocks(events, CASE_RULES.HIGH, office, now)
  const clock = clocks.findLast(({ kind }) => kind === 'follow-up')
  if (!clock?.due) throw new Error('no next contact')
  return { plain: clock, kept: untilOfficeCloses(clock, office) }
}

describe('a limit in days', () => {
  test('is not late on its own morning, and is when the office has closed', () => {
    const { plain } = followUp(at('06-25T09:00'))
    const day = plain.due?.toISOString().slice(0, 10)
    const morning = followUp(new Date(`${day}T09:00:00Z`))
    expect(morning.plain.state).toBe('breached')
    expect(morning.kept).toMatchObject({ state: 'running', breachedAt: null, left: 8 * 3_600_000 })
    expect(morning.kept.due?.toISOString()).toBe(`${day}T17:00:00.000Z`)
    expect(followUp(new Date(`${day}T17:00:01Z`)).kept.state).toBe('breached')
  })

  test('is met when answered on its last day', () => {
    const events = [
      { verb: 'send', at: at('06-01T08:00'), from: 'APPROVED', to: 'SENT' },
      { verb: 'accept', at: at('06-01T09:00'), from: 'SENT', to: 'ACCEPTED' },
      { verb: 'complete', at: at('06-02T09:00'), from: 'ACCEPTED', to: 'COMPLETED' },
      { verb: 'verify', at: at('06-16T15:00'), from: 'COMPLETED', to: 'VERIFIED' },
    ]
    const clocks = referralClocks(events, REFERRAL_RULES.NORMAL, office, at('06-17T09:00'))
    const clock = clocks.find(({ kind }) => kind === 'verify')
    expect(clock?.breachedAt).not.toBeNull()
    expect(clock && untilOfficeCloses(clock, office)).toMatchObject({ state: 'met', breachedAt: null })
  })

  test('that ends after the office has closed is not shortened', () => {
    const events = [{ verb: 'complete', at: at('06-02T20:00'), from: 'ACCEPTED', to: 'COMPLETED' }]
    const [clock] = referralClocks(events, REFERRAL_RULES.NORMAL, office, at('06-03T09:00')).filter(
      ({ kind }) => kind === 'verify',
    )
    expect(clock && untilOfficeCloses(clock, office)).toBe(clock)
  })
})

test('a limit in hours is left as it is', () => {
  const events = [{ verb: 'send', at: at('06-02T08:00'), from: 'APPROVED', to: 'SENT' }]
  for (const clock of referralClocks(events, REFERRAL_RULES.NORMAL, office, at('06-03T09:00')))
    expect(untilOfficeCloses(clock, office)).toBe(clock)
})
