import { describe, expect, test } from 'vitest'
import { translator } from '@/lib/base/i18n/translate'
import { ACTS } from '@/lib/casework/referrals/machine/acts'
import { REFERRAL_VERBS } from '@/lib/casework/referrals/machine/transitions'
import acts from '@/lib/platform/db/actions.json'
import { actionWords, factsOf, objectWords } from './words'

const t = translator('fr')

describe('a line of the log', () => {
  test('says actions in words, and unknown ones as their code', () => {
    expect(actionWords('referral.accept', t)).toBe('Référencement : Accepter')
    expect(actionWords('thing.other', t)).toBe('thing : other')
  })

  test('shows codes and numbers of the detail only', () => {
    const detail = JSON.stringify({ reason: 'role', note: 'elle a peur', count: 4, sha256: 'ab'.repeat(32) })
    expect(factsOf(detail, t)).toEqual(['motif : pas de son rôle', 'lignes : 4', 'empreinte : abababababab'])
    expect(factsOf(JSON.stringify({ reason: 'elle a peur de son mari' }), t)).toEqual([])
    expect(factsOf('not json', t)).toEqual([])
    expect(factsOf('null', t)).toEqual([])
  })

  test.each(['fr', 'en'] as const)('says every act there is in words, in %s', (locale) => {
    const coded = Object.keys(acts).filter((act) => {
      const [family = '', verb = ''] = act.split('.')
      const said = actionWords(act, translator(locale))
      const own = said.split(':').at(-1)?.trim()
      return said.startsWith(family) || own === verb ? locale === 'fr' || said.includes('-') : false
    })
    expect(coded).toEqual([])
  })

  test('names a case by its code and anything else shortly', () => {
    expect(objectWords({ caseCode: 'MLP-7KQ2-D0X', object: 'x' })).toBe('MLP-7KQ2-D0X')
    expect(objectWords({ caseCode: null, object: '3b241101-e2bb-4255-8caf-4136c566a962' })).toBe('3b241101')
    expect(objectWords({ caseCode: null, object: 'x'.repeat(90) })).toHaveLength(24)
    expect(objectWords({ caseCode: null, object: 'case.before-call' })).toBe('')
  })

  test('words every act of a referral, those that name a partner too', () => {
    const acts = [...REFERRAL_VERBS, ...ACTS, 'record'].map((verb) => actionWords(`referral.${verb}`, t))
    expect(acts.filter((words) => words.includes('{'))).toEqual([])
  })
})
