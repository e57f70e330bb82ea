import { Facts } from '@/app/_ui/facts'
import { label } from '@/lib/base/codes/codes'
import { wordingOf } from '@/lib/base/i18n/translate'
import { RISK_RULES } from '@/lib/casework/cases/risk-book'
import type { Rating } from '@/lib/desks/case-file/head'
import type { Framed } from './case-frame'

type Props = { rating: Rating; restricted: boolean; page: Framed }

/** Proposed, chosen, why it is less, and whose decision it was: what a supervisor's look is about. */
export function Lowered({ rating, restricted, page: { t, locale } }: Props) {
  const risk = (code: string) => wordingOf(t, `cases.risk.${code}`, code)
  const because = RISK_RULES.filter(({ id }) => rating.rules.includes(id)).map(({ reason }) => reason[locale])
  const reason = (code: string | null) => code && label('risk_lower_reason', code, locale)
  const facts = [
    { term: t('cases.to-see.proposed'), value: [risk(rating.proposed), ...because].join(' · ') },
    {
      term: t('cases.to-see.chosen'),
      value: [risk(rating.chosen), reason(rating.lowerReason)].filter(Boolean).join(' · '),
    },
    ...(rating.openReason && !restricted
      ? [{ term: t('cases.to-see.open'), value: reason(rating.openReason) }]
      : []),
    { term: t('cases.to-see.by'), value: <bdi>{rating.by}</bdi> },
  ]
  return <Facts facts={facts} />
}
