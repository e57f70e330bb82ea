import { sql } from 'drizzle-orm'
import { localeOf } from '@/lib/base/i18n/locale'
import { pool, type Tx } from '@/lib/platform/db/client'
import type { Actor } from './actor'
import type { SessionKind } from './cookies'
import { type Role, roles } from './roles'

export type Entry =
  | { state: 'live'; actor: Actor }
  | { state: 'expired'; userId: string }
  | { state: 'unknown' }

type Row = {
  state: 'live' | 'expired'
  session_id: string
  user_id: string
  name: string
  role: string
  partner_code: string | null
  locale: string
  offices: string[]
  casework_now: string
  abuse_waiting: number | null
  notices: number | null
  link: string | null
}

/** Presents the token to the database for the rest of this transaction and says who it belongs to. */
export async function enter(tx: Tx, token: string, kind?: SessionKind): Promise<Entry> {
  // Counted after the token was presented: with the rows of whoever it belongs to. No partner hears such a report.
  const waiting = kind === 'staff' ? sql`app.psea_waiting()` : sql`null::integer`
  const notices = kind === 'staff' ? sql`app.notices_unread()` : sql`null::integer`
  const link = kind === 'partner' ? sql`access.my_link()` : sql`null::uuid`
  const [row] = await tx.execute<Row>(
    sql`select e.*, ${waiting} as abuse_waiting, ${notices} as notices, ${link} as link from access.enter(${token}) e`,
  )
  if (!row) return { state: 'unknown' }
  if (row.state === 'expired') return { state: 'expired', userId: row.user_id }
  return {
    state: 'live',
    actor: {
      userId: row.user_id,
      sessionId: row.session_id,
      name: row.name,
      role: roleOf(row.role),
      partner: row.partner_code,
      offices: row.offices,
      locale: localeOf(row.locale),
      now: new Date(row.casework_now),
      abuseWaiting: row.abuse_waiting,
      noticesUnread: row.notices,
      link: row.link,
    },
  }
}

function roleOf(text: string): Role {
  const found = roles.find((role) => role === text)
  if (!found) throw new Error('unknown role in access.users')
  return found
}

/** One transaction of this kind of session's login. Everything a page or a verb does happens inside one. */
export function asSession<T>(kind: SessionKind, work: (tx: Tx) => Promise<T>): Promise<T> {
  return pool(kind === 'staff' ? 'web' : 'partner').transaction(work)
}
