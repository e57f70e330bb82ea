/**
 * What a free text should not carry. Words are no proof: a warning helps the writer, and only label words
 * towards a service that must not learn them are refused.
 */

export type TextWarning = 'LABEL' | 'PHONE'

/** Words that alone tell of sexual violence, armed groups or trafficking, in French and English. */
const LABEL_WORDS =
  /(?<!\p{L})(viol(?:ée?s?)?|vbg|vsbg|gbv|sgbv|raped?|eafga|caafag|enfants?[ -]soldats?|child soldiers?|groupes? armés?|armed groups?|traite des (?:personnes|êtres humains)|victimes? de (?:la )?traite|trafficked|trafficking|prostitu\p{L}*)(?!\p{L})/iu

/** Eight digits or more, with the separators people use. */
const PHONE = /(?:\d[ .\-/]?){8,}/

/** Dates look like numbers to call; they are taken out first. */
const DATE = /(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d{2}-\d{2})(?!\d)/g

/** The warnings for one text, in a fixed order; empty = nothing found. */
export function textWarnings(text: string): TextWarning[] {
  const found: TextWarning[] = []
  if (LABEL_WORDS.test(text.normalize('NFC'))) found.push('LABEL')
  if (PHONE.test(text.replace(DATE, '|'))) found.push('PHONE')
  return found
}
