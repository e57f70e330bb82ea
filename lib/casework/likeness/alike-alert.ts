import { type SQL, sql } from 'drizzle-orm'
import type { AlertView } from '@/lib/casework/alerts/queries'
import { phonesIn } from '@/lib/casework/tokens/facts'
import { listed, phoneTokens, wordTokens } from '@/lib/casework/tokens/make-tokens'
import type { Book } from '@/lib/casework/tokens/numbers'
import { wordsOf } from '@/lib/casework/tokens/words'
import type { Ctx } from '@/lib/platform/gate/verb'
import { filesOf, type OpenedFile } from './files-of'
import { likenessOf, type Reason } from './name-likeness'

/** An open file that an alert may belong to, and why: by name or telephone, or only by sex, age and place. */
export type AlikeFile = OpenedFile & { reason: Reason | 'LOOKS_ALIKE'; samePlace: boolean }

const SHOWN = 6
const YEARS = 5
/** A closed file takes an alert by being opened again; one that went elsewhere or points at another takes none. */
const TAKES_ALERTS = ['DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE', 'CLOSED']

type Alert = Pick<AlertView, 'sex' | 'age' | 'officeId' | 'flowPoint' | 'identity' | 'seenOn'>

/** Open files of this supervisor's reach that an alert may be about, likeliest first. */
export async function alikeFiles(ctx: Ctx, alert: Alert): Promise<AlikeFile[]> {
  const text = `${alert.identity?.given ?? ''} ${alert.identity?.family ?? ''}`
  const sought = { text, words: wordsOf(text).slice(0, 4), phones: phonesIn(alert.identity?.safeContact) }
  const year = Number(alert.seenOn.slice(0, 4)) - alert.age
  const named = namedIds(sought)
  // One statement: whoever bears the name, and whoever could be meant where nobody does.
  const ids = named ? sql`${named} union (${lookingAlike(alert, year)})` : lookingAlike(alert, year)
  const files = (await filesOf(ctx, ids)).filter(({ file }) => TAKES_ALERTS.includes(file.state))
  const fits = ({ person }: OpenedFile) =>
    Number(person.sex === alert.sex) + Number(Math.abs((person.birthYear ?? 0) - year) <= YEARS)
  const byName = files
    .map((one) => {
      const household = one.household.map(({ identity }) => identity)
      return { ...one, ...likenessOf(sought, { principal: one.person.identity, household }) }
    })
    .filter(({ reason }) => reason !== 'PLACE')
    .toSorted((a, b) => b.weight - a.weight || fits(b) - fits(a))
    .slice(0, SHOWN)
    .map(({ weight: _, ...one }) => one)
  const shown =
    byName.length > 0
      ? byName
      : files.slice(0, SHOWN).map((one) => ({ ...one, reason: 'LOOKS_ALIKE' as const }))
  return shown.map((one) => ({ ...one, samePlace: one.file.flowPoint === alert.flowPoint }))
}

type Sought = { words: ReturnType<typeof wordsOf>; phones: string[] }

/** Whoever has every word of the name, or the telephone. */
function namedIds({ words, phones }: Sought): SQL | undefined {
  const wanted = (book: Book) => words.map((word) => listed(wordTokens(word, book)))
  const called = (book: Book) => phones.slice(0, 1).map((phone) => listed(phoneTokens(phone, book)))
  const asks = [
    ...(words.length > 0 ? [[wanted('open'), wanted('restricted')]] : []),
    ...(phones.length > 0 ? [[called('open'), called('restricted')]] : []),
  ]
  const ids = asks.map(
    ([open, restricted]) =>
      sql`select found.id from app.find_people(${sql.param(open)}::text[], ${sql.param(restricted)}::text[], null, null, 100) as found(id)`,
  )
  return ids.length > 0 ? sql.join(ids, sql` union `) : undefined
}

/** Nobody said a name: the newest open files of the office whose person is of that sex and about that age, same place first. */
const lookingAlike = (
  { sex, officeId, flowPoint }: Alert,
  year: number,
): SQL => sql`select p.id from app.cases c
  join app.people p on p.case_id = c.id and p.standing = 'PRINCIPAL'
  where c.office_id = ${officeId} and c.sensitivity = 'S3' and c.state in ('DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE')
    and p.sex = ${sex} and p.birth_year between ${year - YEARS} and ${year + YEARS}
  order by (c.flow_point is not distinct from ${flowPoint}) desc, c.opened_at desc, c.id limit ${SHOWN}`
