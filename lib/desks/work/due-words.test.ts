import { describe, expect, test } from 'vitest'
import { translator } from '@/lib/base/i18n/translate'
import { dueWords, dutyName } from './due-words'

const hour = 3_600_000

describe('a due date in a list', () => {
  test('is in time at its very instant and late from then on, with a full bar', () => {
    expect(dueWords({ due: 10 * hour, since: 0 }, 10 * hour)).toMatchObject({ tone: 'soon', used: 100 })
    expect(dueWords({ due: 10 * hour, since: 0 }, 10 * hour + 1)).toMatchObject({ tone: 'late', used: 100 })
    expect(dueWords({ due: 10 * hour, since: 0 }, 13 * hour)).toMatchObject({
      key: 'clocks.late',
      values: { lateShape: 'h', lateH: 3 },
    })
  })

  test('says how long is left and how much is used', () => {
    expect(dueWords({ due: 48 * hour, since: 0 }, 12 * hour)).toMatchObject({
      key: 'clocks.left',
      tone: 'fine',
      used: 25,
      values: { leftShape: 'dh', leftD: 1, leftH: 12 },
    })
  })

  test('turns pressing in the last four hours or the last quarter', () => {
    expect(dueWords({ due: 400 * hour, since: 0 }, 397 * hour).tone).toBe('soon')
    expect(dueWords({ due: 400 * hour, since: 0 }, 301 * hour).tone).toBe('soon')
    expect(dueWords({ due: 400 * hour, since: 0 }, 200 * hour).tone).toBe('fine')
  })

  test('shows an empty bar where the start is not known or makes no sense', () => {
    expect(dueWords({ due: 100 * hour, since: null }, 50 * hour).used).toBe(0)
    expect(dueWords({ due: 100 * hour, since: 200 * hour }, 50 * hour).used).toBe(0)
    expect(dueWords({ due: 100 * hour, since: 60 * hour }, 50 * hour).used).toBe(0)
  })
})

test('a task says which step or appointment it is, and of an action whose turn; without a detail only its kind', () => {
  const words = { t: translator('fr'), locale: 'fr' as const }
  const said = (kind: string) => dutyName(kind, words).replaceAll('\u00a0', ' ')
  expect(said('task-RETURN_STEP-TICKET')).toBe('Étape du retour à faire : Billet')
  expect(said('task-RETURN_STEP')).toBe('Étape du retour à faire')
  expect(said('task-KEEP_APPOINTMENT-MEDICAL')).toBe('Visite médicale')
  expect(said('task-PLAN_ACTION-US')).toBe('Action du plan, à nous')
})
