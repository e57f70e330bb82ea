import { sql } from 'drizzle-orm'
import { isToken } from '@/lib/casework/numbers/link-secrets'
import { tiedTo } from '@/lib/platform/access/cookies'
import { pool } from '@/lib/platform/db/client'
import { env } from '@/lib/platform/env/env'

/**
 * How a link stands for the browser that follows it. `NEW` nobody asked yet · `KNOWN` this browser did, without a code now · `ASKED` a
 * code waits to be typed · `ELSEWHERE` another browser was first · `NO_TRIES` five codes were wrong · `OVER` it ended, said to the
 * browser that had it open.
 */
export type Stands = 'NEW' | 'KNOWN' | 'ASKED' | 'ELSEWHERE' | 'NO_TRIES' | 'OVER'
export type LinkSaid = {
  referralId: string
  stands: Stands
  dueAt: Date | null
  phone: string
  codeUntil: Date | null
  triesLeft: number
  /** Reading it will be its acknowledgement. */
  unread: boolean
  endedAs: string | null
  /** The code that waits is on its way to the number of the directory; whether codes leave by SMS here at all. */
  bySms: boolean
  smsLeaves: boolean
}

type Row = {
  referral_id: string
  due_at: string | null
  phone: string
  stands: Stands
  code_until: string | null
  tries_left: number
  unread: boolean
  ended_as: string | null
  by_sms: boolean
}

/** What a link says; changes nothing. Nothing for one that is unknown, or over for whoever never had it open. */
export async function readLink(
  token: string,
  read: (name: string) => string | undefined,
): Promise<LinkSaid | undefined> {
  if (!isToken(token)) return undefined
  const browser = tiedTo(read)?.browser ?? ''
  const [row] = await pool('auth').execute<Row>(sql`select * from access.link_said(${token}, ${browser})`)
  return (
    row && {
      referralId: row.referral_id,
      stands: row.stands,
      dueAt: row.due_at === null ? null : new Date(row.due_at),
      phone: row.phone,
      codeUntil: row.code_until === null ? null : new Date(row.code_until),
      triesLeft: row.tries_left,
      unread: row.unread,
      endedAs: row.ended_as,
      bySms: row.by_sms,
      smsLeaves: env().sms !== undefined,
    }
  )
}
