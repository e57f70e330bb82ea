import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/access/actor'
import type { CaseHead } from './head'
import { partsOf } from './parts'

const colleague = { userId: 'me', role: 'SOCIAL_WORKER', offices: ['GAO'] } as unknown as Actor
const supervisor = { ...colleague, role: 'SUPERVISOR' } as Actor

const file = (more: { homeward?: boolean; state?: string; capacities?: string[] } = {}) =>
  ({
    homeward: more.homeward ?? false,
    reach: {
      capacities: more.capacities ?? ['LEAD'],
      record: { state: more.state ?? 'OPEN', closureReason: null, officeId: 'GAO', sensitivity: 'S3' },
    },
  }) as unknown as CaseHead

describe('the parts of a case', () => {
  it('shows four on every case and keeps the rest behind one heading', () => {
    const { shown, rest } = partsOf(colleague, file(), 'overview')
    expect(shown).toEqual(['overview', 'plan', 'follow-ups', 'notes'])
    expect(rest).toHaveLength(8)
  })

  it('shows where somebody is, once', () => {
    const { shown, rest } = partsOf(colleague, file(), 'documents')
    expect(shown.at(-1)).toBe('documents')
    expect(rest).not.toContain('documents')
    expect(partsOf(colleague, file(), 'plan').shown).toHaveLength(4)
  })

  it('shows the way home where one is open, to whoever reads the case', () => {
    for (const actor of [colleague, supervisor]) {
      const { shown, rest } = partsOf(actor, file({ homeward: true, state: 'CLOSED' }), 'notes')
      expect(shown).toContain('return')
      expect(rest).not.toContain('return')
    }
  })

  it('offers a way home only where this person may open one', () => {
    expect(partsOf(colleague, file(), 'overview').rest).toContain('return')
    expect(partsOf(colleague, file({ state: 'DRAFT' }), 'overview').rest).not.toContain('return')
    expect(partsOf(colleague, file({ state: 'CLOSED' }), 'overview').rest).not.toContain('return')
    expect(partsOf(supervisor, file({ capacities: [] }), 'overview').rest).not.toContain('return')
  })

  it('stays where somebody followed a link to a way home that is not theirs to open', () => {
    const { shown, rest } = partsOf(supervisor, file({ capacities: [] }), 'return')
    expect(shown.at(-1)).toBe('return')
    expect(rest).not.toContain('return')
  })
})
