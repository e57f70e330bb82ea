import { expect, test } from 'vitest'
import { marked, withArticles } from './articles'

const said = (sentence: string, name: string) => withArticles(sentence.replaceAll('{partner}', marked(name)))

test.each([
  ['Réponse de {partner}', 'UNICEF', 'Réponse de l’UNICEF'],
  ['Réponse de {partner}', 'CICR', 'Réponse du CICR'],
  ['Réponse de {partner}', 'ACTED', 'Réponse d’ACTED'],
  ['Réponse de {partner}', 'MSF', 'Réponse de MSF'],
  ['Envoyé à {partner}.', 'CICR', 'Envoyé au CICR.'],
  ['Envoyé à {partner}.', 'DNPEF', 'Envoyé à la DNPEF.'],
  ['Envoyé à {partner}.', 'ACTED', 'Envoyé à ACTED.'],
  ['Précision demandée par {partner}', 'UNICEF', 'Précision demandée par l’UNICEF'],
  ['{partner} accepte', 'UNICEF', 'L’UNICEF accepte'],
  ['{partner} accepte', 'Save the Children', 'Save the Children accepte'],
  ['Si {partner} accepte', 'NRC', 'Si le NRC accepte'],
  ['Accepté : {partner} lit les informations', 'CICR', 'Accepté : le CICR lit les informations'],
  ['{partner}', 'CICR', 'CICR'],
  ['{partner}, par téléphone', 'CICR', 'CICR, par téléphone'],
  ['Service non obtenu : {partner}', 'CICR', 'Service non obtenu : CICR'],
  ['Sans suite. {partner} répond', 'CICR', 'Sans suite. Le CICR répond'],
  ['Chez {partner} après l’envoi', 'CICR', 'Chez le CICR après l’envoi'],
])('%s with %s is "%s…"', (sentence, name, expected) => {
  expect(said(sentence, name)).toBe(expected)
})

test('a name nobody knows keeps the plain preposition', () => {
  expect(said('Réponse de {partner}', 'Radio Kayira')).toBe('Réponse de Radio Kayira')
})
