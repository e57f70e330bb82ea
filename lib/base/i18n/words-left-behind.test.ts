import { describe, expect, test } from 'vitest'
import { lists } from '@/lib/base/codes/lists'
import { dictionary } from './dictionary'

const labels = (locale: 'fr' | 'en') =>
  Object.values(lists).flatMap((list) =>
    (list as readonly Record<string, unknown>[]).map((entry) => String(entry[locale] ?? '')),
  )
const said = (locale: 'fr' | 'en') => [
  ...Object.values(dictionary).flatMap((texts) => Object.values(texts[locale]).map(String)),
  ...labels(locale),
]
const having = (locale: 'fr' | 'en', word: RegExp) => said(locale).filter((text) => word.test(text))

/** Words that use found unclear, unkind or untrue; each was said better, and none comes back. */
const OLD_FR = [
  /horloge/i,
  /classer sans suite/i,
  /agent DTM/i,
  /superviseure?(?![(\p{L}])/iu,
  /fait du tort/i,
  /personne n’est pas venue/i,
  /trois prochaines choses/i,
  /file à décider/i,
  /aide fournie/i,
  /dites si c’est une femme/i,
  /place dans le ménage/i,
  /d’où vient cet âge/i,
  /code (ISO|OACI)/i,
  /kit NFI/i,
  /documentation civile/i,
  /sexe de survie/i,
  /validation reprise/i,
  /relance envoyée/i,
  /auprès de (UNICEF|CICR|ACTED)/i,
]
const OLD_EN = [
  /latest and most pressing/i,
  /good day/i,
  /tell armed actors nothing/i,
  /say whether it is a woman/i,
  /language of the talk/i,
  /emergency sending/i,
  /not received on the spot/i,
  /way or place not safe/i,
  /mortal danger/i,
  /\bnursing\b/i,
  /the code is well written/i,
  /organization/i,
  /(ISO|ICAO) code/i,
]

describe('words that were left behind', () => {
  test.each(OLD_FR)('no French text or label says %s', (word) => {
    expect(having('fr', word)).toEqual([])
  })

  test('what an agent raises is an alert: a report of abuse alone is a signalement', () => {
    const texts = [...Object.values(dictionary.alerts.fr), ...Object.values(dictionary.queue.fr)].map(String)
    expect(texts.filter((text) => /signalement/i.test(text))).toEqual([])
  })

  test.each(OLD_EN)('no English text or label says %s', (word) => {
    expect(having('en', word)).toEqual([])
  })
})
