import { expect, test } from 'vitest'
import { textWarnings } from './free-text'

test.each([
  ['Vivres pour deux semaines, arrivée de Douentza sans réserve.', []],
  ['A fui la violence en mai, il traite son diabète au CSCom.', []],
  ['Victime de viol pendant le trajet.', ['LABEL']],
  ['Survivante de VBG', ['LABEL']],
  ['Sorti d’un groupe armé', ['LABEL']],
  ['Child released from an armed group', ['LABEL']],
  ['Victime de la traite', ['LABEL']],
  ['Appeler le 76 12 34 56', ['PHONE']],
  ['EAFGA, joindre au +223-66-12-34-56', ['LABEL', 'PHONE']],
  ['Né le 12/06/1998, arrivé le 2014-05-16', []],
])('the text "%s" warns of %j', (text, warnings) => {
  expect(textWarnings(text)).toEqual(warnings)
})
