import { label } from '@/lib/base/codes/codes'
import type { Locale } from '@/lib/base/i18n/locale'
import type { Translate } from '@/lib/base/i18n/translate'
import { answersOf, isDisabled } from '@/lib/casework/people/functioning'

/** What follows from the six answers, then each that is a difficulty; '' where nobody asked. PURE. */
export function functioningWords(
  functioning: readonly string[],
  { t, locale }: { t: Translate; locale: Locale },
): string {
  if (functioning.length === 0) return ''
  const disabled = isDisabled(functioning)
  const kind = disabled === undefined ? 'open' : disabled ? 'yes' : 'no'
  const hard = Object.entries(answersOf(functioning))
    .filter(([, answer]) => answer !== '1')
    .map(
      ([domain, answer]) =>
        `${label('wg_ss_domain', domain, locale)} (${label('wg_ss_answer', answer, locale).toLocaleLowerCase()})`,
    )
  return [t(`people.functioning.${kind}`), ...hard].join(' · ')
}
