import { FormFields } from '@/app/_frame/form-fields'
import { Button } from '@/app/_ui/button'
import { dayText, isoDayOf } from '@/lib/base/time/days'
import { visitForm } from '@/lib/casework/reintegration/form'
import { prepareReturn } from '@/lib/desks/case-file/view-return'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import { one, type Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { ReturnFormPage } from '../return-form'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** How the activity goes, and what follows from it. */
export default async function VisitPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'return.visit', roles: caseworkerRoles }, (reading) =>
    prepareReturn(reading, code, { act: 'visit', query }),
  )
  const { t, locale, view, actor } = page
  const values = { visit: one(query, 'visit'), visitedOn: dayText(isoDayOf(actor.now)) }
  // The sheet of a visit is the social worker's; it is begun in the same press.
  const more = actor.role === 'SOCIAL_WORKER' && (
    <Button calm name="next" value="SHEET">
      {t('reintegration.visit.and-sheet')}
    </Button>
  )
  return (
    <ReturnFormPage page={page} act="visit" form={visitForm} fields={{ grant: view.grant?.id }} more={more}>
      <FormFields form={visitForm} draft={view.draft} values={values} t={t} locale={locale} />
    </ReturnFormPage>
  )
}
