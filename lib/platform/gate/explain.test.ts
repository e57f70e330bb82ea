import { expect, test } from 'vitest'
import { translator } from '@/lib/base/i18n/translate'
import { refusalWords } from '@/lib/platform/http/words'
import { notThere } from './explain'

const t = translator('fr')

test('an agency that finds nothing is sent to its own list, and to no supervision', () => {
  const refusal = notThere({ role: 'PARTNER_FP' }, t)
  expect(refusalWords('fr', refusal).lead).not.toMatch(/supervision|travail/)
  expect(refusal).toMatchObject({ status: 404, reason: 'not-found', links: [{ href: '/inbox' }] })
})

test('staff are told whom to ask', () => {
  expect(refusalWords('fr', notThere({ role: 'SOCIAL_WORKER' }, t)).lead).toContain('supervision')
})
