import { moveForm } from '@/lib/casework/appointments/form'
import { prepareAppointment } from '@/lib/desks/case-file/prepare-appointment'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { FollowQuestion } from '../../../follow-ups/question'
import { AboutAppointment } from '../about'

type Props = { params: Promise<{ code: string; id: string }>; searchParams: Promise<Query> }

export default async function MoveAppointmentPage({ params, searchParams }: Props) {
  const { code, id } = await params
  const query = await searchParams
  const page = await read({ action: 'appointment.move', roles: caseworkerRoles }, (reading) =>
    prepareAppointment(reading, { code, id, verb: 'appointment.move', query }),
  )
  const { t, view } = page
  return (
    <FollowQuestion
      head={view.head}
      draft={view.draft}
      page={page}
      form={moveForm}
      title={t('appointments.move.title')}
      lead={t('appointments.move.lead')}
      button={t('appointments.move.button')}
      posts={`appointments/${id}/move`}
      version={view.row.version}
      before={<AboutAppointment view={view} page={page} />}
    />
  )
}
