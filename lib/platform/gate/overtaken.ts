import { eq } from 'drizzle-orm'
import { moment } from '@/lib/base/i18n/dates'
import type { MessageKey } from '@/lib/base/i18n/dictionary'
import type { Locale } from '@/lib/base/i18n/locale'
import type { Translate } from '@/lib/base/i18n/translate'
import type { Refusal } from '@/lib/base/request/request-record'
import type { Tx } from '@/lib/platform/db/client'
import { users } from '@/lib/platform/db/schema'

/** What happened meanwhile: who (nobody named to a partner, nobody at all when Relais did it), when, how it stands. */
export type Overtaken = {
  by: string | null
  at: Date | null
  /** How it stands now, in words of the noun. */
  now: MessageKey
  /** Where to go on; the first is the filled button. */
  links: { href: string; label: MessageKey }[]
}

/** Who was quicker, when, and how it stands: one sentence. `now`: in words. PURE. */
export function overtakenWords(
  { by, at, now }: { by: string | null; at: Date | string | null; now: string },
  t: Translate,
  locale: Locale,
): string {
  const said = !at ? 'forms.overtaken' : by ? 'forms.overtaken-by' : 'forms.overtaken-at'
  return t(said, { who: by ?? '', when: at ? moment(locale, at) : '', now })
}

/** A lost race as a 409 that says who acted, when, how it stands, and leads on. PURE. */
export function overtakenRefusal(lost: Overtaken, reason: string, t: Translate, locale: Locale): Refusal {
  return {
    status: 409,
    reason,
    values: {
      title: t('forms.overtaken-title'),
      lead: overtakenWords({ ...lost, now: t(lost.now) }, t, locale),
    },
    links: lost.links.map(({ href, label }) => ({ href, label: t(label) })),
  }
}

/** A colleague's name; nothing for Relais itself. */
export async function nameOf(tx: Tx, id: string | null): Promise<string | null> {
  if (!id) return null
  const [row] = await tx.select({ name: users.name }).from(users).where(eq(users.id, id))
  return row?.name ?? null
}
