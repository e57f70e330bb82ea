import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alertCode } from '@/lib/casework/numbers/alert-code'
import { newCode } from '@/lib/casework/numbers/case-code'
import { referralCode } from '@/lib/casework/numbers/referral-code'
import { readCode } from './read-code'

const marks = fc.constantFrom('', '\u200b', '\u202a', '\u202c', ' ', '\u00a0', '\ufeff')
const tails = fc.constantFrom('', '.', ' .', '\u200b', ',', '\u202c.')
const dashes = fc.constantFrom('-', '\u2212', '\u2011', '\u2013', '', ' ')
const cased = fc.boolean()

test('every code is read as people type and paste it', () => {
  const bytes = fc.uint8Array({ minLength: 8, maxLength: 8 })
  fc.assert(
    fc.property(
      bytes,
      fc.uuid(),
      fc.tuple(marks, tails, dashes, cased),
      (seed, id, [mark, tail, dash, low]) => {
        const codes = [
          ['case', newCode(seed)],
          ['referral', referralCode(id)],
          ['alert', alertCode(seed)],
        ] as const
        for (const [kind, code] of codes) {
          const typed = mark + code.replaceAll('-', dash) + tail
          expect(readCode(low ? typed.toLowerCase() : typed)).toEqual({ kind, code })
        }
      },
    ),
  )
})

test.each(['', 'Awa', 'MLP-0000-0001', 'R-12345', 'S-123-45U', 'Traoré'])('%j is no code', (text) => {
  expect(readCode(text)).toBeUndefined()
})
