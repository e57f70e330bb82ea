import { describe, expect, test } from 'vitest'
import { saferDraft } from './safer-draft'

describe('where two people changed one answer of a referral being prepared', () => {
  test('what shares less is preset', () => {
    expect(saferDraft('withoutName', '', 'on')).toEqual({ pick: 'mine', safer: true })
    expect(saferDraft('contactAgreed', 'on', '').pick).toBe('mine')
  })

  test('what is more urgent is preset, and an answer before none', () => {
    expect(saferDraft('priority', 'NORMAL', 'EMERGENCY').pick).toBe('mine')
    expect(saferDraft('priority', 'URGENT', '').pick).toBe('theirs')
    expect(saferDraft('priority', '', 'URGENT').pick).toBe('mine')
  })

  test('of two texts the one that stands is kept, unless it is empty', () => {
    expect(saferDraft('reasonText', 'theirs', 'mine')).toEqual({ pick: 'theirs', safer: false })
    expect(saferDraft('reasonText', '', 'mine').pick).toBe('mine')
  })
})
