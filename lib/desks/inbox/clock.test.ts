import { describe, expect, it } from 'vitest'
import { rowClock } from './clock'

const sentAt = new Date('2014-06-30T08:00:00Z')
const now = new Date('2014-06-30T09:00:00Z')
const row = (more: Partial<Parameters<typeof rowClock>[0]>) => ({
  priority: 'EMERGENCY',
  state: 'SENT' as const,
  sentAt,
  answeredAt: null,
  dueAt: null,
  dueKind: null,
  readingSince: sentAt,
  ...more,
})

describe('the clock of a line in the inbox', () => {
  it('is the due date that stands on the row', () => {
    const dueAt = new Date('2014-06-30T12:00:00Z')
    expect(rowClock(row({ dueAt, dueKind: 'acknowledge' }), now)).toMatchObject({
      kind: 'acknowledge',
      due: dueAt,
    })
  })

  it('is counted from the sending where our own review presses more', () => {
    expect(rowClock(row({ dueAt: now, dueKind: 'review' }), now)).toMatchObject({ kind: 'acknowledge' })
    const opened = row({ state: 'ACKNOWLEDGED', dueAt: now, dueKind: 'review' })
    expect(rowClock(opened, now)).toMatchObject({ kind: 'decide' })
    const accepted = row({ state: 'ACCEPTED', answeredAt: now, dueAt: now, dueKind: 'review' })
    expect(rowClock(accepted, now)).toMatchObject({ kind: 'feedback' })
  })

  it('stands still while we owe an answer, and is gone when all is said', () => {
    expect(rowClock(row({ state: 'INFO_REQUESTED' }), now)).toBeNull()
    expect(
      rowClock(row({ state: 'COMPLETED', answeredAt: now, dueAt: now, dueKind: 'verify' }), now),
    ).toBeNull()
  })

  it('of a service not confirmed runs from the day it was told, also where our own step presses more', () => {
    const told = new Date('2014-06-29T09:00:00Z')
    const own = row({
      priority: 'NORMAL',
      state: 'CONTESTED',
      readingSince: told,
      dueAt: now,
      dueKind: 'follow-on',
    })
    expect(rowClock(own, now)).toMatchObject({ kind: 'explain', due: new Date('2014-07-03T17:00:00Z') })
  })
})
