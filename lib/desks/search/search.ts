import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { findAlerts } from './find-alerts'
import { findByCode } from './find-by-code'
import { type FoundFile, findPeople, MOST_PEOPLE } from './find-people'
import { type Asked, asksForSomebody, LONGEST_QUERY, readQuery } from './read-query'

/** Files on a page. */
export const PAGE = 25

/** How a search came out. `found`: a code leads straight to what it names. */
type Outcome =
  | { kind: 'nothing-asked' | 'no-code' | 'not-understood' | 'too-many' }
  | { kind: 'code'; found: string }
  | { kind: 'list'; files: FoundFile[]; total: number; page: number; next: boolean; alerts: FoundAlert[] }
type FoundAlert = Awaited<ReturnType<typeof findAlerts>>[number]

/**
 * The one search box: a case, referral or alert by its code, people by name, telephone and year, inside this person's reach.
 * What was typed may be a name: the log hears kinds and hits, and a code where it is one.
 */
export async function search(reading: Reading, query: Query) {
  const typed = (one(query, 'q') ?? '').trim()
  const asked = readQuery(typed, reading.actor.now.getUTCFullYear())
  const { outcome, caseId, hits } = await outcomeOf(reading, { typed, asked, page: pageOf(query) })
  return {
    view: { typed: typed.slice(0, LONGEST_QUERY), code: asked.code?.code ?? null, outcome },
    // A number that may be a telephone's stays out of the log.
    subject: { type: 'search', id: asked.phones.length > 0 ? '' : (asked.code?.code ?? ''), caseId },
    detail: { kinds: asked.kinds, hits },
  }
}

const pageOf = (query: Query): number => {
  const page = Number(one(query, 'page') ?? 1)
  return Number.isInteger(page) && page >= 1 && page <= MOST_PEOPLE / PAGE ? page : 1
}

type Ask = { typed: string; asked: Asked; page: number }
type Came = { outcome: Outcome; caseId: string | null; hits: number }

async function outcomeOf(reading: Reading, { typed, asked, page }: Ask): Promise<Came> {
  const none = (kind: Exclude<Outcome['kind'], 'code' | 'list'>, hits = 0): Came => ({
    outcome: { kind } as Outcome,
    caseId: null,
    hits,
  })
  if (typed === '') return none('nothing-asked')
  if (asked.code) {
    const found = await findByCode(reading, asked.code)
    if (found) return { outcome: { kind: 'code', found: found.href }, caseId: found.caseId, hits: 1 }
    if (!asksForSomebody(asked)) return none('no-code')
  }
  if (!asksForSomebody(asked)) return none('not-understood')
  const files = await findPeople(reading, typed, asked)
  if (!files) return none('too-many', MOST_PEOPLE + 1)
  const alerts = await findAlerts(reading, asked)
  // An address past the end shows the last page.
  const at = Math.min(page, Math.max(1, Math.ceil(files.length / PAGE)))
  const shown = files.slice((at - 1) * PAGE, at * PAGE)
  const next = files.length > at * PAGE
  return {
    outcome: {
      kind: 'list',
      files: shown,
      total: files.length,
      page: at,
      next,
      alerts: at === 1 ? alerts : [],
    },
    caseId: null,
    hits: files.length + alerts.length,
  }
}
