import { lookable } from './fold'

/**
 * What a free text should not carry past an exit (a referral's reason, a message, an emergency, an answer heard on the
 * telephone). Words are no proof: a warning helps the writer; the exit decides which of them it refuses. PURE.
 *   textWarnings(text) → ('LABEL' | 'PHONE')[]      in this order, empty = nothing found; PHONE: a number in figures or
 *                                                    in words, or an e-mail address
 *   namesOne(text, names) → whether one of these names stands in it
 *   textProblem(text)  → 'text-phone' | 'text-label' | undefined   error code of a form, worded in `forms.*`
 * Looked for in folded text (`fold.ts`): accents, look-alikes, invisible marks and other digits make no difference.
 */
export type TextWarning = 'LABEL' | 'PHONE'

/** Whoever a person may be hurt by; "struck by the drought" is none of them. */
const KIN =
  '(?:(?:son|sa|ses|un|une|des|le|la|les) )?(?:mari|epou|conjoint|compagnon|partenaire|pere|mere|oncle|tante|frere|beau|belle|famille|parent|patron|employeur|maitre|marabout|homme|militaire|policier|gendarme|soldat|rebelle|groupe)\\w*'

/** Stems that alone tell of sexual violence, violence at home, armed groups or trafficking; each tried on folded text. */
const STEMS: readonly string[] = [
  // sexual violence, French
  'viol(?:s|e|es|ee|ees|er|eur|eurs)?',
  'incest\\w*',
  '(?:agress|abus|violence|exploitation|attouchement|harcelement|relation|rapport|acte|esclav|chantage)\\w* sexuel\\w*',
  'sexuellement',
  'sexe de survie',
  'prostitu\\w*',
  // sexual violence, English
  'rap(?:e|es|ed|ing|ist|ists)',
  'sexual\\w*',
  'survival sex',
  'sex work\\w*',
  'molest\\w*',
  // the trade's own words
  'v\\.?(?:s\\.?)?b\\.?g\\.?s?',
  's?gbv',
  'violences? (?:basees? sur le genre|domestiques?|conjugales?|du partenaire|familiales?|physiques?)',
  '(?:gender|domestic|intimate partner|physical|family)[ -](?:based )?(?:partner )?(?:violence|abuse|assault)',
  'agressions? physiques?',
  // violence at home
  `(?:battu|frappe|tabasse|brutalise|maltraite|agresse|menace)\\w* (?:et \\w+ )?par ${KIN}`,
  'femmes? battues?',
  `(?:mari|epoux|pere|oncle|conjoint|frere|patron)s? (?:violents?|qui (?:la|le|les|me|l') ?(?:bat|frappe|maltraite)\\w*)`,
  "(?:mari|epoux|pere|oncle|conjoint|frere|patron)s? (?:la |le |les |me |l')(?:bat|frappe|maltraite)\\w*",
  '(?:beaten|battered|abused) by',
  '(?:husband|father|uncle|partner) (?:beats|hits|abuses)',
  // marriage, cutting
  "mari(?:ages?|ees?) (?:force\\w*|precoce\\w*|de force|d'enfants?)",
  '(?:forced|early|child) marriages?',
  'excis\\w*',
  'mutilations? genitales?',
  '(?:female )?genital (?:mutilation|cutting)',
  'mgf',
  'fgm',
  "crimes? d'honneur",
  'honou?r (?:killing|crime|violence)s?',
  'pratiques? traditionnelles? nefastes?',
  'harmful (?:traditional )?practices?',
  // armed groups
  'eafga',
  'caafag',
  'enfants?[ -]soldats?',
  'child[ -]soldiers?',
  '(?:groupes?|forces?|acteurs?|hommes) (?:(?:ou|et) groupes? )?arme(?:e?s?)',
  'armed (?:forces|groups?|actors?|men)',
  '(?:ex|ancien\\w*)[ -]combattant\\w*',
  '(?:ex|former)[ -]combatants?',
  'djihadis\\w*',
  'jihadis\\w*',
  'recrut\\w* (?:de force|forces?|forcee?s?|par (?:des|les|un) (?:homme|groupe|arme|acteur|rebelle|djihad|jihad)\\w*)',
  'recruit\\w* by',
  'forced recruitment',
  // trafficking, slavery, forced work
  "traite (?:des|d') ?(?:personnes|etres humains|enfants|femmes)",
  'contexte de traite',
  "(?:victimes?|survivant\\w*) (?:de (?:la )?|d')traite",
  'traffick\\w*',
  'esclav\\w*',
  'slave\\w*',
  'travail force',
  'travail\\w* du sexe',
  'forced labou?r',
  'servitude\\w*',
  'mendicite forcee',
  'forced begging',
  // torture
  'tortur\\w*',
]
const LABEL = new RegExp(`(?<![\\p{L}\\p{N}])(?:${STEMS.join('|')})(?![\\p{L}\\p{N}])`, 'u')

/** Eight digits or more, with what people write between them. */
const PHONE = /\d(?:[ .,\-/()_:\n]{0,3}\d){7,}/

/** Numbers said in words, four in a row or more: nobody counts so, people dictate so. */
const SPOKEN =
  '(?:zero|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|cent|one|two|three|four|five|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)(?:teen|ty)|twenty|forty|fifty|hundred)'
const DICTATED = new RegExp(
  `(?<![\\p{L}\\p{N}])${SPOKEN}(?:[ ,.\\-\\n]{1,3}(?:et )?${SPOKEN}){3}(?![\\p{L}\\p{N}])`,
  'u',
)

/** Somebody at a place with a dot in it. */
const E_MAIL = /[^\s@]@[^\s@.]+\.[^\s@]/

/** Dates look like numbers to call; they are taken out first. */
const DATE =
  /(?<!\d)(?:(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-](?:19|20)\d{2}|(?:19|20)\d{2}-\d{2}-\d{2})(?!\d)/g

export function textWarnings(text: string): TextWarning[] {
  const plain = lookable(text)
  const found: TextWarning[] = []
  if (LABEL.test(plain.replace(/\s+/g, ' '))) found.push('LABEL')
  if (PHONE.test(plain.replace(DATE, '|')) || DICTATED.test(plain) || E_MAIL.test(plain)) found.push('PHONE')
  return found
}

/** Shorter words are too often something else: "Ali" is a name, "de" is not. */
const SHORTEST_NAME = 3

/** Whether one of these names stands in the text, however it is written. PURE. */
export function namesOne(text: string, names: readonly string[]): boolean {
  const words = new Set(lookable(text).split(/[^\p{L}]+/u))
  return names
    .flatMap((name) => lookable(name).split(/[^\p{L}]+/u))
    .some((name) => name.length >= SHORTEST_NAME && words.has(name))
}

/** The first thing that an exit must not let through: a number always, label words where it says so. */
export function textProblem(
  text: string,
  also: { labels?: boolean } = {},
): 'text-phone' | 'text-label' | undefined {
  const found = textWarnings(text)
  if (found.includes('PHONE')) return 'text-phone'
  return also.labels && found.includes('LABEL') ? 'text-label' : undefined
}
