import { describe, expect, test } from 'vitest'
import { codes, offered } from '@/lib/base/codes/codes'
import { FACT_KEYS } from '@/lib/casework/consents/facts'
import {
  aloudInArabic,
  consentText,
  hearsArabic,
  plainWords,
  readAloud,
  spokenService,
  WORDING_VERSION,
} from './read-aloud'
import said from './said.json'
import lines from './said-lines.json'

describe('read aloud', () => {
  test('content is named in plain words, not as a category', () => {
    const { said, unsayable } = readAloud(['need', 'coded_needs'], { needs: ['CR-AF'] }, 'fr')
    expect(said).toEqual([
      'l’aide dont vous avez besoin',
      'de votre situation\u00a0: que vous étiez avec un groupe armé',
    ])
    expect(unsayable).toEqual([])
  })

  test('a content that is given is said, in the fact’s own line', () => {
    const { said } = readAloud(
      ['cercle', 'meeting_place'],
      { contents: { cercle: 'Mopti', meeting_place: 'au centre' } },
      'fr',
    )
    expect(said.join()).toContain('sans le village\u00a0: Mopti')
    expect(said.join()).toContain('le lieu où vous rencontrer\u00a0: au centre')
  })

  test('in Arabic it says to whom, what for, what, what stays, until when, and that a no changes nothing', () => {
    const told = { partner: 'UNICEF', service: 'MHPSS_IND', until: '28/12/2014', ticked: ['cercle'] as const }
    for (const child of [true, false]) {
      const text = aloudInArabic({ ...told, child }, {})
      expect(text).not.toMatch(/[{}]/)
      for (const part of ['UNICEF', '28/12/2014', plainWords('service_type', 'MHPSS', 'ar') ?? '?'])
        expect(text).toContain(part)
    }
    for (const service of offered('service_type'))
      expect(plainWords('service_type', service.code.split('_')[0] ?? '', 'ar'), service.code).toBeDefined()
    expect([hearsArabic('mey'), hearsArabic('ses')]).toEqual([true, false])
  })

  test('what is not ticked and what never leaves is said not to be shared', () => {
    const { notShared } = readAloud(['need', 'name'], {}, 'en')
    expect(notShared.join()).toContain('your telephone number')
    expect(notShared.join()).toContain('who harmed you')
    expect(notShared.join()).not.toContain('the help you need')
    for (const words of notShared) expect(words).not.toMatch(/[{}]|[:,]$/)
  })

  test('a code without plain words is not read out and must not be shared', () => {
    expect(readAloud(['coded_needs'], { needs: ['LP-ST'] }, 'fr')).toMatchObject({
      said: [],
      unsayable: ['LP-ST'],
    })
  })

  test('every fact is either said or said not to be shared, in each language', () => {
    const values = {
      needs: ['CR-AF'],
      displacementStatus: 'IDP',
      documentStatus: 'LOST',
      difficulties: ['WG_SEE'],
      papers: ['MEDICAL'],
      reasonText: 'Elle a besoin d’un abri.',
    }
    for (const locale of ['fr', 'en', 'ar'] as const)
      for (const fact of FACT_KEYS) {
        const [without, ticked] = [readAloud([], values, locale), readAloud([fact], values, locale)]
        expect(without.said, fact).toEqual([])
        expect(ticked.said, fact).toHaveLength(1)
        expect(ticked.notShared.join().length, fact).toBeLessThan(without.notShared.join().length)
      }
  })

  test('nobody has to listen to a long list: five lines at most stay here for a child, ten for a grown-up', () => {
    for (const locale of ['fr', 'en', 'ar'] as const)
      for (let many = 0; many <= FACT_KEYS.length; many += 1) {
        const ticked = FACT_KEYS.slice(0, many)
        const [child, adult] = [true, false].map((one) => readAloud(ticked, {}, locale, one))
        expect(child?.said.length).toBeLessThanOrEqual(6)
        expect(child?.notShared.length).toBeLessThanOrEqual(5)
        expect(adult?.said.length).toBeLessThanOrEqual(6)
        expect(adult?.notShared.length).toBeLessThanOrEqual(10)
      }
  })

  test('a child hears that nothing more is told, in short words', () => {
    const { notShared } = readAloud(['need'], {}, 'fr', true)
    expect(notShared.at(-1)).toBe('et rien de plus sur vous')
    for (const words of notShared) expect(words.split(' ').length, words).toBeLessThanOrEqual(12)
  })

  test('what never leaves is said in one line each kind, and no kind is left out', () => {
    expect(lines.kept.flatMap(({ keys }) => keys).toSorted()).toEqual(
      said.never.map(({ key }) => key).toSorted(),
    )
    expect(lines.lines.flatMap(({ facts }) => facts).toSorted()).toEqual([...FACT_KEYS].toSorted())
  })

  test('every status a form offers has plain words', () => {
    // An answer nobody gave has nothing to be read aloud: it is unsayable, and so never shared.
    const unanswered = ['NOT_ASKED', 'DECLINED']
    for (const { code } of offered('displacement_status').filter((one) => !unanswered.includes(one.code)))
      expect(plainWords('displacement_status', code, 'fr'), code).toBeTruthy()
  })

  test('every service is named with its article, as it stands in a sentence', () => {
    expect(spokenService('NFI_KIT', 'fr')).toBe('un kit AME/BNA ménage')
    for (const { code } of codes('service_type')) {
      expect(spokenService(code, 'fr'), code).toMatch(/^(un|une|des|la|votre) /u)
      expect(spokenService(code, 'en'), code).toMatch(/^[a-z ]/u)
    }
  })

  test('what stays here is named without its content, in words that can stand in a list', () => {
    const { notShared } = readAloud([], { needs: ['CR-AF'] }, 'fr')
    expect(notShared).toEqual(expect.arrayContaining([expect.stringContaining('vos papiers')]))
    expect(notShared.join()).not.toMatch(/ceci|groupe armé/)
  })

  test('children hear words of their own', () => {
    expect(consentText({ purpose: 'CASE_MGMT', child: true }, 'fr')).not.toBe(
      consentText({ purpose: 'CASE_MGMT', child: false }, 'fr'),
    )
    expect(consentText({ purpose: 'STATS', child: false }, 'en')).toBeTruthy()
    expect(WORDING_VERSION).toMatch(/^\d{4}-\d{2}\.\d+$/)
  })
})
