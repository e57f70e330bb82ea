import { createTransport } from 'nodemailer'
import { env } from '@/lib/platform/env/env'

export type Letter = {
  /** Stays the same however often it is tried: a mail server that knows it keeps one. */
  messageId: string
  to: readonly string[]
  subject: string
  text: string
}

/** The mail server said for good that it takes this to nobody; `code` is its number, never its words. */
export class Refused extends Error {
  override name = 'Refused'
  constructor(readonly code: number) {
    super(`SMTP ${code}`)
  }
}
/** Nobody answered in time, or the server asks to come again. */
export class NotYet extends Error {
  override name = 'NotYet'
}

/** Milliseconds for the whole letter: shorter than the database waits for whoever holds the job. */
const PATIENCE = 12_000
const STEP = 5000

/** A new connection a letter: they are few, and none is left open. Rejects with `Refused`, else with `NotYet`. */
export async function sendLetter({ messageId, to, subject, text }: Letter): Promise<void> {
  const { mail } = env()
  if (!mail) throw new NotYet()
  const transport = createTransport({
    url: mail.url,
    connectionTimeout: STEP,
    greetingTimeout: STEP,
    socketTimeout: STEP,
    // A letter is made of our own words alone: nothing is fetched or read for it.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  let late: NodeJS.Timeout | undefined
  try {
    await Promise.race([
      // Everybody under their own copy: the addresses stand on the envelope alone.
      transport.sendMail({
        messageId: `<${messageId}>`,
        envelope: { from: mail.from, to: [...to] },
        from: mail.from,
        to: 'undisclosed-recipients:;',
        subject,
        text,
        headers: { 'Auto-Submitted': 'auto-generated' },
      }),
      new Promise((_, reject) => {
        late = setTimeout(() => reject(new NotYet()), PATIENCE)
      }),
    ])
  } catch (error) {
    const code =
      typeof error === 'object' && error && 'responseCode' in error ? Number(error.responseCode) : 0
    // A wrong password (530 to 538) is ours to mend, not the address's fault.
    throw code >= 500 && code < 600 && !(code >= 530 && code < 540) ? new Refused(code) : new NotYet()
  } finally {
    clearTimeout(late)
    transport.close()
  }
}
