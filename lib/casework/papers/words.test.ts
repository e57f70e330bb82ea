import { expect, test } from 'vitest'
import { ar } from '@/lib/base/wording/papers/ar'
import { en } from '@/lib/base/wording/papers/en'
import { fr } from '@/lib/base/wording/papers/fr'
import { FACT_KEYS } from '@/lib/casework/consents/facts'
import { directionOf, languageFor, PAPER_LANGUAGES, paperDay, paperWords } from './words'

const blanks = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

test('every sentence has the same blanks in each language, and none is left empty', () => {
  for (const key of Object.keys(fr) as (keyof typeof fr)[])
    for (const words of [en, ar]) {
      expect(words[key].trim(), key).not.toBe('')
      expect(blanks(words[key]), key).toEqual(blanks(fr[key]))
    }
})

test('Arabic is written in Arabic, not left in French', () => {
  for (const [key, text] of Object.entries(ar))
    if (key !== 'data.on') expect(text.replace(/\{\w+\}/g, ''), key).toMatch(/\p{Script=Arabic}/u)
})

test('every fact that may leave to an agency has words for the person', () => {
  for (const language of PAPER_LANGUAGES)
    for (const fact of FACT_KEYS) expect(paperWords(language)(`fact.${fact}`)).not.toContain('fact.')
})

test('a blank is filled; French keeps its narrow habits', () => {
  expect(paperWords('en')('slip.place', { place: 'the school' })).toBe('Place: the school')
  expect(paperWords('fr')('slip.place', { place: 'l’école' })).toBe('Lieu\u00a0: l’école')
})

test('a day is said in full in each language, digits as they are written in Mali', () => {
  expect(paperDay('fr', '2014-07-01')).toBe('mardi 1er juillet 2014')
  expect(paperDay('en', '2014-07-03')).toMatch(/^Thursday,? 3 July 2014$/)
  expect(paperDay('ar', '2014-07-03')).toContain('3')
  expect(paperDay('ar', '2014-07-03')).toContain('2014')
  expect(directionOf('ar')).toBe('rtl')
})

test('the paper is first offered in a language the person speaks', () => {
  expect(languageFor(['ses', 'arb'])).toBe('ar')
  expect(languageFor(['eng'])).toBe('en')
  expect(languageFor(['bam', 'taq'])).toBe('fr')
})
