import type { Translate } from '@/lib/base/i18n/translate'
import type { Lost } from '@/lib/casework/followups/lost-contact'

/** How far the attempts have come, and what "lost contact" asks. */
export const lostWords = ({ attempts, ways, days, needs }: Lost, t: Translate): string =>
  `${t('followups.lost.so-far', { attempts, ways, days })} ${t('followups.lost.needs', needs)}`
