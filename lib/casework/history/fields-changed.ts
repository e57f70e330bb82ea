import { getTableColumns } from 'drizzle-orm'
import { sameValue } from '@/lib/base/forms/merge'
import { answersOf } from '@/lib/casework/people/functioning'
import { type Identity, noIdentity } from '@/lib/casework/people/identity'
import { KEPT, type KeptPage } from '@/lib/casework/people/kept'
import {
  householdShown,
  identityShown,
  memberShown,
  type Shown,
  safetyShown,
  situationShown,
} from '@/lib/casework/people/shown-values'
import { people } from '@/lib/platform/db/schema'
import { isCaseFact, isOfTheRating } from './case-facts'
import { isReturnFact } from './return-facts'

export type Value = string | string[] | undefined
/** One answer that changed: on which page of the person's file it stands, `case` or `return`; and from what to what. */
export type FieldChange = { page: KeptPage | 'case' | 'return'; field: string; from: Value; to: Value }

/** What one save changed: plain columns as `[from, to]`, and the sealed part before and after where it changed. */
export type Saved = {
  what: 'CHANGED' | 'ADDED' | 'REMOVED'
  at: Date
  /** Somebody of the household, not the person the case is about. */
  member: boolean
  changed: Readonly<Record<string, readonly [unknown, unknown]>>
  before: Identity | undefined
  after: Identity | undefined
}

type Person = Parameters<typeof householdShown>[0]
const COLUMNS = Object.entries(getTableColumns(people))
/** A person of whom nothing is known: only what changed is laid over it, so that only that can differ. */
const nobody = Object.fromEntries(
  COLUMNS.map(([name, { dataType }]) => [name, dataType === 'array' ? [] : null]),
)

/** As the person stood on one side of the save, as far as it touched them. */
function sideOf({ changed, before, after }: Saved, side: 0 | 1): Person {
  const known = COLUMNS.flatMap(([name, { name: column }]) => {
    const value = changed[column]?.[side]
    return value === undefined || value === null ? [] : [[name, value] as const]
  })
  const identity = (side === 0 ? before : after) ?? noIdentity
  return { ...nobody, ...Object.fromEntries(known), identity } as unknown as Person
}

const riskOf = ({ changed }: Saved, side: 0 | 1): string | null => {
  const risk = changed.risk?.[side]
  return typeof risk === 'string' ? risk : null
}

/** Each page of the file as its form would show it on that side: the same functions that fill the forms. */
function pagesOf(saved: Saved, side: 0 | 1): Partial<Record<KeptPage, Shown>> {
  const person = sideOf(saved, side)
  if (saved.member) return { member: memberShown(person, saved.at) }
  return {
    identity: identityShown(person, saved.at),
    household: householdShown(person),
    situation: situationShown(person),
    functioning: answersOf(person.functioning),
    safety: safetyShown(person, riskOf(saved, side)),
  }
}

const listed = (value: Shown[string]): Value => (typeof value === 'string' ? value : value && [...value])

/** Field by field, in the order of the pages. What another field keeps is told there; a date tells the age. PURE. */
export function fieldsChanged(saved: Saved): FieldChange[] {
  const [was, is] = [pagesOf(saved, 0), pagesOf(saved, 1)]
  // A date that was taken away tells no age any more.
  const date = saved.after?.birthDate ?? ''
  const dated = date !== '' && (saved.before?.birthDate ?? '') !== date
  const ofPerson = (Object.keys(is) as KeptPage[]).flatMap((page) =>
    Object.entries(KEPT[page].fields).flatMap(([field, place]): FieldChange[] => {
      const [from, to] = [listed(was[page]?.[field]), listed(is[page]?.[field])]
      if (place.in === 'field' || (field === 'age' && dated) || sameValue(from, to)) return []
      return [{ page, field, from, to }]
    }),
  )
  return [...ofPerson, ...caseFacts(saved), ...returnFacts(saved)]
}

const caseFacts = ({ changed }: Saved): FieldChange[] =>
  Object.entries(changed).flatMap(([field, [from, to]]): FieldChange[] => {
    if (!isCaseFact(field)) return []
    const page = isOfTheRating(field) ? 'safety' : 'case'
    return [{ page, field, from: plain(from), to: plain(to) }]
  })

const returnFacts = ({ changed }: Saved): FieldChange[] =>
  Object.entries(changed).flatMap(([field, [from, to]]): FieldChange[] =>
    isReturnFact(field) ? [{ page: 'return', field, from: plain(from), to: plain(to) }] : [],
  )

function plain(value: unknown): Value {
  if (value === null || value === undefined) return undefined
  return Array.isArray(value) ? value.map(String) : String(value)
}
