import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { label } from '@/lib/base/codes/codes'
import { namesOne, textProblem, textWarnings } from './look'

test.each([
  ['Vivres pour deux semaines, arrivée de Douentza sans réserve.', []],
  ['A fui la violence en mai, il traite son diabète au CSCom.', []],
  ['Maison en terre battue, champ frappé par la sécheresse.', []],
  ['Recruté par une coopérative, sa sœur aussi.', []],
  ['Victime de viol pendant le trajet.', ['LABEL']],
  ['victime de viols', ['LABEL']],
  ['Elle a été violée', ['LABEL']],
  ['violé·e', ['LABEL']],
  ['battue par son mari', ['LABEL']],
  ['Frappée et menacée par sa belle-famille', ['LABEL']],
  ['son mari la bat', ['LABEL']],
  ['femmes battues', ['LABEL']],
  ['beaten by her husband', ['LABEL']],
  ['violences conjugales', ['LABEL']],
  ['abus sexuels', ['LABEL']],
  ['mariée de force, mariage précoce', ['LABEL']],
  ['Survivante de VBG', ['LABEL']],
  ['V.B.G.', ['LABEL']],
  ['Sorti d’un groupe armé', ['LABEL']],
  ['enlevé par des hommes armés', ['LABEL']],
  ['Child released from an armed group', ['LABEL']],
  ['Victime de la traite', ['LABEL']],
  ['survivors of trafficking', ['LABEL']],
  ['vi\u200bol', ['LABEL']],
  ['v\u0456ol', ['LABEL']],
  ['VI\u041eL', ['LABEL']],
  ['vi\u202eol', ['LABEL']],
  ['VIOL\u00c9E', ['LABEL']],
  ['groupe\u00a0armé', ['LABEL']],
  ['Appeler le 76 12 34 56', ['PHONE']],
  ['65\u00a012\u00a034\u00a056', ['PHONE']],
  ['65\u202f12\u202f34\u202f56', ['PHONE']],
  ['65\u200b12\u200b34\u200b56', ['PHONE']],
  ['٦٥ ١٢ ٣٤ ٥٦', ['PHONE']],
  ['۶۵۱۲۳۴۵۶', ['PHONE']],
  ['６５１２３４５６', ['PHONE']],
  ['65 - 12 (34) 56', ['PHONE']],
  ['EAFGA, joindre au +223-66-12-34-56', ['LABEL', 'PHONE']],
  ['Né le 12/06/1998, arrivé le 2014-05-16', []],
  ['Appeler le soixante-seize douze trente-quatre cinquante-six', ['PHONE']],
  ['call seventy-six twelve thirty-four fifty-six', ['PHONE']],
  ['Une femme, deux enfants et trois sacs de riz', []],
  ['Écrire à awa.maiga@example.org', ['PHONE']],
  ['00-00-0000', ['PHONE']],
])('the text "%s" warns of %j', (text, warnings) => {
  expect(textWarnings(text)).toEqual(warnings)
})

describe('the plain words of a label', () => {
  test.each([
    ['gbv_type', ['RAPE', 'SEX_ASSAULT', 'PHYS_ASSAULT', 'FORCED_MARR']],
    ['gbv_context', ['IPV', 'CSA', 'EARLY_MARR', 'SEA', 'SLAVERY', 'HTP', 'TRAFFICKING']],
    ['cp_concern', ['CAAFAG', 'MARRIAGE', 'SEXUAL', 'PHYS', 'FGM']],
    ['protection_concern', ['VIOL_GBV', 'VIOL_TORT', 'EXPL_TIP', 'EXPL_SEX', 'EXPL_SLAV', 'LIB_RECR']],
    ['specific_need', ['CR-AF', 'LP-AF', 'SV-VA', 'SV-FM', 'SV-GM', 'SV-HK', 'SV-SS']],
    ['trafficking_form', ['LAB', 'SEX', 'DOM', 'BEG', 'SLAV', 'MARR']],
  ] as const)('of %s are found in both languages', (list, codes) => {
    for (const code of codes)
      for (const locale of ['fr', 'en'])
        expect(textWarnings(`Motif : ${label(list, code, locale)}.`), `${code} ${locale}`).toContain('LABEL')
  })
})

test('eight digits are a number whatever stands between them and in whatever script', () => {
  const zeros = [0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0xff10]
  const between = fc.constantFrom(
    '',
    ' ',
    '\u00a0',
    '\u202f',
    '\u2009',
    '-',
    '\u2011',
    '.',
    '\u200b',
    '\u2060',
  )
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(9), between), { minLength: 8, maxLength: 12 }),
      fc.constantFrom(...zeros),
      (digits, zero) => {
        const text = digits.map(([digit, gap]) => String.fromCodePoint(zero + digit) + gap).join('')
        const asDate = /(?:19|20)\d\d-\d\d-\d\d/.test(text)
        expect(textWarnings(`voir ${text}`).includes('PHONE') || asDate || /[./-]/.test(text)).toBe(true)
      },
    ),
  )
})

test('the person’s own name is found however it is written, other words are not', () => {
  expect(namesOne('La petite Aïssata a besoin de lait.', ['Aissata', 'Maïga'])).toBe(true)
  expect(namesOne('La famille MAIGA attend.', ['Aissata', 'Maïga'])).toBe(true)
  expect(namesOne('La petite a besoin de lait.', ['Aissata', 'Maïga', ''])).toBe(false)
  expect(namesOne('Un sac de riz', ['De', 'Un'])).toBe(false)
})

test('an exit refuses a number always, and label words where it says so', () => {
  expect(textProblem('76 12 34 56')).toBe('text-phone')
  expect(textProblem('victime de viols')).toBeUndefined()
  expect(textProblem('victime de viols', { labels: true })).toBe('text-label')
  expect(textProblem('riz et mil', { labels: true })).toBeUndefined()
})
