import { codes } from '../codes/codes'

const OPEN = '\u{e000}'
const CLOSE = '\u{e001}'

const articles: ReadonlyMap<string, string> = new Map(
  codes('partner').map(({ shortFr = '', articleFr = '' }) => [shortFr, articleFr]),
)

/** Marks an agency's name before it goes into a French sentence, so that `withArticles` finds it there. */
export const marked = (name: string): string => OPEN + name + CLOSE

const VOWEL = /^[aeiouyhâéèêîôAEIOUÉÈÂ]/
const named = new RegExp(`(^|[\\s(«’])(?:([Dd]e|[Àà]) )?${OPEN}([^${CLOSE}]*)${CLOSE}(?=(.?.?))`, 'gu')

/** `de` and `à` melt with an article: du CICR, au CICR, de l’UNICEF, d’ACTED, à MSF. */
function melted(preposition: string, article: string, name: string): string {
  const upper = preposition !== preposition.toLowerCase()
  const cased = (text: string) => (upper ? text.charAt(0).toUpperCase() + text.slice(1) : text)
  const isDe = preposition.toLowerCase() === 'de'
  if (article === 'le ') return cased(isDe ? 'du ' : 'au ') + name
  if (article === '' && isDe && VOWEL.test(name)) return cased('d’') + name
  return `${preposition} ${article}${name}`
}

/** A name that stands alone in a label or a list takes no article: "CICR, par téléphone". */
const standsAlone = (before: string, offset: number, text: string, after: string) =>
  !/^ [\p{Ll}]/u.test(after) && (offset === 0 || /[,:·(]\s?$/u.test(text.slice(0, offset) + before))

/** Agencies' names in a French sentence, each with its article and contracted with `de` or `à` before it. PURE. */
export function withArticles(text: string): string {
  return text.replace(named, (...found: unknown[]) => {
    const [, before, preposition, name, after] = found.map(String) as [string, string, string, string, string]
    const offset = Number(found.at(-2))
    const article = articles.get(name) ?? ''
    if (found[2]) return before + melted(preposition, article, name)
    if (standsAlone(before, offset, text, after)) return before + name
    const said = article + name
    return before + (offset === 0 || /[.?!]\s?$/.test(text.slice(0, offset)) ? capital(said) : said)
  })
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
