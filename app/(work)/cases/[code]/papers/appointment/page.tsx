import { dayText } from '@/lib/base/time/days'
import { appointmentForm } from '@/lib/casework/papers/form'
import { languageFor } from '@/lib/casework/papers/words'
import { preparePaper } from '@/lib/desks/case-file/prepare-paper'
import { caseRoles } from '@/lib/platform/access/roles'
import { one, type Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { ChangePage } from '../../notes/change-page'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

export default async function AppointmentFormPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'paper.print-appointment', roles: caseRoles }, (reading) =>
    preparePaper(reading, { code, verb: 'paper.print-appointment', query }),
  )
  const { t, view } = page
  return (
    <ChangePage
      page={page}
      head={view.head}
      title={t('papers.appointment.title')}
      lead={t('papers.appointment.lead')}
      form={appointmentForm}
      draft={view.draft}
      values={{
        language: languageFor(view.head.person.languages),
        on: typedDay(one(query, 'on')),
        time: typedTime(one(query, 'at')),
        call: view.phone,
      }}
      action={`/api/v1/cases/${code}/papers/appointment`}
      button={t('papers.button')}
      back={`/cases/${code}/papers`}
    />
  )
}

/** The day of the address as a person types it; any other word is nothing. */
const typedDay = (on = ''): string => (/^\d{4}-\d\d-\d\d$/.test(on) ? dayText(on) : '')

/** The hour of the address, as `09:30`; any other word is nothing. */
const typedTime = (at = ''): string => (/^\d\d:\d\d$/.test(at) ? at : '')
