import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { codeOf } from '@/lib/casework/numbers/link-secrets'
import { env } from '@/lib/platform/env/env'
import { task } from '@/lib/platform/jobs/tasks'
import { sendSms } from '@/lib/platform/mail/sms'
import { NotYet, Refused } from '@/lib/platform/mail/undelivered'
import { codeSms } from './message'

type Waiting = { link: string; phone: string; seed: Buffer }

/**
 * The code of a link by SMS, to the number of the directory. While it waits it is tried again; once its ten minutes are over, or somebody
 * has typed it, nothing leaves any more. The team can read it out all the while.
 */
export const sendCode = task({
  name: 'send-code',
  payload: z.strictObject({ subject: z.uuid() }),
  run: async ({ tx, job }) => {
    const [waiting] = await tx.execute<Waiting>(sql`select * from jobs.take_code(${job})`)
    if (!waiting) return 'DONE'
    const { sms } = env()
    if (!sms) throw new NotYet()
    try {
      const code = codeOf(waiting.seed)
      // Of this code: tried again it is the same message, the next code is another.
      await sendSms({ id: numberOf(waiting), to: waiting.phone, text: codeSms(code) }, sms)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      await tx.execute(sql`select jobs.code_left(${job}, 'FAILED', ${waiting.seed})`)
      return 'UNDELIVERABLE'
    }
    await tx.execute(sql`select jobs.code_left(${job}, 'SENT', ${waiting.seed})`)
    return 'SENT'
  },
})

const numberOf = ({ link, seed }: Waiting): string => `${link}-${seed.toString('hex').slice(0, 12)}`
