import { cancelForm } from '@/lib/casework/appointments/form'
import { prepareAppointment } from '@/lib/desks/case-file/prepare-appointment'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { FollowQuestion } from '../../../follow-ups/question'
import { AboutAppointment } from '../about'

type Props = { params: Promise<{ code: string; id: string }>; searchParams: Promise<Query> }

export default async function CancelAppointmentPage({ params, searchParams }: Props) {
  const { code, id } = await params
  const query = await searchParams
  const page = await read({ action: 'appointment.cancel', roles: caseworkerRoles }, (reading) =>
    prepareAppointment(reading, { code, id, verb: 'appointment.cancel', query }),
  )
  const { t, view } = page
  return (
    <FollowQuestion
      head={view.head}
      draft={view.draft}
      page={page}
      form={cancelForm}
      title={t('appointments.cancel.title')}
      button={t('appointments.cancel.button')}
      posts={`appointments/${id}/cancel`}
      version={view.row.version}
      before={<AboutAppointment view={view} page={page} />}
    />
  )
}
