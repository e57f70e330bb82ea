import type { Locale } from '@/lib/base/i18n/locale'
import type { Role } from './roles'

/** Who acts, as the database knows them in this transaction. `now` is casework time, one value a request. */
export type Actor = {
  userId: string
  sessionId: string
  name: string
  role: Role
  partner: string | null
  offices: readonly string[]
  locale: Locale
  now: Date
  /** Came by a link: the one referral this session is for. */
  link?: string | null
  /** Reports of abuse that wait for this person, if they hear them. */
  abuseWaiting?: number | null
  /** Own notices that were not opened, for roles that are told. */
  noticesUnread?: number | null
}
