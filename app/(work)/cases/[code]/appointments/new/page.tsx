import { FormField } from '@/app/_frame/form-fields'
import { SelectField } from '@/app/_ui/choices'
import { Columns } from '@/app/_ui/layout'
import { dayText } from '@/lib/base/time/days'
import { bookForm } from '@/lib/casework/appointments/form'
import { prepareBooking } from '@/lib/desks/case-file/prepare-appointment'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { FollowQuestion } from '../../follow-ups/question'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** A new appointment: what, when, where, and who of the team goes along. */
export default async function NewAppointmentPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'appointment.book', roles: caseworkerRoles }, (reading) =>
    prepareBooking(reading, code, query),
  )
  const { t, locale, view } = page
  const { head, draft, team, dated } = view
  const values = dated && { kind: dated.kind, heldOn: dayText(dated.heldOn) }
  const field = (name: string) => (
    <FormField name={name} form={bookForm} values={values} draft={draft} t={t} locale={locale} />
  )
  return (
    <FollowQuestion
      head={head}
      draft={draft}
      page={page}
      form={bookForm}
      title={t('appointments.new.title')}
      lead={t(dated ? 'appointments.new.lead-sheet' : 'appointments.new.lead')}
      button={t('appointments.new.button')}
      posts="appointments"
    >
      {dated && <input type="hidden" name="sheet" value={dated.sheet} />}
      {field('kind')}
      <Columns>
        {field('heldOn')}
        {field('heldAt')}
      </Columns>
      {field('place')}
      <SelectField
        name="along"
        label={t('appointments.along.label')}
        blank={t('appointments.along.nobody')}
        value={draft?.values.along?.toString()}
        error={draft?.errors.along && t('forms.not-a-code')}
        options={team.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </FollowQuestion>
  )
}
