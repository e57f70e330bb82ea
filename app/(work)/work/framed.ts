import { fullDay, time } from '@/lib/base/i18n/dates'
import type { Page } from '@/lib/platform/gate/read'

/** What a part of the page needs besides its own rows. */
export type Framed = Omit<Page<unknown>, 'view'>

/** "Bonjour Mariam": colleagues call each other by their first name. */
export const greeting = ({ t, actor }: Framed): string =>
  t('work.hello', { name: actor.name.split(' ')[0] ?? actor.name })

/** "Lundi 30 juin 2014, 09:42." */
export function today({ locale, actor }: Framed): string {
  const words = fullDay(locale, actor.now)
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}, ${time(locale, actor.now)}.`
}
