import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { en } from '@/lib/base/wording/en/clocks'
import { fr } from '@/lib/base/wording/fr/clocks'
import { openCalendar } from './calendar'
import { referralClocks } from './clocks'
import { MALI_OFFICE } from './office'
import { pressing } from './pressing'
import { REFERRAL_RULES } from './rules'
import type { Phrase } from './types'
import { clockWords, toneOf } from './words'

const office = openCalendar(MALI_OFFICE)
const at = (text: string) => new Date(`2014-06-${text}:00Z`)

const food = [
  { verb: 'submit', from: 'DRAFT', to: 'PENDING_APPROVAL', at: at('27T07:50') },
  { verb: 'approve', from: 'PENDING_APPROVAL', to: 'APPROVED', at: at('27T08:02') },
  { verb: 'send', from: 'APPROVED', to: 'SENT', at: at('27T08:10') },
  { verb: 'acknowledge', from: 'SENT', to: 'ACKNOWLEDGED', at: at('27T09:55') },
  { verb: 'ask', from: 'ACKNOWLEDGED', to: 'INFO_REQUESTED', at: at('27T11:05') },
  { verb: 'answer', from: 'INFO_REQUESTED', to: 'ACKNOWLEDGED', at: at('27T13:20') },
]

const say = ({ key, values }: Phrase, messages: Record<string, string> = fr, lang = 'fr') =>
  String(new IntlMessageFormat(messages[key.replace('clocks.', '')] ?? '', lang).format(values)).replaceAll(
    '\u00a0',
    ' ',
  )

test('a food referral that was asked about says what the page shows', () => {
  const clocks = referralClocks(food, REFERRAL_RULES.URGENT, office, at('30T09:42'))
  expect(clocks.map((clock) => [clock.kind, clock.state, say(clockWords(clock))])).toEqual([
    ['approve', 'met', 'Validé en 12 min, limite 4 h'],
    ['acknowledge', 'met', 'Reçu en 1 h 45, limite 24 h'],
    ['reply', 'met', 'Répondu en 2 h 15, limite 24 h'],
    ['decide', 'running', 'Reste 43 min'],
  ])
  const decision = pressing(clocks)
  expect(decision?.due).toEqual(at('30T10:25'))
  expect(decision && toneOf(decision)).toBe('soon')
  expect(decision && say(clockWords(decision), en, 'en')).toBe('43 min left')
  expect(decision?.steps.map((step) => say(step))).toEqual([
    'Envoyé : le délai commence, limite 72 h',
    'Précision demandée : le délai s’arrête',
    'Précision donnée : le délai repart',
  ])
})
