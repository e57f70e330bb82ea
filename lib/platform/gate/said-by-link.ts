import { sql } from 'drizzle-orm'
import type { Fields } from '@/lib/base/forms/form'
import { presented, tiedTo } from '../access/cookies'
import { pool } from '../db/client'
import { wantsHtml } from '../http/refusal-response'
import { cookieReader } from './answers'
import { bodyMac, type Sending } from './attempt'

/**
 * An answer by a link may end the link, and a second press of it finds nobody signed in and nothing to answer. Where the same form was
 * taken from this browser before, it leads back to the link, which says what became of it.
 */
export async function saidByLink<F extends Fields, Row>(
  sending: Sending<F, Row>,
): Promise<Response | undefined> {
  const { request, sent, verb } = sending
  const read = cookieReader(request)
  const link = presented(read)?.link
  const tied = tiedTo(read)
  if (!link || !tied || !sent.key || !verb.byLink || !wantsHtml(request.headers.get('accept')))
    return undefined
  const [row] = await pool('auth').execute<{ said: boolean }>(
    sql`select access.said_by_link(${tied.token}, ${tied.browser}, ${sent.key}, ${bodyMac(sending)}) as said`,
  )
  return row?.said ? new Response(null, { status: 303, headers: { location: link } }) : undefined
}
