import { unions } from '@/lib/base/codes/unions'
import { isUuid } from '@/lib/base/forms/uuid'
import { ENDED, LIVING } from '@/lib/casework/cases/state-lists'
import type { CaseState } from '@/lib/casework/cases/states'

/** The saved views of the case list and the filters on top of them. PURE. */
export const caseViews = ['open', 'late', 'high', 'drafts', 'closed'] as const
export type CaseViewName = (typeof caseViews)[number]

/** Every code a person's record may carry: whoever is left out of a filter is forgotten. */
export const sexes = unions.sex
export type Sex = (typeof sexes)[number]

export type CaseFilter = {
  view: CaseViewName
  risk: 'HIGH' | 'MEDIUM' | 'LOW' | undefined
  sex: Sex | undefined
  office: string | undefined
  lead: string | undefined
}

export const statesOf = (view: CaseViewName): readonly CaseState[] =>
  view === 'closed' ? ENDED : view === 'drafts' ? ['DRAFT'] : LIVING

const oneOf = <T extends string>(among: readonly T[], text: string | undefined): T | undefined =>
  among.find((value) => value === text)

/** Reads the query string; what is not a known value is no filter. */
export function readFilter(ask: (name: string) => string | undefined): CaseFilter {
  const lead = ask('lead')
  return {
    view: oneOf(caseViews, ask('view')) ?? 'open',
    risk: oneOf(['HIGH', 'MEDIUM', 'LOW'] as const, ask('risk')),
    sex: oneOf(sexes, ask('sex')),
    office: /^[A-Z]{3}$/.test(ask('office') ?? '') ? ask('office') : undefined,
    lead: isUuid(lead) ? lead : undefined,
  }
}

/** The address of a list: only what differs from the plain one. */
export function listHref(filter: Partial<CaseFilter>, more: Record<string, string | undefined> = {}): string {
  const { view, ...rest } = filter
  const query = new URLSearchParams()
  const parts = { ...(view !== 'open' && { view }), ...rest, ...more }
  for (const [name, value] of Object.entries(parts)) if (value) query.set(name, value)
  const text = query.toString()
  return text ? `/cases?${text}` : '/cases'
}
