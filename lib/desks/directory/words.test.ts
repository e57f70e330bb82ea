import { describe, expect, test } from 'vitest'
import { translator } from '@/lib/base/i18n/translate'
import { changeLines } from './change-words'
import { capacityWords } from './words'

const words = { t: translator('fr'), locale: 'fr' as const }
const plain = { waitDays: null, pausedUntil: null, over: false, placesNow: null }
const said = (more: object) =>
  capacityWords({ ...plain, state: 'OPEN', ...more }, words).replaceAll('\u00a0', ' ')

describe('what an entry answers', () => {
  test.each([
    [{}, 'Ouvert'],
    [{ placesNow: 0 }, 'Ouvert, plus de place cette semaine'],
    [{ placesNow: 12 }, 'Ouvert, 12 places cette semaine'],
    [{ state: 'WAITING', waitDays: 1 }, 'Liste d’attente : un jour'],
    [{ state: 'FULL' }, 'Complet : personne ne peut y être référé'],
    [{ state: 'PAUSED' }, 'En pause'],
    [{ state: 'PAUSED', pausedUntil: '2014-07-15' }, 'En pause jusqu’au 15 juillet 2014'],
    [
      { state: 'PAUSED', pausedUntil: '2014-06-15', over: true },
      'La pause devait finir le 15 juin 2014 : à vérifier',
    ],
  ])('%o is said in words', (more, sentence) => {
    expect(said(more).replaceAll('\u202f', ' ')).toBe(sentence)
  })
})

test('what was changed is told with what stood before, and a look that changed nothing too', () => {
  const line = (kind: 'VERIFIED' | 'CHANGED', changed: Record<string, [unknown, unknown]>) =>
    changeLines({ kind, changed, at: '', by: '' }, words).map((one) => one.replaceAll(/[\u00a0\u202f]/g, ' '))
  expect(line('VERIFIED', {})).toEqual(['Rien n’a changé'])
  expect(line('VERIFIED', { state: ['OPEN', 'FULL'] })).toEqual(['État : complet. Avant : ouvert'])
  expect(
    line('CHANGED', { hours: ['', '8 h à 15 h'], women_on_staff: [null, true], languages: [['bam'], []] }),
  ).toEqual([
    'Horaires : 8 h à 15 h. Avant : Non précisé',
    'Personnel féminin : Oui. Avant : Non précisé',
    expect.stringMatching(/^Langues : Non précisé. Avant : [Bb]a/),
  ])
})
