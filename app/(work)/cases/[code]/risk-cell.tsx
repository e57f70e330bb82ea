import type { VitalCell } from '@/app/_ui/vital'
import { label } from '@/lib/base/codes/codes'
import { moment } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import { isoDayOf } from '@/lib/base/time/days'
import { proposalFor } from '@/lib/casework/cases/proposal-for'
import type { Proposal } from '@/lib/casework/cases/propose'
import { RISK_RULES } from '@/lib/casework/cases/risk-book'
import { latestOf } from '@/lib/casework/consents/said-yes'
import { birthOf } from '@/lib/casework/people/birth'
import type { CaseFile } from '@/lib/desks/case-file/case-file'
import type { CaseHead, Rating } from '@/lib/desks/case-file/head'
import type { Framed } from './case-frame'

type Props = { file: CaseFile; page: Framed }

/** Why the risk is what it is: the rules that spoke, who rated it, and with what reason it is less than proposed. */
export function riskCell({ file: { head, tasks, assessedAt }, page }: Props): VitalCell | null {
  const { t } = page
  const { risk, sensitivity } = head.reach.record
  // What a supervisor still looks at says the same, with the answers beside it.
  const looking = page.actor.role === 'SUPERVISOR' && tasks.some(({ kind }) => kind === 'SEE_LOWER_RISK')
  if (looking) return null
  if (!risk) return unrated(head, page)
  const rules = head.rating?.rules ?? proposedNow(head, page).reasons.map(({ rule }) => rule)
  const because = RISK_RULES.filter(({ id }) => rules.includes(id)).map(({ id, reason }) =>
    // What the rule asked for was done since: the reason says so, and never what came of it.
    id === 'SUICIDE_TO_ASSESS' && assessedAt
      ? t('cases.vital.risk.assessed', { at: moment(page.locale, assessedAt) })
      : reason[page.locale],
  )
  return {
    key: 'risk',
    icon: 'warn',
    title: t('cases.vital.risk', { risk: wordingOf(t, `why.risk.${risk}`, risk) }),
    children: (
      <>
        {because.length === 0 ? <p>{t('cases.vital.risk.no-rule')}</p> : <p>{because.join(' ')}</p>}
        <p>
          {head.rating
            ? ratedWords(head.rating, sensitivity === 'S4', page).join(' ')
            : t('cases.vital.risk.by-codes')}
        </p>
      </>
    ),
  }
}

/** Nobody rated it yet, and what was said already presses: on every page that opens the file, before the page that asks. */
function unrated(head: CaseHead, page: Framed): VitalCell | null {
  const { t, locale } = page
  const { risk, reasons } = proposedNow(head, page)
  if (risk !== 'HIGH') return null
  const spoke = RISK_RULES.filter(({ id }) => reasons.some(({ rule }) => rule === id))
  return {
    key: 'risk',
    icon: 'warn',
    stop: true,
    title: t('cases.vital.unrated'),
    children: (
      <>
        <p>{spoke.map(({ reason }) => reason[locale]).join(' ')}</p>
        {head.may.write && (
          <p>
            <a href={`/cases/${head.reach.record.code}/register/safety`}>{t('cases.unrated.rate')}</a>
          </p>
        )}
      </>
    ),
  }
}

/** What the codes of the file propose today; of a file whose rating was not kept, why. */
function proposedNow({ person, consents }: CaseHead, { actor }: Framed): Proposal {
  const situation = latestOf(consents, 'CASE_MGMT')?.situation ?? {}
  const known = { ...person, birth: birthOf(person), situation, hoursSince: null }
  return proposalFor(known, isoDayOf(actor.now))
}

function ratedWords(rating: Rating, restricted: boolean, { t, locale }: Framed): string[] {
  const { proposed, chosen, lowerReason, openReason, by } = rating
  const at = moment(locale, new Date(rating.at))
  const reason = (code: string) => label('risk_lower_reason', code, locale)
  const risk = wordingOf(t, `cases.risk.${proposed}`, proposed)
  const rated = lowerReason
    ? t('cases.vital.risk.lower', { risk, reason: reason(lowerReason), by, at })
    : t(proposed === chosen ? 'cases.vital.risk.rated' : 'cases.vital.risk.higher', { risk, by, at })
  const open = openReason && !restricted
  return open ? [rated, t('cases.vital.risk.open', { reason: reason(openReason) })] : [rated]
}
