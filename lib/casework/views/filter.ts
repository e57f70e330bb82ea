import { unions } from '@/lib/base/codes/unions'
import { isUuid } from '@/lib/base/forms/uuid'

/** The views of the case list, the filters on top of them and the orders it comes in. PURE. */
export const caseViews = ['open', 'turn', 'late', 'high', 'silent', 'drafts', 'closed'] as const
export type CaseViewName = (typeof caseViews)[number]
/** A view of living cases: all but the ended ones, which are another list. */
export type LivingView = Exclude<CaseViewName, 'closed'>
export const livingViews = caseViews.filter((name): name is LivingView => name !== 'closed')

/** Days after which a person that nobody met or heard is listed. [P] */
export const SILENT_DAYS = 30

/** What a living case can be ordered by: what comes next, its code, its risk, whose turn it is, the last contact. */
export const sortKeys = ['step', 'code', 'risk', 'turn', 'contact'] as const
export type SortKey = (typeof sortKeys)[number]
export type Sort = { by: SortKey; falling: boolean }
export const plainSort: Sort = { by: 'step', falling: false }

/** Every code a person's record may carry: whoever is left out of a filter is forgotten. */
export const sexes = unions.sex
export type Sex = (typeof sexes)[number]
/** `NONE`: nobody has rated it yet. */
export const risks = ['HIGH', 'MEDIUM', 'LOW', 'NONE'] as const
export const sides = ['us', 'them'] as const

export const filterNames = ['risk', 'turn', 'sex', 'office', 'lead'] as const
export type FilterName = (typeof filterNames)[number]

export type CaseFilter = {
  view: CaseViewName
  risk: (typeof risks)[number] | undefined
  turn: (typeof sides)[number] | undefined
  sex: Sex | undefined
  office: string | undefined
  lead: string | undefined
  sort: Sort
}

const oneOf = <T extends string>(among: readonly T[], text: string | undefined): T | undefined =>
  among.find((value) => value === text)

/** Reads the query string; what is not a known value is no filter. */
export function readFilter(ask: (name: string) => string | undefined): CaseFilter {
  const lead = ask('lead')
  return {
    view: oneOf(caseViews, ask('view')) ?? 'open',
    risk: oneOf(risks, ask('risk')),
    turn: oneOf(sides, ask('turn')),
    sex: oneOf(sexes, ask('sex')),
    office: /^[A-Z]{3}$/.test(ask('office') ?? '') ? ask('office') : undefined,
    lead: isUuid(lead) ? lead : undefined,
    sort: readSort(ask('sort')),
  }
}

/** `contact`, `-contact`: the minus turns it round. */
function readSort(text = ''): Sort {
  const falling = text.startsWith('-')
  const by = oneOf(sortKeys, falling ? text.slice(1) : text)
  return by ? { by, falling } : plainSort
}

/** As an address carries it; nothing for the order that a list has anyway. */
export const writeSort = ({ by, falling }: Sort): string | undefined =>
  by === 'step' && !falling ? undefined : `${falling ? '-' : ''}${by}`

/** The address of a list: only what differs from the plain one. */
export function listHref(filter: Partial<CaseFilter>, more: Record<string, string | undefined> = {}): string {
  const { view, sort, ...rest } = filter
  const query = new URLSearchParams()
  const parts = { ...(view !== 'open' && { view }), ...rest, sort: sort && writeSort(sort), ...more }
  for (const [name, value] of Object.entries(parts)) if (value) query.set(name, value)
  const text = query.toString()
  return text ? `/cases?${text}` : '/cases'
}
