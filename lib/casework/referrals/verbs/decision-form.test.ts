import { describe, expect, it } from 'vitest'
import { parseForm } from '@/lib/base/forms/form'
import { placeOf, queueAfter, rowPage } from '@/lib/casework/tasks/queue-place'
import { approveReferral } from './approve-referral'
import { approveForm, returnForm } from './decision-form'

const hash = 'a'.repeat(64)

describe('a decision taken from a tab of the queue', () => {
  it('leads back to that tab, and to the whole queue from there', () => {
    expect(queueAfter('approve', 'approved=r')).toBe('/queue?kind=approve&approved=r')
    expect(queueAfter('', 'approved=r')).toBe('/queue?approved=r')
    expect(approveReferral.page({ id: 'r' }, { kind: 'approve' })).toBe('/queue?kind=approve&item=r')
  })

  it('and to the place among its rows', () => {
    expect(queueAfter(placeOf('approve', 3), 'approved=r')).toBe('/queue?kind=approve&at=3&approved=r')
    expect(queueAfter(placeOf(undefined, 3), 'approved=r')).toBe('/queue?at=3&approved=r')
    expect(queueAfter(placeOf('approve', 0), 'approved=r')).toBe('/queue?kind=approve&approved=r')
    expect(rowPage('r', 'return', 'approve.3')).toBe('/queue/r/return?kind=approve.3')
    expect(parseForm(approveForm, { hash, kind: 'approve.3' }).ok).toBe(true)
  })

  it('takes nothing but the name of a tab', () => {
    expect(parseForm(approveForm, { hash, kind: 'approve' }).ok).toBe(true)
    expect(parseForm(approveForm, { hash }).ok).toBe(true)
    expect(parseForm(approveForm, { hash, kind: 'x&item=1' }).ok).toBe(false)
  })
})

describe('sending back', () => {
  it('asks which "other" is meant, and for no words beside any other reason', () => {
    const read = parseForm(returnForm, { reason: 'OTHER' })
    expect(!read.ok && read.errors).toEqual({ comment: 'needed-for-other' })
    expect(parseForm(returnForm, { reason: 'OTHER', comment: 'Voir hier' }).ok).toBe(true)
    expect(parseForm(returnForm, { reason: 'DUPLICATE' }).ok).toBe(true)
  })
})
