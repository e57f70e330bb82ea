import { missForm } from '@/lib/casework/appointments/form'
import { prepareAppointment } from '@/lib/desks/case-file/prepare-appointment'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { FollowQuestion } from '../../../follow-ups/question'
import { AboutAppointment } from '../about'

type Props = { params: Promise<{ code: string; id: string }>; searchParams: Promise<Query> }

export default async function MissAppointmentPage({ params, searchParams }: Props) {
  const { code, id } = await params
  const query = await searchParams
  const page = await read({ action: 'appointment.miss', roles: caseworkerRoles }, (reading) =>
    prepareAppointment(reading, { code, id, verb: 'appointment.miss', query }),
  )
  const { t, view } = page
  return (
    <FollowQuestion
      head={view.head}
      draft={view.draft}
      page={page}
      form={missForm}
      title={t('appointments.miss.title')}
      button={t('appointments.miss.button')}
      posts={`appointments/${id}/miss`}
      version={view.row.version}
      before={<AboutAppointment view={view} page={page} />}
    />
  )
}
