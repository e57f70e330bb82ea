import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { identityPlace } from '@/lib/casework/people/identity'
import { unsealJson } from '@/lib/platform/vault/seal'
import { planDemo } from '../demo/plan-demo'
import { personRows } from './people'

const key = { id: '00000000-0000-4000-8000-000000000001', bytes: randomBytes(32) }

test('of whoever has not answered yet the demonstration keeps what the alert said, and nothing else', () => {
  const drafts = planDemo().files.filter(({ case: { state } }) => state === 'DRAFT')
  expect(drafts.length).toBeGreaterThan(0)
  for (const file of drafts) {
    const rows = personRows(file, key as never)
    expect(rows).toHaveLength(1)
    const [row] = rows
    expect(row).toMatchObject({
      documentStatus: null,
      displacementStatus: null,
      originCercle: null,
      householdSize: null,
      languages: [],
      concerns: [],
      safeContact: null,
    })
    const identity = unsealJson<Record<string, unknown>>(
      key as never,
      identityPlace(file.case.person.id),
      row?.identity as Buffer,
    )
    const said = Object.entries(identity).filter(([, value]) =>
      Array.isArray(value) ? value.length > 0 : value !== '',
    )
    expect(said.map(([name]) => name).sort()).toEqual(['family', 'given'])
  }
})
