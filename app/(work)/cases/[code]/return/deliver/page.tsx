import { FormField, FormFields } from '@/app/_frame/form-fields'
import { Columns } from '@/app/_ui/layout'
import { dayText, isoDayOf } from '@/lib/base/time/days'
import { deliveryForm } from '@/lib/casework/reintegration/form'
import { GRANT_LINES, remains } from '@/lib/casework/reintegration/lines'
import { prepareReturn } from '@/lib/desks/case-file/view-return'
import { number } from '@/lib/desks/statistics/words'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { LineFields } from '../line-fields'
import { ReturnFormPage } from '../return-form'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** What was handed over of what is left, before whom, against which receipt. */
export default async function DeliverPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'return.deliver', roles: caseworkerRoles }, (reading) =>
    prepareReturn(reading, code, { act: 'deliver', query }),
  )
  const { t, locale, view, actor } = page
  const { draft, grant } = view
  const handed = (grant?.deliveries ?? []).map(({ lines }) => lines)
  const left = remains(grant?.lines ?? {}, handed)
  const values = { deliveredOn: dayText(isoDayOf(actor.now)) }
  const words = { form: deliveryForm, draft, values, t, locale }
  return (
    <ReturnFormPage
      page={page}
      act="deliver"
      form={deliveryForm}
      version={grant?.version}
      fields={{ grant: grant?.id }}
    >
      <FormField name="deliveredOn" {...words} />
      <Columns>
        <LineFields
          page={page}
          only={GRANT_LINES.filter((line) => left[line])}
          values={left}
          hint={(line) => t('reintegration.line.left', { left: number(locale, left[line] ?? 0) })}
        />
      </Columns>
      <FormFields {...words} only={['witness', 'noWitness', 'receipt', 'donor']} />
    </ReturnFormPage>
  )
}
