import { describe, expect, it } from 'vitest'
import { parseForm } from '@/lib/base/forms/form'
import { approveReferral } from './approve-referral'
import { approveForm, queueAfter, returnForm } from './decision-form'

const hash = 'a'.repeat(64)

describe('a decision taken from a tab of the queue', () => {
  it('leads back to that tab, and to the whole queue from there', () => {
    expect(queueAfter('approve', 'approved=r')).toBe('/queue?kind=approve&approved=r')
    expect(queueAfter('', 'approved=r')).toBe('/queue?approved=r')
    expect(approveReferral.page({ id: 'r' }, { kind: 'approve' })).toBe('/queue?kind=approve&item=r')
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
