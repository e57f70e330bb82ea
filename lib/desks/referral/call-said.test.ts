import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/access/actor'
import { callSaid } from './call-said'

type Found = Parameters<typeof callSaid>[1]

const worker = { role: 'SOCIAL_WORKER' } as Actor
const found = (more: Partial<Found>) =>
  ({
    doNotContact: true,
    safeContact: 'NONE',
    caseState: 'OPEN',
    closureReason: null,
    capacities: ['MEMBER'],
    referral: { officeId: 'MOP', sensitivity: 'S3' },
    ...more,
  }) as Found

describe('what was said about being called', () => {
  it('leads whoever works on the case to the page that asks first', () => {
    expect(callSaid(worker, found({}))).toEqual({ doNotContact: true, safeContact: 'NONE', mayAsk: true })
  })

  it('leads nowhere from a case that is closed, or that the reader does not work on', () => {
    expect(callSaid(worker, found({ caseState: 'CLOSED' })).mayAsk).toBe(false)
    expect(callSaid(worker, found({ capacities: [] })).mayAsk).toBe(false)
    expect(callSaid({ ...worker, role: 'SUPERVISOR' }, found({})).mayAsk).toBe(false)
  })
})
