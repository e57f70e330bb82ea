import type { FactKey } from '@/lib/casework/consents/facts'
import said from './said.json'
import grouped from './said-lines.json'
import services from './said-services.json'
import table from './texts.json'

/**
 * What is read to the person before they answer: what would be shared, in plain words of its content, and what is not
 * shared. PURE.
 *   readAloud(facts, values, locale, child) → { said, notShared, unsayable }
 *   consentText({ purpose, child }, locale) → the sentences of the purpose, or undefined
 * A list is heard once, by somebody who cannot turn back to it: what belongs together is one line, each content still in its
 * own words. A child hears what stays here in words of their own, and that there is nothing more.
 * A code without plain words cannot be read aloud, so nobody can agree to it: it is returned in `unsayable`, and the
 * caller must not share it.
 */
type Locale = 'fr' | 'en' | 'ar'
/** `kept`: how it is named where it stays here and its content is not read out. */
type Line = { key: string; kept?: Record<Locale, string> } & Record<Locale, string>
type Code = { code: string } & Record<Locale, string>
type CodeList = keyof typeof said.codes

/** What the sentences name beside the fact itself. */
export type SpokenValues = {
  needs?: readonly string[]
  displacementStatus?: string | undefined
  documentStatus?: string | undefined
  difficulties?: readonly string[]
  /** Kinds of the papers that go along. */
  papers?: readonly string[]
  reasonText?: string | undefined
  /** What a fact says, where its sentence names only its kind; in the language that is read. */
  contents?: Partial<Record<FactKey, string>>
}
export type ReadAloud = { said: string[]; notShared: string[]; unsayable: string[] }

const spoken: Record<string, { fr: string; en: string }> = services
const facts = said.facts as Line[]
const lines: readonly { key: string; facts: readonly string[] }[] = grouped.lines

const JOIN = '\u00a0; '
const SAYS = { fr: '\u00a0: ', en: ': ', ar: ': ' }

/** The slot of a sentence, the list its codes are of, and the codes. */
const SLOTS: Partial<
  Record<FactKey, { slot: string; list: CodeList; codes: (v: SpokenValues) => readonly string[] }>
> = {
  coded_needs: { slot: 'needs', list: 'specific_need', codes: ({ needs }) => needs ?? [] },
  displacement_status: {
    slot: 'status',
    list: 'displacement_status',
    codes: ({ displacementStatus }) => (displacementStatus ? [displacementStatus] : []),
  },
  documents: {
    slot: 'documents',
    list: 'document_status',
    codes: ({ documentStatus }) => (documentStatus ? [documentStatus] : []),
  },
  papers: { slot: 'papers', list: 'document_kind', codes: ({ papers }) => papers ?? [] },
  disability: { slot: 'difficulties', list: 'wg_ss_domain', codes: ({ difficulties }) => difficulties ?? [] },
}

/** What the person is asked for, as it stands in a sentence: "un kit AME/BNA ménage". PURE. */
export const spokenService = (service: string, locale: 'fr' | 'en'): string =>
  spoken[service]?.[locale] ?? service

type Told = {
  partner: string
  service: string
  until: string | null
  ticked: readonly FactKey[]
  child: boolean
}

/**
 * The whole in Arabic, as one text to be read: to whom, for what, each content, what stays here, until when, and that a no
 * changes nothing. Services are said by their group, as far as Arabic words exist. PURE.
 */
export function aloudInArabic(
  { partner, service, until, ticked, child }: Told,
  values: SpokenValues,
): string {
  const { said, notShared } = readAloud(ticked, values, 'ar', child)
  const group = service.split('_')[0] ?? service
  const words = consentText({ purpose: 'REFERRAL', child }, 'ar') ?? ''
  const filled = words
    .replace('{service}', () => plainWords('service_type', group, 'ar') ?? '')
    .replace('{recipient}', () => partner)
    .replace('{facts}', () => said.join('؛ '))
    .replace('{withheld}', () => notShared.join('؛ '))
  return until ? `${filled} ${grouped.until.ar.replace('{day}', until)}` : filled
}

const ARABIC = ['arb', 'mey']
/** Whether somebody answers in a language that the Arabic texts are read in. PURE. */
export const hearsArabic = (language: string): boolean => ARABIC.includes(language)

/** Plain words of a code as a person hears it, undefined where there are none or they must not be read out. */
export function plainWords(list: CodeList, code: string, locale: Locale): string | undefined {
  if (said.never_read_out.includes(code)) return undefined
  const entries: readonly Code[] = said.codes[list]
  // A difficulty is stored as a specific need (DS-…) or as a domain of the six questions.
  const found =
    entries.find((one) => one.code === code) ??
    (list === 'wg_ss_domain' ? said.codes.specific_need.find((one) => one.code === code) : undefined)
  return found?.[locale]
}

function sentence(key: FactKey, words: string, values: SpokenValues, locale: Locale) {
  const slot = SLOTS[key]
  if (key === 'reason_text')
    return { text: values.reasonText ? words.replace('{text}', values.reasonText) : undefined, unsayable: [] }
  const content = values.contents?.[key]
  if (!slot) return { text: content ? `${words}${SAYS[locale]}${content}` : words, unsayable: [] }
  const codes = slot.codes(values)
  const plain = codes.map((code) => plainWords(slot.list, code, locale))
  const heard = plain.filter((one) => one !== undefined)
  const text = heard.length > 0 ? words.replace(`{${slot.slot}}`, heard.join(JOIN)) : undefined
  return { text, unsayable: codes.filter((_, place) => plain[place] === undefined) }
}

export function readAloud(
  ticked: readonly FactKey[],
  values: SpokenValues,
  locale: Locale,
  child = false,
): ReadAloud {
  const isTicked = ({ key }: Line) => ticked.some((fact) => fact === key)
  const spoken = facts
    .filter(isTicked)
    .map((line) => ({ ...sentence(line.key as FactKey, line[locale], values, locale), key: line.key }))
  const unticked = facts
    .filter((line) => !isTicked(line))
    .map((line) => ({ key: line.key, text: line.kept?.[locale] ?? withoutSlot(line[locale]) }))
  const never = grouped.kept.map((line) => (child ? line.child : line)[locale])
  return {
    said: inLines(spoken),
    notShared: [...never, ...(child ? [grouped.rest[locale]] : inLines(unticked))],
    unsayable: spoken.flatMap(({ unsayable }) => unsayable),
  }
}

/** One line for what belongs together, in the order of the list. */
const inLines = (parts: readonly { key: string; text: string | undefined }[]): string[] =>
  lines.flatMap((line) => {
    const own = parts.flatMap(({ key, text }) =>
      text !== undefined && line.facts.includes(key) ? [text] : [],
    )
    return own.length > 0 ? [own.join(JOIN)] : []
  })

/** What is not shared is named without its content: nobody reads out a need in order to say it stays here. */
const withoutSlot = (words: string): string => words.replace(/\s*[:,][^:,]*\{\w+\}$/u, '').trim()

export function consentText(
  { purpose, child }: { purpose: string; child: boolean },
  locale: Locale,
): string | undefined {
  const own = table.texts.filter((text) => text.purpose === purpose)
  const audience = child ? 'CHILD' : 'ADULT'
  return (own.find((text) => text.audience === audience) ??
    own.find((text) => text.audience === 'ALL') ??
    own[0])?.[locale]
}

export const WORDING_VERSION = table.version
