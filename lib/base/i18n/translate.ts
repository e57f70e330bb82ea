import { IntlMessageFormat } from 'intl-messageformat'
import { marked, withArticles } from './articles'
import { dictionary, type MessageKey } from './dictionary'
import type { Locale } from './locale'

export type Values = Record<string, string | number | Date>
export type Translate = (key: MessageKey, values?: Values) => string

const formats = new Map<string, IntlMessageFormat>()

/** The wording of a key in a language; ICU arguments from `values`. Keys that do not exist do not compile. */
export function translator(locale: Locale): Translate {
  return (key, values) => {
    const text = lookUp(locale, key)
    if (!text.includes('{') && !text.includes("'")) return text
    return inSentence(locale, values, (given) => String(compiled(locale, key, text).format(given)))
  }
}

/** In French an agency's name takes an article inside a sentence: "du CICR", "l’UNICEF accepte". */
function inSentence(locale: Locale, values: Values | undefined, format: (given?: Values) => string): string {
  if (locale !== 'fr' || typeof values?.partner !== 'string') return format(values)
  return withArticles(format({ ...values, partner: marked(values.partner) }))
}

function lookUp(locale: Locale, key: MessageKey): string {
  const dot = key.indexOf('.')
  const noun = dictionary[key.slice(0, dot) as keyof typeof dictionary]
  return (noun[locale] as Record<string, string>)[key.slice(dot + 1)] ?? key
}

function compiled(locale: Locale, key: string, text: string): IntlMessageFormat {
  const id = `${locale}:${key}`
  let format = formats.get(id)
  if (!format) {
    format = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true })
    formats.set(id, format)
  }
  return format
}

/** For keys put together at run time (a code, a state): the key if it exists, else the fallback text. */
export function wordingOf(t: Translate, key: string, fallback: string, values?: Values): string {
  return isMessageKey(key) ? t(key, values) : fallback
}

export function isMessageKey(key: string): key is MessageKey {
  const dot = key.indexOf('.')
  const noun = (dictionary as Record<string, { fr: Record<string, string> } | undefined>)[key.slice(0, dot)]
  return noun !== undefined && key.slice(dot + 1) in noun.fr
}
