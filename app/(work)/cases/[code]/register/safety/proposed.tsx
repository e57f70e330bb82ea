import { Note } from '@/app/_ui/note'
import { label } from '@/lib/base/codes/codes'
import { moment } from '@/lib/base/i18n/dates'
import type { ProposalBy } from '@/lib/casework/assessments/propose-with'
import { clinicalDue } from '@/lib/casework/cases/proposal-for'
import type { Framed } from '../../case-frame'

type Props = {
  proposal: ProposalBy
  restricted: boolean
  code: string
  /** From when care in time is counted: what happened, or where its hour is not known the opening of the file. */
  from: Date
  hourKnown: boolean
  page: Framed
}

/** What the codes propose of risk, care in time and restriction, and why, in words; a proposal is no verdict. */
export function Proposed({ proposal, restricted, code, from, hourKnown, page: { t, locale } }: Props) {
  const { risk, reasons, restrict, clocks, by } = proposal
  if (reasons.length === 0 && by.length === 0) return null
  return (
    <Note tone={risk === 'HIGH' ? 'late' : 'soon'} icon="warn">
      <b>{t('people.proposed', { risk: t(`people.risk.${risk}`) })}</b>
      <ul>
        {reasons.map(({ rule, ...words }) => (
          <li key={rule}>{words[locale]}</li>
        ))}
        {by.map((discipline) => (
          <li key={discipline}>{t(`assessments.by.${discipline}`)}</li>
        ))}
      </ul>
      {clocks.length > 0 && (
        <>
          <b>{t('people.proposed.clocks')}</b>
          <ul>
            {clocks.map((clock) => (
              <li key={clock}>
                {label('clinical_clock', clock, locale)}
                {clock !== 'INJURY_NOW' &&
                  ` ${t(hourKnown ? 'people.proposed.until' : 'people.proposed.until-opened', {
                    due: moment(locale, clinicalDue(clock, from)),
                  })}`}
              </li>
            ))}
          </ul>
        </>
      )}
      {restrict && !restricted && (
        <p>
          {t('people.proposed.restrict')} <a href={`/cases/${code}/restrict`}>{t('cases.restrict.title')}</a>
        </p>
      )}
    </Note>
  )
}
