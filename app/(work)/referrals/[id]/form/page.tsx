import { Sheet } from '@/app/_frame/sheet'
import { WorkPage } from '@/app/_frame/work-page'
import { printForm } from '@/lib/desks/referral/prepare-exchange'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { OwnSheet } from './own-sheet'
import { ReferralSheet } from './referral-sheet'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

/** The form between agencies: our copy and theirs, and the person's own sheet where they can have it on them. */
export default async function ReferralFormPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'referral.print-form', roles: caseRoles }, (reading) =>
    printForm(reading, id, query),
  )
  const { t, view } = page
  return (
    <WorkPage page={page} title={t('exchange.print.title')} under="/referrals">
      <Sheet name="paper" />
      <div className="noprint narrow">
        <h1>{t('exchange.print.title')}</h1>
        <p className="lead">{t('exchange.print.lead')}</p>
        <p className="meta">
          <a href={`/referrals/${id}/exchange`}>{t('forms.back')}</a>
        </p>
      </div>
      <ReferralSheet view={view} copy="SENDER" />
      <ReferralSheet view={view} copy="RECEIVER" />
      {view.carried && <OwnSheet view={view} />}
    </WorkPage>
  )
}
