import { isLoopback } from '@/lib/platform/env/loopback'
import { type Ended, inThread, PATIENCE, STEP } from './in-thread'
import { NoTls, NotYet, Refused, RefusesUs, Unsure } from './undelivered'

export type Letter = {
  /** Stays the same however often it is tried: a mail server that knows it keeps one. */
  messageId: string
  to: readonly string[]
  subject: string
  text: string
}
/** Where letters leave and whom they come from. */
export type MailServer = { url: string; from: string }

/** No answer of a mail server to one letter is longer. */
const MOST_BYTES = 64 * 1024

/** What the thread connects to; nothing of the address but scheme, host, port and account counts. PURE. */
export function serverOf(address: string) {
  const { protocol, hostname, port, username, password } = new URL(address)
  const secure = protocol === 'smtps:'
  return {
    server: {
      host: hostname.replaceAll(/[[\]]/g, ''),
      port: Number(port || (secure ? 465 : 587)),
      secure,
      // Neither password nor address in clear over a network.
      requireTLS: !secure && !isLoopback(hostname),
      connectionTimeout: STEP,
      greetingTimeout: STEP,
      socketTimeout: PATIENCE,
    },
    auth: username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : undefined,
  }
}

/**
 * What a failure means. Only what is said of the recipients or of the letter itself is about the address; a 5xx before is about us.
 * PURE.
 */
export function meaningOf({ code, at, class: kind }: Ended, handedOver: boolean): Error {
  if (kind === 'ETLS') return new NoTls()
  if (code >= 500 && code < 600) {
    // 530 to 539 ask for a password wherever they are said.
    const ofAddress = /^(RCPT TO|DATA)$/.test(at) && !(code >= 530 && code < 540)
    return ofAddress ? new Refused(code) : new RefusesUs()
  }
  // A "come again" is an answer; without one nobody knows.
  return handedOver && code === 0 ? new Unsure() : new NotYet()
}

/** A new connection a letter: they are few, and none is left open. Rejects with what stands in `undelivered.ts`. */
export async function sendLetter(
  { messageId, to, subject, text }: Letter,
  mail: MailServer,
  enough: AbortSignal = AbortSignal.timeout(PATIENCE),
): Promise<void> {
  const letter = {
    messageId: `<${messageId}>`,
    from: mail.from,
    to: 'undisclosed-recipients:;',
    subject,
    text,
    headers: { 'Auto-Submitted': 'auto-generated' },
    // A letter is made of our own words alone: nothing is fetched or read for it.
    disableFileAccess: true,
    disableUrlAccess: true,
  }
  // Everybody under their own copy: the addresses stand on the envelope alone.
  const envelope = { from: mail.from, to: [...to] }
  const work = { ...serverOf(mail.url), envelope, letter, mostBytes: MOST_BYTES }
  const { ended, handedOver } = await inThread(new URL('./letter-thread.mjs', import.meta.url), work, enough)
  if (ended) throw meaningOf(ended, handedOver)
}
