import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { codeHash, codeOf, isToken } from '@/lib/casework/numbers/link-secrets'
import { keptCookie, linkCookie, tiedTo } from '@/lib/platform/access/cookies'
import { pool } from '@/lib/platform/db/client'
import { env } from '@/lib/platform/env/env'
import { cookieReader } from '@/lib/platform/gate/answers'
import type { Body } from '@/lib/platform/gate/body'
import { textOf } from './text-of'

/** Seconds: as long as a link lives. */
const LIFE = 72 * 60 * 60

/** A press asks for a code and ties the link to this browser; it comes by SMS where a gateway is named, and the team can read it out. Back to the link, which says how it stands. */
export async function askCode(request: Request, { values }: Body): Promise<Response> {
  const token = textOf(values.token)
  const headers = new Headers({ location: isToken(token) ? `/r/${token}` : '/' })
  const browser = tiedTo(cookieReader(request))?.browser ?? randomBytes(32).toString('base64url')
  if (isToken(token) && (await asked(token, browser)))
    headers.append('set-cookie', keptCookie(linkCookie(), `${browser}.${token}`, LIFE))
  return new Response(null, { status: 303, headers })
}

async function asked(token: string, browser: string): Promise<boolean> {
  const seed = randomBytes(32)
  const hash = codeHash(token, codeOf(seed))
  const [row] = await pool('auth').execute<{ asked: boolean }>(
    sql`select access.ask_link_code(${token}, ${browser}, ${seed}, ${hash}, ${env().sms !== undefined}) as asked`,
  )
  return row?.asked === true
}
