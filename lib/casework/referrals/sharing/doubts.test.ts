import { expect, test } from 'vitest'
import { needsLook } from './doubts'

type Checked = Parameters<typeof needsLook>[0]
const clear = {
  preview: {
    draft: { reasonText: 'Deux jours sans repas.', meetingPlace: 'au centre', askedByPerson: false },
    person: { identity: { given: 'Awa', family: 'Dolo', alias: '', withholds: [] } },
    returned: null,
    harms: [],
    leaving: ['need', 'meeting_place'],
    source: { service: 'CP_BIA' },
  },
  partner: 'UNICEF',
  priority: 'NORMAL',
  missing: undefined,
  lastNo: undefined,
} as unknown as Checked
const but = (preview: object, more: Partial<Checked> = {}) =>
  needsLook({ ...clear, ...more, preview: { ...clear.preview, ...preview } as Checked['preview'] })

test('nothing missing, in doubt or to be decided: the list itself is the check', () => {
  expect(needsLook(clear)).toBe(false)
})

test('what is missing, was said before, or is to be decided is looked at once more', () => {
  expect(but({}, { missing: 'cover' })).toBe(true)
  expect(but({}, { lastNo: {} })).toBe(true)
  expect(but({}, { priority: 'EMERGENCY' })).toBe(true)
  expect(but({ returned: { reason: 'OTHER', words: '' } })).toBe(true)
  expect(but({ harms: ['VIOLENCE'] })).toBe(true)
})

test('so are words that should not leave, whoever is told nothing, and nobody to be reached', () => {
  const says = (reasonText: string) => but({ draft: { ...clear.preview.draft, reasonText } })
  expect(says('Awa a faim.')).toBe(true)
  expect(says('Appeler le 66 12 34 56.')).toBe(true)
  const identity = { given: '', family: '', alias: '', withholds: [{ from: 'AUTHORITIES', reason: 'FEAR' }] }
  expect(but({ person: { identity } }, { partner: 'DNPEF' })).toBe(true)
  expect(but({ person: { identity } })).toBe(false)
  expect(but({ leaving: ['need'] })).toBe(true)
})
