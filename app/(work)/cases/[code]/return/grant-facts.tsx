import type { Fact } from '@/app/_ui/facts'
import { label } from '@/lib/base/codes/codes'
import { moment } from '@/lib/base/i18n/dates'
import type { Grant } from '@/lib/casework/reintegration/queries'
import { number } from '@/lib/desks/statistics/words'
import type { Framed } from '../case-frame'

/** What is said of a grant beside its lines. */
export function grantFacts(grant: Grant, { t, locale }: Framed): Fact[] {
  const {
    kind,
    model,
    total,
    quotes,
    quotesReason,
    supplier,
    askedBy,
    askedAt,
    decidedBy,
    decidedAt,
    reason,
  } = grant
  const list = grant.state === 'DROPPED' ? 'grant_drop_reason' : 'grant_return_reason'
  const by = (name: string | null, at: string | null) =>
    name &&
    at && (
      <>
        <bdi>{name}</bdi>, {moment(locale, new Date(at))}
      </>
    )
  const told = quotes > 0 ? String(quotes) : t('reintegration.grant.no-quotes')
  const facts: [string, Fact['value']][] = [
    [t('reintegration.grant.state'), t(`reintegration.state.${grant.state}`)],
    [t('reintegration.grantKind.label'), kind && label('business_state', kind, locale)],
    [t('reintegration.model.label'), model && label('grant_model', model, locale)],
    [t('reintegration.grant.sum'), t('reintegration.xof', { amount: number(locale, total) })],
    [
      t('reintegration.quotes.label'),
      quotesReason
        ? t('frame.said', { what: told, how: label('quotes_reason', quotesReason, locale) })
        : told,
    ],
    [t('reintegration.supplier.label'), supplier && <bdi>{supplier}</bdi>],
    [t('reintegration.grant.asked'), by(askedBy, askedAt)],
    [t('reintegration.grant.decided'), by(decidedBy, decidedAt)],
    [t('reintegration.grant.why'), reason && label(list, reason, locale)],
  ]
  return facts.flatMap(([term, value]) => (value ? [{ term, value }] : []))
}
