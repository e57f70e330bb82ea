import { Note } from '@/app/_ui/note'
import type { Proposal } from '@/lib/casework/cases/propose'
import type { Framed } from '../../case-frame'

type Props = { proposal: Proposal; restricted: boolean; code: string; page: Framed }

/** What the codes propose, and why, in words; a proposal is no verdict. */
export function Proposed({ proposal, restricted, code, page: { t, locale } }: Props) {
  const { risk, reasons, restrict } = proposal
  if (reasons.length === 0) return null
  return (
    <Note tone={risk === 'HIGH' ? 'late' : 'soon'} icon="warn">
      <b>{t('people.proposed', { risk: t(`people.risk.${risk}`) })}</b>
      <ul>
        {reasons.map(({ rule, ...words }) => (
          <li key={rule}>{words[locale]}</li>
        ))}
      </ul>
      {restrict && !restricted && (
        <p>
          {t('people.proposed.restrict')} <a href={`/cases/${code}/restrict`}>{t('cases.restrict.title')}</a>
        </p>
      )}
    </Note>
  )
}
