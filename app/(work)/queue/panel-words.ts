import { day } from '@/lib/base/i18n/dates'
import type { QueuePanel } from '@/lib/desks/queue/panel-queries'
import type { Page } from '@/lib/platform/gate/read'

type Words = Pick<Page<unknown>, 't' | 'locale'>

/** "Donné le 28 juin, couvre les 8 faits cochés." */
export function consentWords({ consent, facts }: QueuePanel, { t, locale }: Words): string {
  if (!consent) return t('queue.panel.consent-none')
  return t('queue.panel.consent-given', {
    day: day(locale, consent.givenAt.slice(0, 10)),
    count: facts.length,
  })
}

/** "11 acceptés sur 12, réponse médiane 2 j" */
export function rateWords({ rate }: QueuePanel, { t }: Words): string {
  const counted = t('queue.panel.rate', { decided: rate.decided, accepted: rate.accepted })
  return rate.days === null ? counted : counted + t('queue.panel.rate-days', { days: Math.round(rate.days) })
}
