import { FormFields } from '@/app/_frame/form-fields'
import { Note } from '@/app/_ui/note'
import { partnerName } from '@/lib/base/codes/codes'
import { harmForm } from '@/lib/casework/referrals/verbs/forms'
import { prepareHarm } from '@/lib/desks/referral/prepare-verb'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { ToldElsewhere } from '../told-elsewhere'
import { VerbFrame } from '../verb-frame'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

/** A harm that the supervisors hear, at any time. */
export default async function HarmPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'referral.report-harm', roles: caseworkerRoles }, (reading) =>
    prepareHarm(reading, id, query),
  )
  const { t, locale, view } = page
  const partner = partnerName(view.partner, locale)
  return (
    <VerbFrame
      page={page}
      view={view}
      form={harmForm}
      title={t('harm.title')}
      lead={t('harm.lead', { partner })}
      verb="report-harm"
      button={t('harm.button')}
    >
      <Note>{t('harm.say')}</Note>
      <ToldElsewhere partner={partner} t={t} />
      <FormFields form={harmForm} draft={view.draft} t={t} locale={locale} />
    </VerbFrame>
  )
}
