import { describe, expect, test } from 'vitest'
import { lists } from '@/lib/base/codes/lists'
import { dueWords, moment } from './dates'
import { dictionary } from './dictionary'
import { translator } from './translate'

const [fr, en] = [translator('fr'), translator('en')]
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const wording = (locale: 'fr' | 'en') =>
  Object.entries(dictionary).flatMap(([noun, texts]) =>
    Object.entries(texts[locale]).map(([key, text]) => [`${noun}.${key}`, String(text)] as const),
  )
const having = (locale: 'fr' | 'en', word: RegExp) =>
  wording(locale)
    .filter(([, text]) => word.test(text))
    .map(([key]) => key)

describe('one word for one thing', () => {
  test('people are referred in one way, harm is harm', () => {
    expect(having('fr', /référenc(er|és?|ées?)(?![\p{L}])/iu)).toEqual([])
    expect(having('fr', /\btorts?\b/i)).toEqual([])
  })

  test('English says organisation, a case is not a sending, and code lists follow', () => {
    expect(having('en', /organization/i)).toEqual([])
    expect(having('en', /\b(a|the) sending\b/i)).toEqual([])
    expect(JSON.stringify(lists)).not.toMatch(/organization/i)
  })

  test('a service that was not obtained has one name on every page', () => {
    const names = ['referrals.state.NOT_ACCESSED', 'referrals.partnerState.NOT_ACCESSED'] as const
    expect(names.map((key) => fr(key))).toEqual(['Service non obtenu', 'Service non obtenu'])
    expect(fr('referrals.step.not-accessed')).toBe('Non obtenu')
    expect(lists.referral_status.find(({ code }) => code === 'NOT_ACCESSED')?.fr).toBe('Service non obtenu')
  })

  test('an alert is feminine wherever its fate is told', () => {
    expect(plain(fr('alerts.view.raised', { at: '1er juillet', place: 'Gao' }))).toMatch(/^Reçue le/)
    expect(fr('alerts.sent.lead')).toContain('la reçoit')
    expect(fr('alerts.reason.ENTERED_TWICE')).toBe('Saisie deux fois')
  })
})

describe('one is not many', () => {
  const tiles = ['review', 'close', 'answers', 'task', 'alert'] as const
  test.each(tiles)('tile %s says one and two apart', (tile) => {
    for (const t of [fr, en])
      expect(t(`work.tile.${tile}`, { count: 1 })).not.toBe(t(`work.tile.${tile}`, { count: 2 }))
  })

  test('a baby is one year old, or none or one', () => {
    const of = { sex: 'Fille', basis: 'estimated' }
    expect(plain(fr('cases.bar.age', { ...of, age: 1 }))).toBe('Fille, environ 1 an')
    expect(plain(fr('cases.bar.ages', { ...of, from: 0, to: 1 }))).toBe('Fille, environ 0 ou 1 an')
    expect(plain(fr('cases.bar.ages', { ...of, from: 1, to: 2 }))).toBe('Fille, environ 1 ou 2 ans')
    expect(en('cases.bar.age', { ...of, age: 1 })).toBe('Fille, about 1 year')
    expect(plain(fr('alerts.row.who', { sex: 'Fille', age: 1, estimated: 'no' }))).toBe('Fille, 1 an')
  })

  test('one page of five', () => {
    expect(plain(fr('cases.register.count', { done: 1 }))).toBe('1 page sur 5 est complète.')
    expect(plain(fr('cases.register.count', { done: 0 }))).toBe('Aucune page n’est complète sur 5.')
  })
})

test('the first of a month is the first, in moments and in limits', () => {
  const first = new Date('2014-07-01T09:00:00Z')
  expect(plain(moment('fr', first))).toBe('1er juillet, 09:00')
  expect(plain(dueWords('fr', new Date('2014-07-01T00:00:00Z')))).toBe('1er juillet 2014')
  expect(plain(moment('fr', new Date('2014-07-11T09:00:00Z')))).toBe('11 juillet, 09:00')
})
