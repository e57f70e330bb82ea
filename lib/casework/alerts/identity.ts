import type { Known } from '@/lib/casework/tokens/facts'

/** What is sealed of an alert: the person's name and how to reach them safely. PURE. */
export type AlertIdentity = { given: string; family: string; safeContact: string }

export const identityPlace = (id: string) => ({ table: 'app.alerts', column: 'identity', row: id })

/** Under what the person of an alert is looked for: what was said of them, and the number they may be called on. */
export const knownOfAlert = ({ given, family, safeContact }: AlertIdentity): Known => ({
  given,
  family,
  phone: safeContact,
})
