import type { Locale } from '@/lib/base/i18n/locale'
import { translator } from '@/lib/base/i18n/translate'

/**
 * What a message says: that something waits, and where to sign in. PURE. It is made of the reader's languages and our address alone, so
 * nothing of a referral, a person, a service or an agency can stand in it, whatever happened.
 */
export function messageOf(locales: readonly Locale[], origin: string): { subject: string; text: string } {
  const spoken = (['fr', 'en'] as const).filter((locale) => locales.includes(locale))
  const said = (spoken.length > 0 ? spoken : (['fr'] as const)).map((locale) => {
    const t = translator(locale)
    return { subject: t('work.message.subject'), text: t('work.message.text', { link: `${origin}/sign-in` }) }
  })
  return {
    subject: said.map(({ subject }) => subject).join(' · '),
    text: `${said.map(({ text }) => text).join('\n\n')}\n`,
  }
}

/** The same in one SMS: plain letters alone, so that it stays one. PURE. */
export function smsOf(locales: readonly Locale[], origin: string): string {
  const { subject } = messageOf(locales, origin)
  return `${subject.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('·', '/')}\n${origin}/sign-in`
}
