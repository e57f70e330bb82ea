import type { PageLang } from '@/lib/base/request/lang'
import type { Refusal, RefusalValues } from '@/lib/base/request/request-record'
import { typesetAll } from '@/lib/base/text/typeset'
import { en } from '@/lib/base/wording/en/refusal'
import { fr } from '@/lib/base/wording/fr/refusal'

type Key = keyof typeof fr

const MESSAGES: Readonly<Record<PageLang, Readonly<Record<Key, string>>>> = { fr: typesetAll(fr), en }

export interface Words {
  readonly title: string
  readonly lead: string
}

export function word(lang: PageLang, key: Key, values?: RefusalValues): string {
  return filled(MESSAGES[lang][key], values)
}

/**
 * Title and sentence of a refusal: the caller's own words, else those of the reason, else those of the status.
 * Plain substitution and no message formatter: this is the page shown when other things have failed.
 */
export function refusalWords(lang: PageLang, refusal: Refusal): Words {
  const { status, reason, values } = refusal
  const say = (part: 'title' | 'lead') =>
    text(values?.[part]) ??
    found(lang, `reason.${reason}.${part}`, values) ??
    found(lang, `status.${status}.${part}`, values) ??
    word(lang, status >= 500 ? `status.500.${part}` : `status.400.${part}`)
  return { title: say('title'), lead: say('lead') }
}

function text(value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : String(value)
}

function found(lang: PageLang, key: string, values?: RefusalValues): string | undefined {
  if (!Object.hasOwn(fr, key)) return undefined
  const template = MESSAGES[lang][key as Key]
  const named = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  return named.every((name) => values?.[name] !== undefined) ? filled(template, values) : undefined
}

function filled(template: string, values: RefusalValues = {}): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => text(values[name]) ?? whole)
}
