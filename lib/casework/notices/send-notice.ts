import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { localeOf } from '@/lib/base/i18n/locale'
import { env } from '@/lib/platform/env/env'
import { task } from '@/lib/platform/jobs/tasks'
import { Refused, sendLetter } from '@/lib/platform/mail/smtp'
import { messageOf } from './message'

type Taken = {
  what: 'SEND' | 'LATER' | 'DONE' | 'NO_ADDRESS'
  number: string | null
  addresses: string[] | null
  locales: string[] | null
}

/**
 * One message to whoever a notice is for, with everything else that waits for them, at most one in a quarter of an hour. Its number is
 * that of the oldest notice in it, so a second try after a crash carries the same one. Whoever dies between the mail server's yes and
 * the end of the transaction sends it once more, and nothing is lost.
 */
export const sendNotice = task({
  name: 'send-notice',
  payload: z.strictObject({ subject: z.uuid() }),
  run: async ({ tx, job }) => {
    const [taken] = await tx.execute<Taken>(sql`select * from jobs.take_notice(${job})`)
    if (taken?.what !== 'SEND' || !taken.number) return taken?.what ?? 'DONE'
    const { origin } = env()
    try {
      await sendLetter({
        messageId: `${taken.number}@${new URL(origin).hostname}`,
        to: taken.addresses ?? [],
        ...messageOf((taken.locales ?? []).map(localeOf), origin),
      })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      await tx.execute(sql`select jobs.notice_failed(${job}, ${`SMTP_${error.code}`})`)
      return 'UNDELIVERABLE'
    }
    await tx.execute(sql`select jobs.notice_sent(${job})`)
    return 'SENT'
  },
})
