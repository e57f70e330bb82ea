import { FormFields } from '@/app/_frame/form-fields'
import { label } from '@/lib/base/codes/codes'
import { dayText, isoDayOf } from '@/lib/base/time/days'
import { stepForm } from '@/lib/casework/reintegration/form'
import { NOTED_STEPS } from '@/lib/casework/reintegration/steps'
import { prepareReturn } from '@/lib/desks/case-file/view-return'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { ReturnFormPage } from '../return-form'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** One step of the journey, named in the address: done, not needed, or to do after all. */
export default async function ReturnStepPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'return.step', roles: caseworkerRoles }, (reading) =>
    prepareReturn(reading, code, { act: 'step', query }),
  )
  const { t, locale, view, actor } = page
  const step = NOTED_STEPS.find((one) => one === view.step) ?? 'FITNESS'
  const values = { onDay: dayText(isoDayOf(actor.now)) }
  return (
    <ReturnFormPage
      page={page}
      act="step"
      form={stepForm}
      fields={{ step }}
      title={label('return_step', step, locale)}
    >
      <FormFields form={stepForm} draft={view.draft} values={values} t={t} locale={locale} />
    </ReturnFormPage>
  )
}
