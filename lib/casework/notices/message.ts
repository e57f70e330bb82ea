import type { Locale } from '@/lib/base/i18n/locale'
import { type Translate, translator } from '@/lib/base/i18n/translate'

type Words = { subject: string; text: string }

/** The same words in each of the reader's languages, one letter. PURE. */
function inEach(locales: readonly Locale[], say: (t: Translate) => Words): Words {
  const spoken = (['fr', 'en'] as const).filter((locale) => locales.includes(locale))
  const said = (spoken.length > 0 ? spoken : (['fr'] as const)).map((locale) => say(translator(locale)))
  return {
    subject: said.map(({ subject }) => subject).join(' · '),
    text: `${said.map(({ text }) => text).join('\n\n')}\n`,
  }
}

/**
 * What a message says: that something waits, and where to sign in. PURE. It is made of the reader's languages and our address alone, so
 * nothing of a referral, a person, a service or an agency can stand in it, whatever happened.
 */
export const messageOf = (locales: readonly Locale[], origin: string): Words =>
  inEach(locales, (t) => ({
    subject: t('work.message.subject'),
    text: t('work.message.text', { link: `${origin}/sign-in` }),
  }))

/** The letter to an agency without an account: links, which open nothing without a code, and nothing else. PURE. */
export const letterOf = (locales: readonly Locale[], links: readonly string[]): Words =>
  inEach(locales, (t) => ({
    subject: t('work.message.subject'),
    text: t('links.letter', { links: links.join('\n') }),
  }))

/** The code of a link in one SMS: digits and plain letters. PURE. */
export const codeSms = (code: string): string => `Relais : ${code}\n10 min. Ne pas donner / do not share.`

/** The same in one SMS: plain letters alone, so that it stays one. PURE. */
export function smsOf(locales: readonly Locale[], origin: string): string {
  const { subject } = messageOf(locales, origin)
  return `${subject.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('·', '/')}\n${origin}/sign-in`
}
