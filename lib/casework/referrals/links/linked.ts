import { sql } from 'drizzle-orm'
import type { Ctx } from '@/lib/platform/gate/verb'
import type { Receives } from './policy'

/** A link as its team may know it. `seed`: of a code that can be read out now. Times of casework. */
export type Linked = {
  id: string
  madeAt: Date
  expiresAt: Date
  live: boolean
  openedAt: Date | null
  asked: boolean
  seed: Buffer | null
  codeUntil: Date | null
  triesLeft: number
  /** Of the code that waits: on its way by SMS, gone, or refused; nothing where it is only read out. */
  codeSms: 'ASKED' | 'SENT' | 'FAILED' | null
}

/** The newest letter that carries the link. */
export type LinkLetter = { mail: string; state: 'QUEUED' | 'SENT' | 'FAILED'; sentAt: Date | null }

type Row = {
  receives: Receives
  phone: string
  letter: { mail: string; state: LinkLetter['state']; sentAt: string | null } | null
  id: string | null
  made_at: string
  expires_at: string
  live: boolean
  opened_at: string | null
  asked: boolean
  code_seed: Buffer | null
  code_until: string | null
  tries_left: number
  code_sms: Linked['codeSms']
}

const maybe = (at: string | null) => (at === null ? null : new Date(at))

type Reached = {
  receives: Receives
  phone: string
  letter: LinkLetter | undefined
  link: Linked | undefined
}

/** How the agency is reached, and the newest link of a referral. One statement. */
export async function linkedTo({ tx }: Pick<Ctx, 'tx'>, id: string): Promise<Reached> {
  const [row] = await tx.execute<Row>(sql`
    select app.receives(r.partner_code, coalesce(r.base_office_id, r.office_id)) as receives,
      (select a.phone from app.partners a where a.code = r.partner_code) as phone,
      (select json_build_object('mail', w.mail, 'state', w.state, 'sentAt', w.sent_at) from app.link_letter(r.id) w) as letter, l.*
    from app.referrals r left join lateral app.link_of(r.id) l on true where r.id = ${id}`)
  const letter = row?.letter && { ...row.letter, sentAt: maybe(row.letter.sentAt) }
  const reached = { receives: row?.receives ?? null, phone: row?.phone ?? '', letter: letter ?? undefined }
  if (!row?.id) return { ...reached, link: undefined }
  const link = {
    id: row.id,
    madeAt: new Date(row.made_at),
    expiresAt: new Date(row.expires_at),
    live: row.live,
    openedAt: maybe(row.opened_at),
    asked: row.asked,
    seed: row.code_seed,
    codeUntil: maybe(row.code_until),
    triesLeft: row.tries_left,
    codeSms: row.code_sms,
  }
  return { ...reached, link }
}
