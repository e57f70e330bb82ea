import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Locale, localeOf } from '@/lib/base/i18n/locale'
import { addressOf, tokenOf } from '@/lib/casework/numbers/link-secrets'
import { hashOf } from '@/lib/platform/access/sessions'
import type { Tx } from '@/lib/platform/db/client'
import { env } from '@/lib/platform/env/env'
import { task } from '@/lib/platform/jobs/tasks'
import { sendSms } from '@/lib/platform/mail/sms'
import { sendLetter } from '@/lib/platform/mail/smtp'
import { NotYet, Refused, Unsure } from '@/lib/platform/mail/undelivered'
import { letterOf, messageOf, smsOf } from './message'

type Taken = {
  what: 'SEND' | 'NUMBERED' | 'LATER' | 'DONE' | 'NOT_THEIRS' | 'NO_ADDRESS'
  number: string | null
  addresses: string[] | null
  locales: string[] | null
}
type Message = {
  number: string
  addresses: readonly string[]
  locales: readonly Locale[]
  origin: string
  /** Addresses of links, for an agency without an account. */
  links: readonly string[]
}

/**
 * The links of a letter to an agency without an account, made where none lives: before it leaves, in the transaction that numbers it, so
 * that what somebody reads opens. None for whoever signs in.
 */
async function linksOf(tx: Tx, job: number): Promise<string[]> {
  const rows = await tx.execute<{ referral: string; link: string | null }>(
    sql`select * from jobs.letter_needs(${job})`,
  )
  const links: string[] = []
  for (const { referral, link } of rows) {
    const id = link ?? randomUUID()
    if (!link)
      await tx.execute(sql`select jobs.make_letter_link(${job}, ${referral}, ${id}, ${hashOf(tokenOf(id))})`)
    links.push(addressOf(id))
  }
  return links
}

/**
 * One message to whoever a notice is for, with everything else that waits for them by this way, at most one in a quarter of an hour.
 * First it gets its number, then, in another transaction, it leaves: a try after a crash carries the same number and says the same.
 * Whoever dies between the yes of the other side and the end of the transaction sends it once more, and nothing is lost.
 */
const leaving = (name: string, class_: string, leave: (message: Message) => Promise<void>) =>
  task({
    name,
    payload: z.strictObject({ subject: z.uuid() }),
    run: async ({ tx, job }) => {
      const [taken] = await tx.execute<Taken>(sql`select * from jobs.take_notice(${job})`)
      const links = taken?.what === 'SEND' || taken?.what === 'NUMBERED' ? await linksOf(tx, job) : []
      if (taken?.what !== 'SEND' || !taken.number) return taken?.what ?? 'DONE'
      const { number, addresses, locales } = taken
      try {
        const spoken = (locales ?? []).map(localeOf)
        await leave({ number, addresses: addresses ?? [], locales: spoken, origin: env().origin, links })
      } catch (error) {
        if (error instanceof Unsure) {
          const [row] = await tx.execute<{ what: string }>(sql`select jobs.notice_unsure(${job}) as what`)
          return row?.what ?? 'UNSURE'
        }
        if (!(error instanceof Refused)) throw error
        await tx.execute(sql`select jobs.notice_failed(${job}, ${`${class_}_${error.code}`})`)
        return 'UNDELIVERABLE'
      }
      await tx.execute(sql`select jobs.notice_sent(${job})`)
      return 'SENT'
    },
  })

export const sendNotice = leaving('send-notice', 'SMTP', ({ number, addresses, locales, origin, links }) => {
  const { mail } = env()
  if (!mail) throw new NotYet()
  const messageId = `${number}@${new URL(origin).hostname}`
  const words = links.length > 0 ? letterOf(locales, links) : messageOf(locales, origin)
  return sendLetter({ messageId, to: addresses, ...words }, mail)
})

export const sendNoticeBySms = leaving('send-sms', 'SMS', ({ number, addresses, locales, origin }) => {
  const { sms } = env()
  const [to] = addresses
  if (!sms || !to) throw new NotYet()
  return sendSms({ id: number, to, text: smsOf(locales, origin) }, sms)
})
