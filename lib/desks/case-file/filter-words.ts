import type { Translate } from '@/lib/base/i18n/translate'
import { type CaseFilter, type FilterName, filterNames } from '@/lib/casework/views/filter'
import type { Names } from './list-frame'

/** What a filter asks, one part a value: its name and the value in words. Whoever is no longer there is "…". PURE. */
export function filterParts(
  filter: CaseFilter,
  { leads, offices }: Names,
  t: Translate,
): { name: FilterName; label: string }[] {
  const named = (among: Names['leads'], id: string) => among.find((one) => one.id === id)?.name ?? '…'
  const words: Record<FilterName, string | undefined> = {
    risk: filter.risk && t(`cases.risk.${filter.risk}`),
    turn: filter.turn && t(`cases.filter.turn.${filter.turn}`),
    sex: filter.sex && t(`cases.sex.${filter.sex}`),
    office: filter.office && named(offices, filter.office),
    lead: filter.lead && named(leads, filter.lead),
  }
  return filterNames.flatMap((name) => {
    const value = words[name]
    return value === undefined
      ? []
      : [{ name, label: t('cases.filter.chip', { name: t(`cases.filter.${name}`), value }) }]
  })
}

/** A view in one line: which cases, what they are narrowed to, in which order. PURE. */
export const viewWords = (filter: CaseFilter, names: Names, t: Translate): string =>
  [
    t(`cases.view.${filter.view}`),
    ...filterParts(filter, names, t).map(({ label }) => label),
    ...(filter.view === 'closed'
      ? []
      : [t(`views.sort.${filter.sort.by}`, { falling: String(filter.sort.falling) })]),
  ].join(' · ')
