import { type CodeEntry, type CodeOf, type ListName, lists } from './lists'

const indexes = new Map<ListName, Map<string, CodeEntry>>()

/** Built at first use of a list, so that a page pays only for the lists it shows. */
function indexOf(list: ListName): Map<string, CodeEntry> {
  let index = indexes.get(list)
  if (!index) {
    index = new Map(lists[list].map((entry) => [entry.code, entry]))
    indexes.set(list, index)
  }
  return index
}

/** The entry of a code, `undefined` where the list does not have it. */
export function entryOf(list: ListName, code: string): CodeEntry | undefined {
  return indexOf(list).get(code)
}

/** Whether a value from outside is a code of the list, legacy codes included. */
export function isCode<L extends ListName>(list: L, value: unknown): value is CodeOf<L> {
  return typeof value === 'string' && indexOf(list).has(value)
}

/** All entries of a list, legacy codes included: for reading what is stored. */
export function codes(list: ListName): readonly CodeEntry[] {
  return lists[list]
}

/** Entries a form may offer; with `parent`, only those directly below it. */
export function offered(list: ListName, parent?: string): readonly CodeEntry[] {
  return lists[list].filter(
    (entry) => entry.status !== 'legacy' && (parent === undefined || entry.parent === parent),
  )
}

/** Wording in English for `en`, else in French. An unknown code stays readable as itself. */
export function label(list: ListName, code: string, locale: string): string {
  const entry = entryOf(list, code)
  if (!entry) return code
  return locale === 'en' ? entry.en : entry.fr
}

/** Short name of a partner for lists and buttons (CICR in French, ICRC in English). */
export function partnerName(code: string, locale: string): string {
  const entry = entryOf('partner', code)
  return (locale === 'en' ? entry?.shortEn : entry?.shortFr) ?? code
}

/** Short name of a donor, for lists: an acronym where it has one, else words. */
export function donorName(code: string, locale: string): string {
  const entry = entryOf('donor', code)
  return (locale === 'en' ? entry?.shortEn : entry?.shortFr) ?? label('donor', code, locale)
}

/** The code above this one, `null` at the top level. */
export function parentOf(list: ListName, code: string): string | null {
  return entryOf(list, code)?.parent ?? null
}

/** Whether what is said of one code is said of another: a heading speaks of all that stands below it. */
export const coversCode = (list: ListName, wide: string, one: string): boolean =>
  wide === one || parentOf(list, one) === wide

/** The one unit a level-2 service is counted in; `null` for level 1 and unknown codes. */
export function unitOf(service: string): CodeOf<'unit'> | null {
  const unit = entryOf('service_type', service)?.unit
  return isCode('unit', unit) ? unit : null
}

/** Whether a partner's mandate names this service, itself or through its level-1 heading. */
export function offersService(partner: string, service: string): boolean {
  const mandate = entryOf('partner', partner)?.services ?? []
  return mandate.includes(service) || mandate.includes(parentOf('service_type', service) ?? service)
}

/** Whether an answer says only that it is not known, was not asked or was declined. */
export const isUnsaid = (code: string): boolean => isCode('unsaid', code)
